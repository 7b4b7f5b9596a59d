"""What the standard says and what a region says, as frozen models.

Every key of a data file is an attribute of the same name here. The models know no file format: the
readers hand them plain mappings, lists and texts.
"""
