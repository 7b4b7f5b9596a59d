"""The structures of SDMX 3.0 as SDMX-ML: codelists, concepts, the structure of data, the dataflow.

Identifiers of SDMX have letters, digits, ``_``, ``-``, ``$`` and ``@``; what the catalog writes
otherwise gets ``_`` in the place of other signs, so that the region 62.71 is ``62_71``.
"""

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kesbang_iku._regex import regex
from kesbang_iku.findings.sentences import publish
from kesbang_iku.findings.sentences import sdmx as said
from kesbang_iku.findings.text import Text

AGENCY: Final = "KESBANG_IKU"
DATAFLOW: Final = "NILAI"
_DSD: Final = "DSD_NILAI"
_CONCEPTS: Final = "KBP"
_SPACES: Final = {
    f"xmlns:{short}": f"http://www.sdmx.org/resources/sdmxml/schemas/v3_0/{name}"
    for short, name in (("mes", "message"), ("str", "structure"), ("com", "common"))
}
_URN: Final = "urn:sdmx:org.sdmx.infomodel"
_UNFIT: Final = regex(r"[^A-Za-z0-9_@$-]+")


class Component(NamedTuple):
    """A column of the data: its concept, its codelist or type of text, and whether it is asked."""

    name: str
    codelist: str | None = None
    kind: str = "String"
    mandatory: bool = False


DIMENSIONS: Final = (
    Component("FREQ", "CL_FREQ"),
    Component("REF_AREA", "CL_WILAYAH"),
    Component("INDICATOR", "CL_INDIKATOR"),
    Component("BAGIAN", "CL_BAGIAN"),
    Component("EDISI", "CL_EDISI"),
    Component("CETAKAN", kind="Integer"),
    Component("TIME_PERIOD", kind="ObservationalTimePeriod"),
)
"""What tells a value apart from all others; the time is the last."""
MEASURE: Final = Component("OBS_VALUE", kind="Decimal")
ATTRIBUTES: Final = (
    Component("UNIT_MEASURE", "CL_SATUAN", mandatory=True),
    Component("DECIMALS", kind="Integer", mandatory=True),
    Component("OBS_STATUS", "CL_OBS_STATUS", mandatory=True),
    Component("KEDUDUKAN", "CL_KEDUDUKAN", mandatory=True),
    Component("DIPAKAI", "CL_DIPAKAI", mandatory=True),
    Component("VERSI", "CL_INDIKATOR"),
    Component("REVISI", kind="Integer"),
    Component("PENYEBUT"),
    Component("SUMBER", mandatory=True),
    Component("TAUTAN"),
    Component("TEMPAT"),
    Component("DILIHAT"),
    Component("DARI"),
    Component("CATATAN"),
)
"""What is told of a value."""


class Code(NamedTuple):
    """A code: its name in both languages; without an English text it has the Indonesian alone.

    ``notes`` are what else the catalog says of it, by the keys it has there.
    """

    name: str
    title: Text
    description: Text | None = None
    parent: str | None = None
    notes: Mapping[str, str | None] = {}


Codelists = Mapping[str, Sequence[Code]]


class Identifiers:
    """Identifiers for texts that people wrote; no two texts have the same one."""

    def __init__(self, texts: Iterable[str | None]) -> None:
        self._of: dict[str, str] = {}
        # A text that is its own identifier keeps it, whatever others would be written alike.
        written = {text for text in texts if text is not None}
        for text in sorted(written, key=lambda one: (one != self.made_of(one), one)):
            made = self.made_of(text)
            if made in self._of.values():
                made = f"{made}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"
            self._of[text] = made

    @staticmethod
    def made_of(text: str) -> str:
        """Return a text with ``_`` in the place of signs that no identifier has."""
        return _UNFIT.sub("_", text).strip("_") or "_"

    def of(self, text: str | None) -> str | None:
        """Return the identifier of a text."""
        return None if text is None else self._of[text]

    def codes(self, words: Callable[[str], Text] = Text.same) -> Iterator[Code]:
        """Yield a code for each text, named by what ``words`` say of it."""
        for text, made in sorted(self._of.items(), key=lambda one: one[1]):
            yield Code(made, words(text))


