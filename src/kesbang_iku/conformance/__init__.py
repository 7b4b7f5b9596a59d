"""Conformance: whether another program computes as the standard does, case by case and by level."""
