"""Where the standard itself lies; the folders are found in :mod:`kesbang_iku.files.resources`."""

from kesbang_iku.files.resources import catalog_root, data_root, schemas_root, vectors_root

__all__ = ["catalog_root", "data_root", "schemas_root", "vectors_root"]
