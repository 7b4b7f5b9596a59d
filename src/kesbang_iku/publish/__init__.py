"""The standard and its answers in the forms that others read: schemas, vectors, tables."""
