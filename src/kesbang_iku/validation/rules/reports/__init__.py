"""Rules over the items of reports."""
