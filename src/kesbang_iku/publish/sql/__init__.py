"""The standard as SQL: one text that computes the published digits in the database at hand."""
