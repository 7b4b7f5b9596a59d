"""What regions write, held against the standard."""
