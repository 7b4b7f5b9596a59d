"""The version of the package and of the standard it carries."""

__version__ = "0.1.0"