def structures(codelists: Codelists, version: str, prepared: str) -> str:
    """Return the message of all structures.

    Args:
        codelists: the codes of each list, by its identifier.
        version: of the catalog, and of each structure.
        prepared: the day of the message.
    """
    message = ET.Element("mes:Structure", _SPACES)
    head = ET.SubElement(message, "mes:Header")
    for tag, text in (("ID", Identifiers.made_of(f"{DATAFLOW}_{version}")), ("Test", "false")):
        ET.SubElement(head, f"mes:{tag}").text = text
    ET.SubElement(head, "mes:Prepared").text = f"{prepared}T00:00:00Z"
    ET.SubElement(head, "mes:Sender", id=AGENCY)
    parts = ET.SubElement(message, "mes:Structures")
    _agencies(ET.SubElement(parts, "str:AgencySchemes"))
    lists = ET.SubElement(parts, "str:Codelists")
    for name, codes in codelists.items():
        _codelist(_artefact(lists, "Codelist", name, said.CODELISTS[name], version), codes)
    schemes = ET.SubElement(parts, "str:ConceptSchemes")
    title = said.SCHEMES[_CONCEPTS]
    scheme = _artefact(schemes, "ConceptScheme", _CONCEPTS, title, version)
    for one in (*DIMENSIONS, MEASURE, *ATTRIBUTES):
        concept = ET.SubElement(scheme, "str:Concept", id=one.name)
        _told(concept, "Name", said.CONCEPTS[one.name])
    flows = ET.SubElement(parts, "str:Dataflows")
    flow = _artefact(flows, "Dataflow", DATAFLOW, said.SCHEMES[DATAFLOW], version)
    _told(flow, "Description", publish.COMPILED)
    ET.SubElement(
        flow, "str:Structure"
    ).text = f"{_URN}.datastructure.DataStructure={AGENCY}:{_DSD}({version})"
    all_data = ET.SubElement(parts, "str:DataStructures")
    _data_structure(
        _artefact(all_data, "DataStructure", _DSD, said.SCHEMES[_DSD], version), version
    )
    ET.indent(message)
    text = ET.tostring(message, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _agencies(parent: ET.Element) -> None:
    scheme = ET.SubElement(parent, "str:AgencyScheme", id="AGENCIES", agencyID="SDMX")
    _told(scheme, "Name", said.SCHEMES["AGENCIES"])
    _told(ET.SubElement(scheme, "str:Agency", id=AGENCY), "Name", said.SCHEMES[AGENCY])


def _codelist(parent: ET.Element, codes: Iterable[Code]) -> None:
    for one in codes:
        code = ET.SubElement(parent, "str:Code", id=one.name)
        told = {key: value for key, value in one.notes.items() if value is not None}
        notes = ET.SubElement(code, "com:Annotations") if told else code
        for key, value in told.items():
            note = ET.SubElement(notes, "com:Annotation", id=key)
            ET.SubElement(note, "com:AnnotationTitle").text = value
        _told(code, "Name", one.title)
        if one.description is not None:
            _told(code, "Description", one.description)
        if one.parent is not None:
            ET.SubElement(code, "str:Parent").text = one.parent


def _data_structure(parent: ET.Element, version: str) -> None:
    components = ET.SubElement(parent, "str:DataStructureComponents")
    dimensions = ET.SubElement(components, "str:DimensionList")
    *others, time = DIMENSIONS
    for position, one in enumerate(others, start=1):
        place = {"id": one.name, "position": str(position)}
        _component(ET.SubElement(dimensions, "str:Dimension", place), one, version)
    _component(ET.SubElement(dimensions, "str:TimeDimension", id=time.name), time, version)
    attributes = ET.SubElement(components, "str:AttributeList")
    for one in ATTRIBUTES:
        usage = {"id": one.name, "usage": "mandatory" if one.mandatory else "optional"}
        attribute = ET.SubElement(attributes, "str:Attribute", usage)
        _component(attribute, one, version)
        relation = ET.SubElement(attribute, "str:AttributeRelationship")
        ET.SubElement(relation, "str:Observation")
    measures = ET.SubElement(components, "str:MeasureList")
    measure = ET.SubElement(measures, "str:Measure", id=MEASURE.name, usage="mandatory")
    _component(measure, MEASURE, version)


def _component(parent: ET.Element, one: Component, version: str) -> None:
    """Say which concept a component is of, and what may stand in it."""
    ET.SubElement(
        parent, "str:ConceptIdentity"
    ).text = f"{_URN}.conceptscheme.Concept={AGENCY}:{_CONCEPTS}({version}).{one.name}"
    representation = ET.SubElement(parent, "str:LocalRepresentation")
    if one.codelist is None:
        ET.SubElement(representation, "str:TextFormat", textType=one.kind)
    else:
        ET.SubElement(
            representation, "str:Enumeration"
        ).text = f"{_URN}.codelist.Codelist={AGENCY}:{one.codelist}({version})"


def _artefact(parent: ET.Element, tag: str, name: str, title: Text, version: str) -> ET.Element:
    made = ET.SubElement(parent, f"str:{tag}", id=name, agencyID=AGENCY, version=version)
    _told(made, "Name", title)
    return made


def _told(parent: ET.Element, tag: str, text: Text) -> None:
    for language, words in (("id", text.id), ("en", text.en)):
        if words:
            ET.SubElement(parent, f"com:{tag}", {"xml:lang": language}).text = words
