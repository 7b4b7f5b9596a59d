"""Composites taken apart: contributions, changes, and how a ranking answers to its weights."""
