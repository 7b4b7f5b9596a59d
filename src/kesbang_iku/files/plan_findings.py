"""What can be said about reading plans (IKU350-399)."""

from __future__ import annotations

from typing import Final

from kesbang_iku.diagnostics import FindingKind, Level, Text

NOT_A_PLAN: Final = FindingKind(
    "IKU350",
    Level.GALAT,
    Text("Bukan rencana", "Not a plan"),
    Text(
        "Isi berkas ini {bentuk}, bukan rencana.",
        "This file holds {bentuk_en}, not a plan.",
    ),
    Text(
        "Rencana dimulai dengan 'jenis: rencana' dan daftar 'item'; setiap isinya punya 'nama'.",
        "A plan starts with 'jenis: rencana' and a list 'item' whose entries have a 'nama'.",
    ),
    Text(
        "Hanya rencana yang dapat diselaraskan dengan standar.",
        "Only plans can be aligned with the standard.",
    ),
)
SEVERAL_PLANS: Final = FindingKind(
    "IKU351",
    Level.PERINGATAN,
    Text("Berkas memuat beberapa rencana", "File holds several plans"),
    Text(
        "Berkas ini memuat {jumlah} rencana; hanya {diambil} yang dibaca.",
        "This file holds {jumlah} plans; only {diambil_en} was read.",
    ),
    Text(
        "Sebutkan lembar yang dimaksud, atau simpan rencana lain dalam berkas sendiri.",
        "Name the sheet that is meant, or keep the other plans in files of their own.",
    ),
    Text(
        "Satu penyelarasan membandingkan satu rencana dengan standar.",
        "One alignment compares one plan with the standard.",
    ),
)
NO_PLAN_ITEM: Final = FindingKind(
    "IKU352",
    Level.PERINGATAN,
    Text("Rencana tanpa indikator", "Plan without indicators"),
    Text(
        "Rencana ini tidak memuat satu indikator pun yang dapat dibaca.",
        "This plan holds not a single indicator that can be read.",
    ),
    Text(
        "Isi paling sedikit satu indikator dengan nama.",
        "Fill in at least one indicator with a name.",
    ),
    Text(
        "Rencana kosong akan tampak selaras sepenuhnya.",
        "An empty plan would look fully aligned.",
    ),
)
SHEET_UNKNOWN: Final = FindingKind(
    "IKU353",
    Level.GALAT,
    Text("Lembar tidak ada", "Sheet does not exist"),
    Text(
        "Berkas ini tidak punya lembar '{lembar}'; yang ada: {ada}.",
        "The file has no sheet '{lembar}'; there are: {ada}.",
    ),
    Text("Pilih salah satu lembar yang ada.", "Choose one of the sheets there are."),
    Text(
        "Lembar lain tidak diambil sebagai gantinya.",
        "No other sheet is taken in its place.",
    ),
)

REGION_TWICE: Final = FindingKind(
    "IKU354",
    Level.GALAT,
    Text("Wilayah berulang di antara rencana", "Region of two plans in one file"),
    Text(
        "Rencana {wilayah} sudah ada mulai baris {baris}; yang ini tidak ikut diselaraskan.",
        "There is a plan of {wilayah} from line {baris} on; this one is not aligned.",
    ),
    Text(
        "Tulis kode wilayah yang sama di semua baris satu rencana, dan kode lain untuk rencana "
        "daerah lain.",
        "Write the same code of the region in all rows of one plan, and another one for the plan "
        "of another region.",
    ),
    Text(
        "Dari dua rencana satu daerah tidak jelas mana yang berlaku.",
        "Of two plans of one region nobody knows which one counts.",
    ),
)
NO_REGION: Final = FindingKind(
    "IKU384",
    Level.GALAT,
    Text("Rencana tanpa wilayah", "Plan without a region"),
    Text(
        "Rencana ini tidak menyebut wilayah, sedangkan yang lain dalam berkas ini menyebutnya; "
        "rencana ini tidak ikut diselaraskan.",
        "This plan names no region, but others in this file do; it is not aligned.",
    ),
    Text("Isi kode wilayahnya.", "Fill in the code of its region."),
    Text(
        "Rencana yang tidak jelas wilayahnya tidak dapat dibandingkan dengan rencana daerah lain.",
        "A plan of no known region cannot be compared with those of other regions.",
    ),
)

KINDS: Final = (
    NOT_A_PLAN,
    SEVERAL_PLANS,
    NO_PLAN_ITEM,
    SHEET_UNKNOWN,
    REGION_TWICE,
    NO_REGION,
)
