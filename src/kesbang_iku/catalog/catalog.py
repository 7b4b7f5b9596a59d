"""The catalog: definitions to look up by code, year, other lists' codes, or words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.additions import Addition
from kesbang_iku.catalog.answers import AddedAnswer, CatalogAnswer
from kesbang_iku.catalog.lazy import LazyVersions, versions_by_code
from kesbang_iku.catalog.observations import Observations
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import sentences
from kesbang_iku.findings.misuse import MisuseError, misuse_refused, misuse_told
from kesbang_iku.findings.near import near
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import References
from kesbang_iku.model.digest import digest_of
from kesbang_iku.model.observation import Edition, Observation
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel, Standing
from kesbang_iku.sources.spelling import same_spelling

if TYPE_CHECKING:
    from kesbang_iku.model.open_terms import TermFilling
    from kesbang_iku.model.relations import Relation

T = TypeVar("T")


class UnknownCodeError(KeyError):
    """A code that the catalog does not hold.

    Attributes:
        code: the code asked for.
        near: the codes most like it, best first.
    """

    def __init__(self, code: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(code, near)
        self.code = code
        self.near = near

    def __str__(self) -> str:
        guess = f" Barangkali: {', '.join(self.near)}." if self.near else ""
        return f"Kode '{self.code}' tidak ada dalam katalog.{guess}"


@dataclass(frozen=True, repr=False)
class Catalog:
    """Indicators and the tables they refer to. Immutable; a narrower catalog is a new one.

    Attributes:
        by_code: the versions of each code, oldest first, the codes in order.
        tables: units, achievement methods, category scales, fields of work, themes.
        version: version of the package the catalog came with.
        read_outputs: gives the second tier, the output indicators of the nomenclature.
        additions: the catalogs beside the national one, in the order they were read.
        origins: the addition that each code beyond the national ones comes from.
        observations: the published values of the indicators.
        relations: what must hold between numbers, as the catalogs beside the national one say.
        fillings: what the terms that definitions leave open mean, as those catalogs say.
    """

    by_code: Mapping[str, tuple[Indicator, ...]]
    tables: Tables
    version: str
    read_outputs: Callable[[], tuple[Indicator, ...]] = field(
        default=tuple, repr=False, compare=False
    )
    additions: tuple[Addition, ...] = ()
    origins: Mapping[str, Addition] = field(default_factory=dict, repr=False, compare=False)
    observations: Observations = field(default_factory=Observations, repr=False, compare=False)
    relations: tuple[Relation, ...] = field(default=(), repr=False, compare=False)
    fillings: tuple[TermFilling, ...] = field(default=(), repr=False, compare=False)

    def __getitem__(self, reference: str) -> Indicator:
        """Return the newest version of the indicator that ``reference`` names.

        ``reference`` is a code, or another list's code such as ``sipd:000603``. A version may stand
        behind it, as in ``KBP-POL-01@2009``; then it is that one.

        Raises:
            UnknownCodeError: no indicator has that code, or that version.
        """
        return self.versions(reference)[-1]

    @overload
    def get(self, reference: str) -> Indicator | None: ...

    @overload
    def get(self, reference: str, default: T) -> Indicator | T: ...

    def get(self, reference: str, default: T | None = None) -> Indicator | T | None:
        """Return the indicator that ``reference`` names, or ``default`` where there is none."""
        try:
            return self[reference]
        except UnknownCodeError:
            return default

    def __contains__(self, reference: object) -> bool:
        if not isinstance(reference, str):
            return False
        return self._find(reference) is not None

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.definitions)

    def __len__(self) -> int:
        return len(self.definitions)

    def __repr__(self) -> str:
        return f"<Catalog {self.version}: {len(self)} definitions of {len(self.codes)} codes>"

    @cached_property
    def definitions(self) -> tuple[Indicator, ...]:
        """All indicators, by code, older versions before newer ones."""
        return tuple(found for versions in self.by_code.values() for found in versions)

    @cached_property
    def outputs(self) -> tuple[Indicator, ...]:
        """The second tier: the output indicators of the nomenclature, made from it when asked for.

        They are found by their code like any other, but are not iterated over: there is one for
        each sub kegiatan, and their names are fixed word for word.
        """
        return self.read_outputs()

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once, in order."""
        return tuple(self.by_code)

    def versions(self, reference: str) -> tuple[Indicator, ...]:
        """Return all versions of one indicator, oldest first; one that is named is alone.

        Raises:
            UnknownCodeError: no indicator has that code, or that version.
        """
        found = self._find(reference)
        if found is None:
            raise UnknownCodeError(reference, self._near(reference))
        return found

    @misuse_refused
    def nilai(
        self, reference: str, *, wilayah: str | None = None, tahun: int | None = None
    ) -> tuple[Observation, ...]:
        """Return the published values of one indicator, of all its versions.

        Those the catalog does not take (``dipakai`` is false) are among them: other sources that
        contradict, and earlier prints of a number that was revised.

        Args:
            reference: a code, or another list's code such as ``kodref:09.07.001``.
            wilayah: Kemendagri code, or the name, of the only region asked for.
            tahun: the only year asked for.

        Raises:
            UnknownCodeError: no indicator has that code.
            ValueError: no region has that code or name, or several have that name.
        """
        values = self.observations.values(self[reference].kode)
        code = wilayah
        if wilayah is not None and all(found.wilayah != wilayah for found in values):
            region = load_regions().meant(wilayah)
            if region is None:
                raise ValueError(sentences.alignment.NO_REGION.filled(wilayah=wilayah).en)
            code = region.kode
        return tuple(
            found
            for found in values
            if (code is None or found.wilayah == code) and (tahun is None or found.tahun == tahun)
        )

    def edisi(self, reference: str) -> tuple[Edition, ...]:
        """Return the editions of one indicator that are known, oldest first.

        Raises:
            UnknownCodeError: no indicator has that code.
        """
        return self.observations.editions(self[reference].kode)

    @misuse_told
    def in_force(self, year: int) -> Catalog:
        """Return the catalog as it applied in ``year``: at most one version of each code."""
        return self.where(tuple(found for found in self.definitions if year in found.berlaku))

    @misuse_told
    def where(self, definitions: tuple[Indicator, ...]) -> Catalog:
        """Return a catalog of these definitions with the same tables."""
        return replace(self, by_code=versions_by_code(definitions))

    @misuse_refused
    def select(
        self,
        *,
        field: str | None = None,
        level: AdminLevel | None = None,
        year: int | None = None,
        standing: Standing | None = None,
        text: str | None = None,
    ) -> Catalog:
        """Return the catalog of the definitions that fit everything asked for.

        Args:
            field: code of the field of work, such as ``POL``.
            level: level of government at which the indicator may be used.
            year: year in which the version applies.
            standing: standing of the entry.
            text: words that must all occur in the names, the codes or the concept, as
                :func:`kesbang_iku.catalog.search.search` finds them.

        Raises:
            ValueError: there is no such field of work.
        """
        if field is not None and field.upper() not in self.tables.fields:
            there = ", ".join(self.tables.fields)
            raise ValueError(sentences.catalog.NO_FIELD.filled(bidang=field, ada=there).en)
        fitting = tuple(
            found
            for found in self.definitions
            if (field is None or found.bidang == field.upper())
            and (level is None or level in found.tingkat.berlaku)
            and (year is None or year in found.berlaku)
            and (standing is None or found.status == standing)
        )
        if not text:
            return self.where(fitting)
        from kesbang_iku.catalog.search import search  # noqa: PLC0415  # light: few search

        return self.where(search(fitting, text).definitions)

    @cached_property
    def digest(self) -> str:
        """The fingerprint of the whole standard: ``sha256:`` and 64 hexadecimal digits."""
        known = self.by_code.digest() if isinstance(self.by_code, LazyVersions) else None
        if known is not None:
            return known
        parts = [definition.model_dump(mode="json") for definition in self.definitions]
        tables = [
            entry.model_dump(mode="json") for table in self.tables.all for entry in table.values()
        ]
        return digest_of([parts, tables])

    @cached_property
    def added(self) -> tuple[AddedAnswer, ...]:
        """The catalogs beside the national one as plain data, each with its own fingerprint."""
        return tuple(
            {
                "jenis": addition.jenis,
                "nama": addition.nama,
                "versi": addition.versi,
                "sidik": digest_of(
                    [
                        definition.model_dump(mode="json")
                        for definition in self.definitions
                        if self.origins.get(definition.kode) == addition
                    ]
                ),
            }
            for addition in self.additions
        )

    @property
    def identity(self) -> CatalogAnswer:
        """What an answer says about the catalog it was made by: version, fingerprint, additions."""
        told = CatalogAnswer(versi=self.version, sidik=self.digest)
        return {**told, "tambahan": list(self.added)} if self.additions else told

    def _find(self, reference: str) -> tuple[Indicator, ...] | None:
        if not isinstance(reference, str):
            raise MisuseError(sentences.catalog.NO_CODE.filled(jenis=type(reference).__name__).en)
        code, at, version = reference.partition("@")
        found = self._find_code(code)
        if not at or found is None:
            return found
        return tuple(one for one in found if one.versi == version.strip()) or None

    def _find_code(self, reference: str) -> tuple[Indicator, ...] | None:
        system, colon, code = (part.strip() for part in reference.partition(":"))
        if not colon:
            return self.by_code.get(system.upper()) or self._find_output(system)
        if system.casefold() not in References.model_fields:
            return None
        return next(
            (
                versions
                for versions in self.by_code.values()
                if any(code in getattr(found.rujukan, system.casefold()) for found in versions)
            ),
            None,
        )

    def _near(self, reference: str) -> tuple[str, ...]:
        """Return the code that ``reference`` is another spelling of, or those that come near.

        Where it is only the version that nobody knows, those there are are near.
        """
        known = self._find_code(reference.partition("@")[0]) or ()
        if known:
            return tuple(f"{one.kode}@{one.versi}" for one in reversed(known))
        same = same_spelling(reference, self.codes)
        if same is not None:
            return (same,)
        return near(reference, self.codes, 3)

    def _find_output(self, reference: str) -> tuple[Indicator, ...] | None:
        from kesbang_iku.catalog.programs import normalise_code  # noqa: PLC0415  # light: few ask for them

        code = normalise_code(reference)
        if code is None:
            return None
        return next(((found,) for found in self.outputs if found.kode == code), None)
