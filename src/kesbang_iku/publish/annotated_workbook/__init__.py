"""A workbook given back as it was, with what was found in its cells and on sheets of its own.

The parts of the package are edited in place, each as little as it takes: what is not touched stays
as it is to the byte, whatever it is.
"""
