"""What can be said about the indicators of a plan when they are held against the standard."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

NAME_OF_ANOTHER: Final = FindingKind(
    "IKU395",
    Level.PERINGATAN,
    Text("Kode dan nama tidak cocok", "Code and name do not belong together"),
    Text(
        "Kodenya {kode}, tetapi namanya seperti {lain} ({nama_lain}).",
        "The code is {kode}, but the name is like that of {lain} ({nama_lain}).",
    ),
    Text(
        "Pilih kode menurut indikator yang dimaksud; yang dipakai di sini kodenya.",
        "Choose the code of the indicator that is meant; here the code was followed.",
    ),
    Text(
        "Kode yang tertukar membuat indikator dinilai dengan rumus indikator lain.",
        "A code mixed up has an indicator judged by the formula of another.",
    ),
)
TITLE_AS_INDICATOR: Final = FindingKind(
    "IKU396",
    Level.PERINGATAN,
    Text("Judul program sebagai indikator", "Title of a programme as an indicator"),
    Text(
        "Nama ini judul {kode} dalam nomenklatur dengan kata ukuran di depannya.",
        "This name is the title of {kode} in the nomenclature with a measure in front.",
    ),
    Text(
        "Sebutkan apa yang diukur: bagian apa dari keseluruhan apa.",
        "Say what is measured: which part of which whole.",
    ),
    Text(
        "Sebuah judul tidak punya pembilang dan penyebut, sehingga angkanya tidak dapat diperiksa.",
        "A title has no numerator and denominator, so its figures cannot be checked.",
    ),
)
SAME_COUNTERPART: Final = FindingKind(
    "IKU397",
    Level.PERINGATAN,
    Text("Padanan dipakai dua kali", "Counterpart used twice"),
    Text(
        "Padanan {kode} sudah dipakai indikator '{lain}'.",
        "The counterpart {kode} is already that of the indicator '{lain}'.",
    ),
    Text(
        "Gabungkan keduanya, atau nyatakan yang lebih sempit sebagai indikator lokal.",
        "Join the two, or declare the narrower one a local indicator.",
    ),
    Text(
        "Satu indikator dengan dua deret target tidak dapat dinilai.",
        "One indicator with two series of targets cannot be judged.",
    ),
)
LOCAL_IS_NATIONAL: Final = FindingKind(
    "IKU398",
    Level.PERINGATAN,
    Text("Indikator lokal bernama nasional", "Local indicator with a national name"),
    Text(
        "Indikator ini dinyatakan lokal, tetapi namanya sama dengan {kode}.",
        "This indicator is declared local, but its name is that of {kode}.",
    ),
    Text(
        "Pakai kode {kode}, atau beri indikator lokal ini nama lain.",
        "Use the code {kode}, or give this local indicator another name.",
    ),
    Text(
        "Indikator lokal tidak dapat mengubah arti indikator nasional.",
        "A local indicator cannot change what a national one means.",
    ),
)
SEVERAL_IN_ONE: Final = FindingKind(
    "IKU399",
    Level.PERINGATAN,
    Text("Beberapa indikator dalam satu sel", "Several indicators in one cell"),
    Text(
        "Sel ini memuat {banyak} indikator: {kode}.", "This cell holds {banyak} indicators: {kode}."
    ),
    Text(
        "Tulis setiap indikator pada barisnya sendiri, dengan satuan dan targetnya sendiri.",
        "Write each indicator on a row of its own, with its own unit and targets.",
    ),
    Text(
        "Satu deret target tidak dapat menilai dua indikator.",
        "One series of targets cannot judge two indicators.",
    ),
)
ONLY_ALIKE: Final = FindingKind(
    "IKU394",
    Level.INFO,
    Text("Mirip, tetapi bukan indikator nasional", "Alike, but no national indicator"),
    Text(
        "Nama ini dikenal mirip dengan {kode} ({nama}), tetapi mengukur hal lain: {alasan}",
        "This name is known to be like {kode} ({nama}), but to measure something else: {alasan}",
    ),
    Text(
        "Nyatakan sebagai indikator lokal, atau pakai {kode} di sampingnya.",
        "Declare it a local indicator, or use {kode} beside it.",
    ),
    Text(
        "Singkatan atau sebutan yang kembar membuat dua ukuran terbaca sebagai satu.",
        "The same abbreviation or name makes two measures look like one.",
    ),
)

KINDS: Final = (
    ONLY_ALIKE,
    NAME_OF_ANOTHER,
    TITLE_AS_INDICATOR,
    SAME_COUNTERPART,
    LOCAL_IS_NATIONAL,
    SEVERAL_IN_ONE,
)
