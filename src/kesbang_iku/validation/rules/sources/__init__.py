"""Rules over files as they were handed in."""
