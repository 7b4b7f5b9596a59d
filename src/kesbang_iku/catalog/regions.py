"""The regions of Indonesia by code, and finding the one that a written code means."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from importlib.resources.abc import Traversable
from io import StringIO
from typing import Final, get_args

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.catalog.region_codes import (
    bare_name,
    canonical,
    is_name,
    name_key,
    owner_of_finer,
    plain_name,
    repairs,
    shortened_names,
)
from kesbang_iku.findings import Finding, FindingKind, Place, Repair, Text, kinds
from kesbang_iku.findings.near import near
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.model.region import Region, Validity
from kesbang_iku.model.vocabulary import AdminLevel, CodeSystem, Standing
from kesbang_iku.sources.resources import catalog_root

NATION: Final = "0"

_LEVELS: Final[Mapping[str, AdminLevel]] = {one: one for one in get_args(AdminLevel)}

_ALWAYS: Final = Validity()
_WITHOUT_CENTS: Final = regex(r"[.,]0*$")
_STANDINGS: Final[Mapping[str, Standing]] = {one: one for one in get_args(Standing)}

# Comparing takes time that grows with the text: what is longer than any name is not compared.
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class BpsCode:
    """A code of the statistics office, and the Kemendagri code of the region it means.

    Without ``kedudukan`` no document supports the pair: it explains an ambiguity, nothing more.
    """

    kode_bps: str
    kode: str
    kedudukan: str

    @property
    def differs(self) -> bool:
        """Whether the same digits mean another region to Kemendagri."""
        return self.kode_bps != self.kode.replace(".", "")

    @property
    def of_province(self) -> bool:
        """Whether it is the code of a province."""
        return "." not in self.kode


class Regions(Mapping[str, Region]):
    """The regions, by Kemendagri code, in the order of the codes."""

    def __init__(
        self, regions: Iterable[Region], read_bps: Callable[[], Iterable[BpsCode]] = tuple
    ) -> None:
        self._regions: Final = {region.kode: region for region in regions}
        self._read_bps: Final = read_bps

    @cached_property
    def _bps(self) -> Mapping[str, BpsCode]:
        """The codes of the statistics office; a code that has a dot is not one of them."""
        return {pair.kode_bps: pair for pair in self._read_bps()}

    @cached_property
    def plain(self) -> Mapping[AdminLevel | None, tuple[str, ...]]:
        """The codes of regions by level, without those of which :meth:`read` says something."""
        levels = grouped(
            (region.tingkat, region.kode)
            for region in self._regions.values()
            if not self.read(region.kode)[1]
        )
        return {level: tuple(codes) for level, codes in levels.items()}

    @cached_property
    def _children(self) -> Mapping[str, list[Region]]:
        return grouped(
            (region.induk, region) for region in self._regions.values() if region.induk is not None
        )

    @cached_property
    def _split(self) -> Mapping[str, list[Region]]:
        return grouped(
            (origin, region) for region in self._regions.values() for origin in region.dari
        )

    @cached_property
    def _unsure(self) -> frozenset[str]:
        """The first digits of codes that may mean another region to the statistics office.

        Once one kabupaten of a province is known to be numbered differently, none there is certain,
        unless the code of every region is known. A province that is numbered differently stays
        uncertain all the same: its kabupaten had other numbers before, which are still written.
        """
        whole = {pair.kode for pair in self._bps.values()} >= self._regions.keys() - {NATION}
        return frozenset(
            digits
            for pair in self._bps.values()
            if pair.differs and (not whole or pair.of_province)
            for digits in (pair.kode[:2], pair.kode_bps[:2])
        )

    @cached_property
    def _renumbered(self) -> Mapping[str, Region]:
        """The regions by the codes they had before."""
        found: dict[str, Region] = {}
        for region in self._regions.values():
            for older in region.kode_lama:
                found.setdefault(older, region)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, list[Region]]:
        """The regions by their names as they are compared; most runs need none.

        A region is also found by a name it had, unless another one has that name now, and a
        province by its name with the words in front shortened to their letters: DKI Jakarta.
        """
        by_name: dict[str, list[Region]] = {}
        for region in self._regions.values():
            name = plain_name(region.nama)
            long = f"provinsi {name}" if region.tingkat == "provinsi" else name
            for written in {name_key(long), name_key(bare_name(long))}:
                by_name.setdefault(written, []).append(region)
        former: dict[str, list[Region]] = {}
        for region in self._regions.values():
            for name in region.nama_lama:
                for written in _former_keys(region, name):
                    former.setdefault(written, []).append(region)
            if region.tingkat == "provinsi":
                for short in shortened_names(plain_name(region.nama)):
                    for written in {name_key(short), name_key(f"provinsi {short}")}:
                        former.setdefault(written, []).append(region)
        return {**former, **by_name}

    @classmethod
    def load(cls, text: str, bps: str = "") -> "Regions":
        """Return the regions of the CSV ``text``, with the BPS codes of the CSV ``bps``.

        The columns are those of ``wilayah.csv`` and ``wilayah-bps.csv``. Without the second, no
        code is known to mean another region to the statistics office.

        Raises:
            ValueError: a column is missing, a level is unknown, or a region does not exist.
        """
        regions = _regions(text)
        pairs = _pairs(bps)
        codes = {region.kode for region in regions}
        wanted = {region.induk for region in regions if region.induk is not None}
        absent = (wanted | {pair.kode for pair in pairs}) - codes
        if absent:
            raise ValueError(f"regions that are referred to do not exist: {sorted(absent)}")
        return cls(regions, partial(tuple, pairs))

    def __getitem__(self, code: str) -> Region:
        return self._regions[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._regions)

    def __len__(self) -> int:
        return len(self._regions)

    def children(self, code: str) -> tuple[Region, ...]:
        """Return the regions directly below ``code``: provinces of ``0``, or kabupaten and kota."""
        return tuple(self._children.get(code, ()))

    def split_from(self, code: str) -> tuple[Region, ...]:
        """Return the regions that were taken from ``code``, in the order of their codes."""
        return tuple(self._split.get(code, ()))

    def provinces(self) -> tuple[Region, ...]:
        """Return all provinces."""
        return tuple(region for region in self.values() if region.tingkat == "provinsi")

    def by_name(self, text: str) -> tuple[Region, ...]:
        """Return the regions named ``text``: none, one, or all that share the name.

        Case, spacing and the usual abbreviations (``Kab.``) do not matter. ``Bogor`` alone is both
        the kabupaten and the kota, ``Jambi`` the province and the kota; ``Kota Bogor`` and
        ``Provinsi Jambi`` are one region each.
        """
        return tuple(self._by_name.get(name_key(plain_name(text)), ()))

    def find(
        self, text: str, *, sistem: CodeSystem | None = None, place: Place | None = None
    ) -> tuple[Region | None, list[Finding]]:
        """Return the region that the code ``text`` means, and what is to be said about it.

        Understood are ``35.10``, ``3510``, ``35`` and ``3500``. ``sistem`` says whose code it is;
        undeclared, digits that mean, or may mean, different regions to the two systems are refused,
        while a code with a dot is Kemendagri's. There is no region where it would be a guess.
        """
        code = text.strip()
        form = canonical(code)
        if form is None:
            return None, [self._unreadable(code, place)]
        if sistem is None and "." not in code and self._ambiguous(form):
            return None, [self._ambiguity(code, form, place)]
        region = self._of_bps(form) if sistem == "bps" else self._regions.get(form)
        if region is None and sistem == "bps":
            return None, [kinds.UNKNOWN_BPS_CODE.at(place, value=text, kode=code)]
        if region is None and ("." in code or form.replace(".", "") not in self._bps):
            renumbered = self._renumbered.get(form)
            if renumbered is not None:
                told = {"kode": code, "baku": renumbered.kode, "nama": renumbered.nama}
                found = kinds.RENUMBERED_REGION.at(place, value=text, **told)
                return renumbered, [found.repairable(Repair(renumbered.kode, teks=True))]
        if region is None:
            return None, [self._unknown(code, form, place)]
        if region.kode == text:
            return region, []
        said = {"kode": text, "baku": region.kode, "nama": region.nama}
        repair = Repair(region.kode, teks=True)
        return region, [kinds.NORMALISED_CODE.at(place, value=text, **said).repairable(repair)]

    def read(
        self, text: str, *, sistem: CodeSystem | None = None, place: Place | None = None
    ) -> tuple[Region | None, list[Finding]]:
        """Return the region that the code ``text`` of a file means, and what is to be said.

        The code is Kemendagri's unless the file declares another ``sistem``; where the same digits
        mean another region to the statistics office, and the file declares nothing, that is said.
        """
        region, found = self.find(text, sistem=sistem or "kemendagri", place=place)
        if sistem == "bps" and region is not None:
            return region, []
        code = text.strip()
        digits = None if sistem or "." in code else (canonical(code) or "").replace(".", "")
        pair = self._bps.get(digits or "")
        if region is None or pair is None or not pair.kedudukan or pair.kode == region.kode:
            return region, found
        kind = kinds.PROVINCE_OF_OTHER_SYSTEM if pair.of_province else kinds.CODE_OF_OTHER_SYSTEM
        bps = self._regions[pair.kode]
        told = {"kode": code, "baku": region.kode, "nama": region.nama}
        # No machine writes the doubt away: whose code it is only the office knows.
        return region, [kind.at(place, value=text, **told, kode_bps=bps.kode, nama_bps=bps.nama)]

    def doubtful(self) -> Iterator[tuple[str, str]]:
        """Yield digits that mean another region to BPS than to Kemendagri, and its code.

        Of these :meth:`read` says so, where a file does not declare whose code it is.
        """
        codes = {code.replace(".", ""): code for code in self._regions}
        for digits, pair in self._bps.items():
            if pair.kedudukan and codes.get(digits, pair.kode) != pair.kode:
                yield digits, pair.kode

    def current(self, code: str) -> str:
        """Return the code that a region with the older Kemendagri code ``code`` has now."""
        region = self._renumbered.get(code)
        return code if region is None else region.kode

    def _ambiguous(self, form: str) -> bool:
        """Whether the digits of ``form`` may mean another region to the statistics office."""
        if "." in form and form[:2] in self._unsure:
            return True
        pair = self._bps.get(form.replace(".", ""))
        own = self._regions.get(form)
        if pair is not None and pair.differs and (own is not None or "." not in form):
            return True
        # To the statistics office the digits mean nothing, but the region has other ones there.
        return "." not in form and any(
            one.differs and one.kode == form for one in self._bps.values()
        )

    def _ambiguity(self, code: str, form: str, place: Place | None) -> Finding:
        own = self._regions.get(form)
        pair = self._bps.get(form.replace(".", ""))
        other = said.REGION_NOT_KNOWN
        if pair is not None:
            name = self._regions[pair.kode].nama
            other = Text.same(name) if pair.kedudukan else said.REGION_UNVERIFIED.filled(nama=name)
        return kinds.AMBIGUOUS_SYSTEM.at(
            place, kode=code, kemendagri=own.nama if own else said.NO_REGION, bps=other
        )

    def _of_bps(self, form: str) -> Region | None:
        """Return the region that a document says the BPS code means."""
        pair = self._bps.get(form.replace(".", ""))
        return self._regions[pair.kode] if pair is not None and pair.kedudukan else None

    def _unknown(self, code: str, form: str, place: Place | None) -> Finding:
        meant = self._of_bps(form)
        if meant is not None:
            return self._suggest(kinds.UNKNOWN_REGION, code, [meant], place)
        siblings = self.children(form[:2]) if "." in form else self.provinces()
        close = near(form, [region.kode for region in siblings], 3)
        return self._suggest(kinds.UNKNOWN_REGION, code, self._existing(sorted(close)), place)

    def _unreadable(self, code: str, place: Place | None) -> Finding:
        """Return what is wrong with a text that has no form of a code."""
        owner = owner_of_finer(code)
        if owner is not None:
            return self._suggest(kinds.TOO_FINE, code, self._existing([owner]), place)
        before = repairs(code)
        meant = self.certain(code)
        if before is not None:
            return self._suggest(kinds.DAMAGED_CODE, code, self._existing(before), place, meant)
        if is_name(code):
            return self._suggest(kinds.NAME_FOR_CODE, code, self.named_like(code), place, meant)
        return self._suggest(kinds.UNKNOWN_REGION, code, [], place)

    def meant(self, text: str) -> Region | None:
        """Return the region of a Kemendagri code, or that ``text`` can only mean otherwise."""
        return self.find(text, sistem="kemendagri")[0] or self.certain(text)

    def certain(self, text: str) -> Region | None:
        """Return the region that ``text`` can only mean, though it is no code; else ``None``.

        A code that was made a number counts only with all its digits (``62,71``, ``6271.0``): of
        ``11.1`` nobody knows where a zero was. A name counts if it is the name of one region.
        """
        code = text.strip()
        found = self._existing(repairs(code) or ())
        if found:
            digits = "".join(filter(str.isdigit, _WITHOUT_CENTS.sub("", code)))
            complete = [one for one in found if one.kode.replace(".", "") == digits]
            return complete[0] if complete else None
        named = self.by_name(code) if is_name(code) else ()
        return named[0] if len(named) == 1 else None

    def _existing(self, codes: Iterable[str]) -> list[Region]:
        return [self._regions[code] for code in codes if code in self._regions]

    def named_like(self, text: str) -> list[Region]:
        """Return the regions whose names come near to ``text``."""
        exact = self.by_name(text)
        if exact:
            return list(exact)
        if len(text) > _LONGEST_NAME:
            return []
        close = near(name_key(plain_name(text)), self._by_name, 2)
        found = (region for name in close for region in self._by_name[name])
        return [*{region.kode: region for region in found}.values()]

    @staticmethod
    def _suggest(
        kind: FindingKind,
        code: str,
        regions: list[Region],
        place: Place | None,
        meant: Region | None = None,
    ) -> Finding:
        listed = Text.same(", ").join(_listed_region(region, code) for region in regions)
        usul = said.MAY_BE_ONE_OF.filled(daftar=listed) if regions else said.NO_SUGGESTION
        repair = None if meant is None else Repair(meant.kode, teks=True)
        finding = kind.at(place, value=code, kode=code, usul=usul)
        return finding.repairable(repair)


@cache
def load_regions() -> Regions:
    """Return the regions that come with the library.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    # They never change, and nearly everything about a file asks for them; what the statistics
    # office calls them is asked of digits alone.
    folder = catalog_root()
    return Regions(
        _regions((folder / "wilayah.csv").read_text(encoding="utf-8")),
        partial(_pairs_in, folder / "wilayah-bps.csv"),
    )


