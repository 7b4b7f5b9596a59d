"""Rules over the indicators of plans."""
