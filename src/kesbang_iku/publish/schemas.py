"""JSON Schemas of the data files and the answers, made of the models.

The models decide; a schema is what of their judgement JSON Schema can say. It is meant for editors,
other languages and quick checks: what only the library can know (does the formula compute, does a
code exist) stays with ``validate``.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from kesbang_iku.alignment.answers import (
    AlignmentAnswer,
    AlignmentIndexAnswer,
    ComparisonAnswer,
    FormulaAnswer,
)
from kesbang_iku.alignment.mapping_answers import MappingsAnswer
from kesbang_iku.bulk.answers import BulkAnswer
from kesbang_iku.catalog.answers import DifferenceAnswer, ListAnswer
from kesbang_iku.catalog.weight_bounds import WeightsAnswer
from kesbang_iku.computing.answers import ExplanationAnswer, ResultsAnswer, VerificationAnswer
from kesbang_iku.conformance.answers import ConformanceAnswer
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.near import near
from kesbang_iku.findings.texts import read_texts
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.habit import HabitFile
from kesbang_iku.model.headers import HeaderFile
from kesbang_iku.model.method import MethodFile
from kesbang_iku.model.open_terms import TermFile
from kesbang_iku.model.plan import Plan
from kesbang_iku.model.record import Record
from kesbang_iku.model.registers import (
    FieldFile,
    LocalDefaultsFile,
    NamingFile,
    RegulationFile,
    UnitFile,
)
from kesbang_iku.model.relations import RelationFile
from kesbang_iku.model.report import Report
from kesbang_iku.model.scale import ScaleFile
from kesbang_iku.model.table_words import TableWordsFile
from kesbang_iku.tables.answers import ReadingAnswer
from kesbang_iku.validation.answers import FindingsAnswer, KindsAnswer
from kesbang_iku.validation.baseline import BaselineFile

Draft = Literal["2020-12", "7"]
Schema = dict[str, Any]

_LOCAL: Final = "indikator-daerah"
_WRITTEN: Final[Mapping[str, Sequence[str]]] = {
    "Definition": ("nama", "satuan", "polaritas", "variabel", "sumber"),
    "Variable": ("nama",),
    "Source": ("dokumen",),
}
"""What a definition in a region's own catalog says itself; the rest of it is filled in."""
_MODELS: Final[Mapping[str, type]] = {
    "indikator": Definition,
    _LOCAL: Definition,
    "bidang": FieldFile,
    "satuan": UnitFile,
    "capaian": MethodFile,
    "predikat": ScaleFile,
    "regulasi": RegulationFile,
    "penamaan": NamingFile,
    "cakupan": CoverageFile,
    "definisi-daerah": LocalDefaultsFile,
    "pemeriksaan": CheckingFile,
    "hubungan-angka": RelationFile,
    "isian-istilah": TermFile,
    "kebiasaan": HabitFile,
    "tajuk": HeaderFile,
    "kata-tabel": TableWordsFile,
    "laporan": Report,
    "rencana": Plan,
    "garis-dasar": BaselineFile,
    "hasil": ResultsAnswer,
    "penjelasan": ExplanationAnswer,
    "temuan": FindingsAnswer,
    "rumus": FormulaAnswer,
    "selaras": AlignmentAnswer,
    "selaras-banding": ComparisonAnswer,
    "padanan": MappingsAnswer,
    "indeks-keselarasan": AlignmentIndexAnswer,
    "daftar": ListAnswer,
    "bobot": WeightsAnswer,
    "beda": DifferenceAnswer,
    "aturan": KindsAnswer,
    "bacaan": ReadingAnswer,
    "massal": BulkAnswer,
    "verifikasi": VerificationAnswer,
    "kesesuaian": ConformanceAnswer,
}
SCHEMA_NAMES: Final = tuple(_MODELS)
_MANY: Final = frozenset({"laporan"})
"""What may also stand in a file as a list."""

_TYPES: Final = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
_DIALECTS: Final[Mapping[Draft, str]] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "7": "http://json-schema.org/draft-07/schema#",
}


