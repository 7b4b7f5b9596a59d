"""The output indicators of the nomenclature, put into the form of the catalog's definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kesbang_iku.catalog.programs import Programs
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.registers import FieldFile, OutputFile
from kesbang_iku.sources.data import load_data

# Documents as they come from a file, before a model has given them types.
Plain = dict[str, Any]


def output_definitions(programs: Programs) -> Iterator[Plain]:
    """Yield a definition for each output indicator of ``programs``, as a file would hold it.

    What a row of the nomenclature does not say stands in the catalog's ``keluaran.yaml``; the field
    of work follows from the programme, by ``bidang.yaml``. Numbers are texts, as in a file.

    Raises:
        ValueError: one of the two files cannot be read, or lacks what a row needs.
    """
    template = load_data("keluaran.yaml", OutputFile)
    fields = {field.program: field.kode for field in load_data("bidang.yaml", FieldFile).bidang}
    for row in programs.outputs():
        try:
            yield _definition(row, template, fields)
        except KeyError as error:
            raise ValueError(f"{row.kode}: nothing is said about {error}") from error


def _definition(row: ProgramRow, template: OutputFile, fields: Mapping[str, str]) -> Plain:
    unit = (row.satuan or "").casefold()
    program = ".".join(row.kode.split(".")[:3])
    values = {
        "kode": row.kode,
        "nama": row.nama_tampil,
        "indikator": row.indikator or "",
        "satuan": unit,
        "satuan_en": template.satuan_en[unit],
        "program": program,
    }
    sources = [template.sumber[name] for name in row.sumber.split("; ")]
    definition: Plain = {
        **template.definisi,
        "bidang": fields[program],
        "tingkat": {"berlaku": list(row.governments), "diestimasi": list(row.governments)},
        "status": row.kedudukan,
        "sumber": [*sources, template.sumber_usulan],
    }
    if unit not in values["indikator"].casefold():
        definition["catatan"] = f"{template.catatan_satuan} {definition['catatan']}"
    filled: Plain = _filled(definition, values)
    return filled


def _filled(node: Any, values: Mapping[str, str]) -> Any:  # noqa: ANN401 - any node of a document
    """Return ``node`` with the fields in its texts filled in."""
    if isinstance(node, str):
        return node.format_map(values)
    if isinstance(node, Mapping):
        return {key: _filled(value, values) for key, value in node.items()}
    if isinstance(node, Sequence):
        return [_filled(value, values) for value in node]
    return node
