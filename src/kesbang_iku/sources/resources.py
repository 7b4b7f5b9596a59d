"""Where the standard itself lies: in the installed package, or in the checkout it is worked on in.

A wheel and a zipped application carry the data inside the package, under ``_data``. A checkout has
no such folder: there the data stands beside ``src/``, and nothing is copied, so that an edited
catalog file is in force at once.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def data_root() -> Traversable:
    """Return the folder that holds the data: ``_data`` in a package, else the checkout's root.

    Raises:
        FileNotFoundError: neither is there, so the installation is broken.
    """
    packaged = _packaged()
    return _checkout() if packaged is None else packaged


def catalog_root() -> Traversable:
    """Return the folder of the catalog.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    return data_root() / "catalog"


def vectors_root() -> Traversable:
    """Return the folder of the conformance vectors; it need not exist in a checkout.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    packaged = _packaged()
    # In a checkout the vectors are among the tests that run them.
    return _checkout() / "tests" / "vectors" if packaged is None else packaged / "vectors"


def site_root() -> Traversable:
    """Return the folder with the scripts and the style sheet that generated pages need.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    packaged = _packaged()
    return _checkout() / "docs" if packaged is None else packaged / "site"


def _packaged() -> Traversable | None:
    installed = _PACKAGE / "_data"
    if installed.is_dir():
        return installed  # a folder, which needs none of what archives are read with
    folder = files("kesbang_iku") / "_data"
    return folder if folder.is_dir() else None


def _checkout() -> Path:
    root = Path(__file__).resolve().parents[3]
    if not (root / "catalog").is_dir():
        raise FileNotFoundError(f"kesbang_iku came without its data: no {root / 'catalog'}")
    return root