@misuse_told
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a file or of an answer, in the edition 2020-12.

    Args:
        name: what it describes, as ``kesbang-iku schema`` lists it: ``laporan``, ``rencana``,
            ``hasil``, ``temuan``, ...

    Returns:
        The schema as JSON holds it; it may be changed without changing anybody else's.

    Raises:
        ValueError: there is no such schema; the error names those most like it.
    """
    if name not in _MODELS:
        guesses = ", ".join(near(name, SCHEMA_NAMES, 3) or SCHEMA_NAMES)
        raise ValueError(f"Skema '{name}' tidak ada. Barangkali: {guesses}.")
    return make_schema(name)


def make_schema(name: str, draft: Draft = "2020-12") -> Schema:
    """Return the JSON Schema called ``name``, in one edition of JSON Schema.

    Raises:
        KeyError: there is no such schema.
    """
    model = _MODELS[name]
    if issubclass(model, Record):
        made = model.model_json_schema(mode="validation")
        definitions = made.pop("$defs", {})
    else:
        made, definitions = answer_schema(model)
    parts = {model.__name__: made, **definitions}
    if name == _LOCAL:
        parts |= {key: {**parts[key], "required": [*keys]} for key, keys in _WRITTEN.items()}
    definitions = {key: _described(key, found) for key, found in parts.items()}
    main = definitions.pop(model.__name__)
    if name in _MANY:
        definitions[model.__name__] = main
        reference = {"$ref": f"#/$defs/{model.__name__}"}
        main = {
            "title": main["title"],
            "description": main["description"],
            "anyOf": [reference, {"type": "array", "items": reference, "minItems": 1}],
        }
    edition = "draft-07:" if draft == "7" else ""
    schema: Schema = {
        "$schema": _DIALECTS[draft],
        "$id": f"urn:kesbang-iku:skema:{edition}{name}",
        **main,
    }
    if definitions:
        schema["$defs"] = dict(sorted(definitions.items()))
    return _as_draft_7(schema) if draft == "7" else schema


def _title_of(model: str) -> tuple[str, str]:
    """Return what to call ``model``, and what it is; nothing is said of one without texts."""
    found = read_texts("kunci")["bentuk"].get(model)
    return (model, "") if found is None else (found["judul"]["id"], found["arti"]["id"])


def _description_of(model: str, key: str) -> str | None:
    """Return what ``key`` means in ``model``, or ``None`` where nothing is said."""
    keys = read_texts("kunci")["kunci"]
    names = (f"{model}.{key}", f"{model}.*", key)
    return next((keys[name]["id"] for name in names if name in keys), None)


def _described(model: str, schema: Schema) -> Schema:
    """Return the schema of one model with its Indonesian title and descriptions."""
    title, description = _title_of(model)
    made = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    properties = {
        key: _property(model, key, found) for key, found in made.get("properties", {}).items()
    }
    return {"title": title, "description": description, **made, "properties": properties}


def _property(model: str, key: str, schema: Schema) -> Schema:
    plain = _map_schemas(schema, _without_titles)
    # A reference may have no neighbours in draft 7; `allOf` gives it a place of its own.
    if "$ref" in plain:
        plain = {
            "allOf": [{"$ref": plain["$ref"]}],
            **{k: v for k, v in plain.items() if k != "$ref"},
        }
    description = _description_of(model, key)
    return plain if description is None else {"description": description, **plain}


def _without_titles(schema: Schema) -> Schema:
    """Drop the titles that pydantic makes up, and say strictly which keys a mapping may have."""
    made = {key: value for key, value in schema.items() if key not in {"title", "default"}}
    patterns = made.pop("patternProperties", None)
    if patterns is not None:
        ((pattern, value),) = patterns.items()
        made["propertyNames"] = {**made.get("propertyNames", {}), "pattern": pattern}
        made["additionalProperties"] = value
    return made


def _map_schemas(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Return ``schema`` with ``change`` applied to it and to every schema inside it."""
    made: Schema = {}
    for key, value in change(schema).items():
        if key in {"properties", "$defs", "patternProperties"}:
            made[key] = {name: _map_schemas(inner, change) for name, inner in value.items()}
        elif isinstance(value, dict) and key not in {"default", "const"}:
            made[key] = _map_schemas(value, change)
        elif isinstance(value, list) and key in {"anyOf", "allOf", "oneOf", "prefixItems"}:
            made[key] = [_map_schemas(inner, change) for inner in value]
        else:
            made[key] = value
    return made


def _as_draft_7(schema: Schema) -> Schema:
    """Return a schema in the words of draft 7."""

    def change(part: Schema) -> Schema:
        if "$ref" in part:
            return {**part, "$ref": part["$ref"].replace("#/$defs/", "#/definitions/")}
        return part

    made = _map_schemas(schema, change)
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    return made


def answer_schema(shape: type) -> tuple[Schema, dict[str, Schema]]:
    """Return the schema of an answer, and by their names those of the answers in it.

    It is made here, as pydantic takes a ``TypedDict`` of the standard library from Python 3.12 on
    only.
    """
    definitions: dict[str, Schema] = {}
    return _object(shape, definitions), definitions


def _object(shape: type, definitions: dict[str, Schema]) -> Schema:
    keys = get_type_hints(shape, include_extras=True)
    return {
        "additionalProperties": True,
        "properties": {key: _schema(hint, definitions) for key, hint in keys.items()},
        "required": [key for key, hint in keys.items() if get_origin(hint) is not NotRequired],
        "type": "object",
    }


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any type
    inner = partial(_schema, definitions=definitions)
    origin, parts = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if origin is NotRequired:
        return inner(parts[0])
    if origin is Annotated:
        said = {keyword.name: keyword.value for keyword in parts[1:]}
        return dict(sorted({**inner(parts[0]), **said}.items()))
    if origin is Literal:
        said = {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
        return {**said, "type": "string"}
    if origin in {Union, UnionType}:
        return {"anyOf": [inner(part) for part in parts]}
    if origin is list:
        return {"items": inner(parts[0]), "type": "array"}
    if origin in {Mapping, dict}:
        return {"additionalProperties": inner(parts[1]), "type": "object"}
    return {} if hint is Any else {"type": _TYPES[hint]}