def region_code(written: str, system: CodeSystem | None = None) -> str:
    """Return the Kemendagri code of the region that a cell names or codes.

    One that is not known stays as it is written; a code of BPS that is not known says that it is
    one, so that nobody takes it for another region's.
    """
    regions = load_regions()
    region, _ = regions.find(written, sistem=system or "kemendagri")
    named = regions.by_name(written) if region is None else ()
    found = region or (named[0] if len(named) == 1 else None)
    if found is not None:
        return found.kode
    other = system == "bps" and any(map(str.isdecimal, written))
    return f"BPS {written}" if other else written


def _regions(text: str) -> list[Region]:
    return [_region(row) for row in _rows(text)]


def _pairs(text: str) -> list[BpsCode]:
    return [_pair(row) for row in _rows(text)]


def _rows(text: str) -> Iterator[dict[str, str]]:
    rows = csv.reader(StringIO(text))  # its readers of dictionaries take three times as long
    columns = next(rows, [])
    return (dict(zip(columns, row, strict=False)) for row in rows if row)


def _pairs_in(file: Traversable) -> list[BpsCode]:
    return _pairs(file.read_text(encoding="utf-8"))


def _former_keys(region: Region, name: str) -> set[str]:
    """Return what a former name of a region is found by: with and without its level."""
    bare = bare_name(plain_name(name))
    return {name_key(bare), name_key(f"{region.tingkat} {bare}")}


