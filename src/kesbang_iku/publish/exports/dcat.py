"""DCAT as JSON-LD: the catalog as a dataset, and each indicator as a defined term of it."""

from collections.abc import Mapping
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.exports._tables import json_text

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
}
_SET: Final = "urn:kesbang-iku:katalog"


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the dataset and its terms as one graph."""
    dataset = {
        "@id": _SET,
        "@type": ["dcat:Dataset", "schema:Dataset", "schema:DefinedTermSet"],
        "dct:title": _both(said.EXPORT_TITLE.id, said.EXPORT_TITLE.en),
        "dct:description": _both(said.COMPILED.id, said.COMPILED.en),
        "schema:version": catalog.version,
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": name,
                "dcat:mediaType": {"@id": f"urn:ietf:media-type:{kind}"},
            }
            for name, kind in (("katalog.json", "application/json"), ("nilai.csv", "text/csv"))
        ],
    }
    terms = [_term(one) for one in catalog.definitions]
    return {"katalog.jsonld": json_text({"@context": _CONTEXT, "@graph": [dataset, *terms]})}


def _term(one: Indicator) -> Mapping[str, Any]:
    return {
        "@id": f"urn:kesbang-iku:{one.kode}@{one.versi}",
        "@type": "schema:DefinedTerm",
        "schema:termCode": one.kode,
        "schema:version": one.versi,
        "schema:name": _both(one.nama, one.nama_en),
        "schema:description": {"@value": one.definisi, "@language": "id"},
        "schema:inDefinedTermSet": {"@id": _SET},
        "dct:identifier": one.sidik,
    }


def _both(indonesian: str, english: str) -> list[Mapping[str, str]]:
    return [{"@value": indonesian, "@language": "id"}, {"@value": english, "@language": "en"}]
