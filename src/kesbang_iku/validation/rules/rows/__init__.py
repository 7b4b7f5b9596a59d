"""Rules over the rows of performance tables."""
