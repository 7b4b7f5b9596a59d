"""The performance figures, each a ratio against a named rival in the same run."""
