"""Packages for other languages: the standard and a calculator in one folder to install."""
