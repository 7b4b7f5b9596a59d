"""The region that an option names, by its code or its name."""

from kesbang_iku.catalog.region_codes import is_name
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import CodeSystem


def region_named(text: str, regions: Regions, system: CodeSystem | None = None) -> Region:
    """Return the region with the code ``text``, Kemendagri's by default, or with that name.

    Raises:
        CannotRunError: there is none, or several share the name.
    """
    named = regions.by_name(text) if is_name(text) else ()
    if len(named) > 1:
        there = ", ".join(f"{region.kode} ({region.nama})" for region in named)
        raise CannotRunError(texts.REGIONS_OF_NAME, wilayah=text, ada=there)
    if named:
        return named[0]
    region, findings = regions.find(text, sistem=system or "kemendagri")
    if region is None and is_name(text) and not regions.named_like(text):
        raise CannotRunError(texts.UNKNOWN_REGION, wilayah=text, sebab=texts.REGION_BY_NAME)
    if region is None:
        reason = Text(findings[0].hint("id"), findings[0].hint("en"))
        raise CannotRunError(texts.UNKNOWN_REGION, wilayah=text, sebab=reason)
    return region
