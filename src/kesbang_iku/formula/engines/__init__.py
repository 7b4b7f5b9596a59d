"""Translations of a formula's tree into what other engines compute with."""
