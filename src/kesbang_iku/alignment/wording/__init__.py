"""Formulas as regions and official lists write them, read into the language of the catalog."""
