"""Frozen dataclasses of the library's own making behave like those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field, replace

import pytest

from kesbang_iku import _records


@_records.dataclass(frozen=True, slots=True)
class Slotted:
    """A record with slots."""

    name: str
    amounts: list[int] = field(default_factory=list)
    note: str | None = field(default=None, compare=False, repr=False)


@_records.dataclass(frozen=True)
class Open:
    """A record without slots, which may hold what is worked out of it."""

    name: str
    unit: str = "%"


@_records.dataclass(frozen=True)
class Below(Open):
    """A record that inherits fields, and writes itself."""

    level: int = field(default=1, kw_only=True)

    def __repr__(self) -> str:
        return "below"


@dataclasses.dataclass(frozen=True)
class OpenAsEver:
    """The same as ``Open``, made by the standard library."""

    name: str
    unit: str = "%"


@_records.dataclass(frozen=True, slots=True)
class Empty:
    """A record without fields."""


@pytest.mark.parametrize("record", [Slotted("a", [1], "b"), Open("a"), Below("a", level=2)])
def test_it_goes_through_pickle_and_copy(record: object) -> None:
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301  # made here
    assert copy.deepcopy(record) == record
    assert copy.copy(record) == record


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Slotted("a", [1], "b") == Slotted("a", [1], "c")
    assert Slotted("a", [1]) != Slotted("a", [2])
    assert hash(Open("a")) == hash(Open("a"))
    assert len({Open("a"), Open("a"), Open("b")}) == len("ab")


def test_another_class_is_another_thing() -> None:
    assert Open("a") != Below("a")
    other: object = OpenAsEver("a")
    assert Open("a") != other
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


@pytest.mark.parametrize("record", [Slotted("a"), Open("a"), Below("a"), Empty()])
def test_nothing_can_be_changed(record: object) -> None:
    for name in ("name", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, "b")
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(record, name)


def test_each_has_a_list_of_its_own() -> None:
    assert Slotted("a").amounts is not Slotted("a").amounts
    assert Slotted("a").note is None


def test_it_shows_itself_as_ever() -> None:
    assert repr(Slotted("a", [1], "b")) == "Slotted(name='a', amounts=[1])"
    assert repr(Open("a")) == repr(OpenAsEver("a")).replace("AsEver", "")
    assert repr(Below("a")) == "below"


def test_it_is_called_as_ever() -> None:
    assert inspect.signature(Open) == inspect.signature(OpenAsEver)
    assert Below("a", "b", level=3).level == len("abc")
    with pytest.raises(TypeError, match="name"):
        Open()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Below("a", "b", 3)  # type: ignore[call-arg]


def test_tools_for_dataclasses_take_it() -> None:
    assert replace(Slotted("a"), name="b").name == "b"
    assert dataclasses.asdict(Open("a")) == {"name": "a", "unit": "%"}
    assert Slotted.__match_args__ == ("name", "amounts", "note")
    assert not hasattr(Slotted("a"), "__dict__")


@_records.dataclass
class Filled:
    """A record that is filled later."""

    name: str
    amounts: list[int] = field(default_factory=list, init=False)
    level: int = field(default=2, init=False)
    late: int = field(init=False)


def test_one_that_may_change_is_made_as_ever() -> None:
    record = Filled("a")
    record.amounts.append(1)
    record.late = 3
    assert repr(record) == "Filled(name='a', amounts=[1], level=2, late=3)"
    other = Filled("a")
    other.late = 3
    assert record != other
    with pytest.raises(TypeError, match="unhashable"):
        hash(record)
    assert list(inspect.signature(Filled).parameters) == ["name"]


def test_methods_are_written_when_they_are_first_called() -> None:
    @_records.dataclass(frozen=True)
    class Fresh:
        name: str
        note: str = field(default="", hash=False)

    written = {"__init__", "__eq__", "__hash__"}
    assert not any(inspect.isfunction(vars(Fresh)[name]) for name in written)
    assert Fresh("a") == Fresh("a")
    assert hash(Fresh("a", "b")) == hash(Fresh("a", "c"))
    assert all(inspect.isfunction(vars(Fresh)[name]) for name in written)
    assert Fresh.__init__.__qualname__.endswith("Fresh.__init__")
