"""What libraries of dataframes are asked for beyond expressions, and how each does it best."""
