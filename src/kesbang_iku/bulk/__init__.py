"""Many reports at once, in dataframes: the digits of the exact engine at the price of columns."""
