"""What is there when it is first asked for: the names of a package (PEP 562), values by keys."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Once(dict[K, V]):
    """What a function gives for each key, worked out when it is first asked for, and kept.

    Where it may be asked for anything, ``most`` says of how many keys it keeps that: then it
    begins anew.
    """

    def __init__(self, work: Callable[[K], V], most: int | None = None) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, key: K) -> V:
        if len(self) == self._most:
            self.clear()
        found = self[key] = self._work(key)
        return found


def later(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a package: it imports a name from the module it lives in.

    Args:
        package: its full name.
        homes: its modules, each with the names that live there.
    """
    home_of = {name: module for module, names in homes.items() for name in names.split()}

    def load(name: str) -> object:
        if name not in home_of:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