def _listed_region(region: Region, written: str) -> Text:
    """Return a region with its code, and the name it had where ``written`` is that one."""
    key = name_key(plain_name(written))
    for name in region.nama_lama:
        if key in _former_keys(region, name):
            return said.FORMERLY.filled(kode=region.kode, nama=region.nama, lama=name)
    return Text.same(f"{region.kode} ({region.nama})")


def _region(row: Mapping[str, str]) -> Region:
    try:
        return Region(
            kode=row["kode"],
            nama=row["nama"],
            tingkat=_LEVELS[row["tingkat"]],
            induk=row["induk"] or None,
            kode_bps=row["kode_bps"] or None,
            berlaku=_validity(row["berlaku_mulai"], row["berlaku_selesai"]),
            dari=_listed(row.get("dari")),
            nama_lama=_listed(row.get("nama_lama")),
            kode_lama=_listed(row.get("kode_lama")),
            dasar_hukum=row.get("dasar_hukum") or None,
            kedudukan=_STANDINGS.get(row.get("kedudukan") or ""),
        )
    except KeyError as error:
        raise ValueError(f"no column, or no level, {error} in {dict(row)}") from error


def _validity(first: str, last: str) -> Validity:
    if not first and not last:
        return _ALWAYS
    return Validity(int(first) if first else None, int(last) if last else None)


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";")) if text else ()


def _pair(row: Mapping[str, str]) -> BpsCode:
    try:
        return BpsCode(row["kode_bps"], row["kode"], row["kedudukan"])
    except KeyError as error:
        raise ValueError(f"no column {error} in {dict(row)}") from error
