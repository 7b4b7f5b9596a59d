"""What can be wrong with the numbers of a report, seen from the standard."""

from __future__ import annotations

from typing import Final

from kesbang_iku.diagnostics import FindingKind, Level, Text

UNKNOWN_CODE: Final = FindingKind(
    "IKU310",
    Level.GALAT,
    Text("Kode tidak dikenal", "Unknown code"),
    Text("Kode '{kode}' tidak ada dalam katalog.", "There is no code '{kode}' in the catalog."),
    Text.same("{usul}"),
    Text(
        "Nilai tanpa definisi tidak dapat dihitung atau dibandingkan.",
        "A value without a definition can be neither computed nor compared.",
    ),
)
NOT_IN_FORCE: Final = FindingKind(
    "IKU311",
    Level.GALAT,
    Text("Tidak berlaku pada tahun ini", "Not in force in this year"),
    Text(
        "Tidak ada versi {kode} yang berlaku pada tahun {tahun}; yang ada: {versi}.",
        "No version of {kode} applies in {tahun}; there are: {versi}.",
    ),
    Text(
        "Laporkan tahun yang dicakup salah satu versi itu.",
        "Report a year that one of those versions covers.",
    ),
    Text(
        "Setiap metode hanya berlaku untuk tahun-tahunnya sendiri.",
        "Each method applies only to its own years.",
    ),
)
WRONG_VERSION: Final = FindingKind(
    "IKU312",
    Level.GALAT,
    Text("Variabel milik metode tahun lain", "Variable of another year's method"),
    Text(
        "'{variabel}' milik {kode} versi {versi_lain} ({masa_lain}); untuk tahun {tahun} berlaku "
        "versi {versi} dengan variabel {harus}.",
        "'{variabel}' belongs to {kode} version {versi_lain} ({masa_lain}); {tahun} is under "
        "version {versi}, with the variables {harus}.",
    ),
    Text(
        "Pakai variabel {harus}, atau perbaiki tahunnya.",
        "Use the variables {harus}, or correct the year.",
    ),
    Text(
        "Menghitung suatu tahun dengan metode tahun lain menghasilkan deret yang tidak sebanding.",
        "Computing a year with another year's method gives a series that cannot be compared.",
    ),
)
NOT_ESTIMATED: Final = FindingKind(
    "IKU313",
    Level.GALAT,
    Text("Tidak diestimasi pada tingkat ini", "Not estimated at this level"),
    Text(
        "{kode} tidak diestimasi untuk tingkat {tingkat}; hanya untuk {ada}.",
        "{kode} is not estimated for the level {tingkat}; only for {ada}.",
    ),
    Text(
        "Hapus butir ini, atau pakai indikator yang ada untuk tingkat {tingkat}.",
        "Remove this item, or use an indicator that exists for the level {tingkat}.",
    ),
    Text(
        "Nilai untuk tingkat yang tidak diukur bukan nilai indikator itu.",
        "A value for a level that is not measured is not a value of that indicator.",
    ),
)
DUPLICATE_ITEM: Final = FindingKind(
    "IKU314",
    Level.GALAT,
    Text("Butir ganda", "Item given twice"),
    Text(
        "{kode} untuk wilayah {wilayah}, {tahun}, {periode} sudah ada pada {lain}.",
        "{kode} for region {wilayah}, {tahun}, {periode} already stands at {lain}.",
    ),
    Text("Hapus salah satunya.", "Remove one of them."),
    Text(
        "Dua nilai untuk hal yang sama tidak dapat keduanya benar.",
        "Two values for the same thing cannot both be right.",
    ),
)
EMPTY_REPORT: Final = FindingKind(
    "IKU315",
    Level.PERINGATAN,
    Text("Laporan tanpa butir", "Report without items"),
    Text("Laporan ini tidak memuat satu butir pun.", "This report holds no item."),
    Text("Isi daftar 'item'.", "Fill the list 'item'."),
    Text("Laporan kosong tidak melaporkan apa-apa.", "An empty report reports nothing."),
)
SERIES_BREAK: Final = FindingKind(
    "IKU316",
    Level.PERINGATAN,
    Text("Deret terputus", "Series broken"),
    Text(
        "Nilai {kode} wilayah {wilayah} tahun {tahun} (versi {versi}) tidak sebanding dengan tahun "
        "{tahun_lama} (versi {versi_lama}): {alasan}",
        "The {tahun} value of {kode} for region {wilayah} (version {versi}) is not comparable with "
        "that of {tahun_lama} (version {versi_lama}): {alasan}",
    ),
    Text(
        "Sajikan kedua metode sebagai deret terpisah; jangan hitung selisihnya.",
        "Show the two methods as separate series; compute no difference between them.",
    ),
    Text(
        "Metode yang berbeda mengukur hal yang berbeda, walau namanya sama.",
        "Different methods measure different things, though the name is the same.",
    ),
)
UNKNOWN_VARIABLE: Final = FindingKind(
    "IKU400",
    Level.GALAT,
    Text("Variabel tidak dikenal", "Unknown variable"),
    Text(
        "{kode} tidak mempunyai variabel '{variabel}'; variabelnya: {harus}.",
        "{kode} has no variable '{variabel}'; its variables are: {harus}.",
    ),
    Text.same("{usul}"),
    Text(
        "Variabel yang salah nama akan terbaca sebagai data yang hilang.",
        "A misnamed variable would read as missing data.",
    ),
)
MISSING_VARIABLE: Final = FindingKind(
    "IKU401",
    Level.GALAT,
    Text("Variabel belum diisi", "Variable missing"),
    Text(
        "{kode} belum dapat dihitung: {kurang} belum ada.",
        "{kode} cannot be computed yet: {kurang} missing.",
    ),
    Text("Isi {kurang}.", "Fill in {kurang}."),
    Text(
        "Yang belum ada bukan nol; nilainya tidak ditebak.",
        "What is missing is not zero; its value is not guessed.",
    ),
)
BELOW_MINIMUM: Final = FindingKind(
    "IKU402",
    Level.GALAT,
    Text("Di bawah batas terendah", "Below the lowest value possible"),
    Text(
        "{nama} = {nilai}, padahal paling rendah {batas}.",
        "{nama} = {nilai}, but it is at least {batas}.",
    ),
    Text("Periksa tanda dan satuannya.", "Check its sign and its unit."),
    Text("Nilai yang mustahil menunjukkan salah tulis.", "An impossible value shows a slip."),
)
ABOVE_MAXIMUM: Final = FindingKind(
    "IKU403",
    Level.GALAT,
    Text("Di atas batas tertinggi", "Above the highest value possible"),
    Text(
        "{nama} = {nilai}, padahal paling tinggi {batas}.",
        "{nama} = {nilai}, but it is at most {batas}.",
    ),
    Text("Periksa skala dan tanda desimalnya.", "Check its scale and its decimal mark."),
    Text("Nilai yang mustahil menunjukkan salah tulis.", "An impossible value shows a slip."),
)
NOT_WHOLE: Final = FindingKind(
    "IKU404",
    Level.GALAT,
    Text("Bukan bilangan bulat", "Not a whole number"),
    Text(
        "{nama} = {nilai}, padahal cacahan selalu bulat.",
        "{nama} = {nilai}, but a count is always whole.",
    ),
    Text("Tulis jumlahnya tanpa desimal.", "Write the number without decimals."),
    Text(
        "Orang, kasus dan rupiah tidak berupa pecahan.",
        "Persons, cases and rupiah do not come in fractions.",
    ),
)
RULE_BROKEN: Final = FindingKind(
    "IKU405",
    Level.GALAT,
    Text("Hubungan antarvariabel dilanggar", "Relation between variables broken"),
    Text.same("{pesan} ({ekspresi})"),
    Text("Periksa angka-angka itu: {angka}.", "Check those numbers: {angka}."),
    Text(
        "Angka yang saling bertentangan tidak boleh menghasilkan nilai.",
        "Numbers that contradict each other must not give a value.",
    ),
)
UNREADABLE_VALUE: Final = FindingKind(
    "IKU406",
    Level.GALAT,
    Text("Bukan satu bilangan", "Not one number"),
    Text(
        "{nama} harus satu bilangan, bukan {bentuk}.",
        "{nama} must be one number, not {bentuk}.",
    ),
    Text("Tulis satu bilangan, misalnya 17 atau 85,23.", "Write one number, such as 17 or 85.23."),
    Text(
        "Rentang, batas dan kata hanya bermakna pada target.",
        "Ranges, bounds and words mean something in targets only.",
    ),
)
UNDEFINED_VALUE: Final = FindingKind(
    "IKU407",
    Level.INFO,
    Text("Nilai tak terdefinisi", "Value undefined"),
    Text("{kode} tidak mempunyai nilai: {alasan}", "{kode} has no value: {alasan}"),
    Text(
        "Laporkan sebagai tak terdefinisi, bukan 0 atau 100.",
        "Report it as undefined, not as 0 or 100.",
    ),
    Text(
        "Tidak ada kejadian berbeda dari tidak ada data, dan keduanya berbeda dari nol.",
        "No occurrence differs from no data, and both differ from zero.",
    ),
)
RELEASE_DIFFERS: Final = FindingKind(
    "IKU408",
    Level.PERINGATAN,
    Text("Nilai rilis berbeda dari hitungan", "Released value differs from the computed one"),
    Text(
        "{nama} = {rilis}, sedangkan dari komponennya {hitung}.",
        "{nama} = {rilis}, but its components give {hitung}.",
    ),
    Text(
        "Periksa komponen; yang dipakai tetap nilai rilis.",
        "Check the components; the released value stays the one used.",
    ),
    Text(
        "Nilai resmi mengalahkan hitungan, tetapi perbedaannya harus terlihat.",
        "The official value prevails over computing, but the difference must show.",
    ),
)
COMPONENTS_LEFT_OUT: Final = FindingKind(
    "IKU409",
    Level.INFO,
    Text("Dihitung tanpa sebagian komponen", "Computed without some components"),
    Text(
        "{kode} dihitung tanpa {kurang}: yang ada mewakili {bagian} % bobot.",
        "{kode} is computed without {kurang}: what is there holds {bagian} % of the weight.",
    ),
    Text(
        "Lengkapi {kurang} bila datanya ada; nilai ini belum tentu sebanding dengan nilai lengkap.",
        "Fill in {kurang} once there are data; until then the value need not compare with full "
        "ones.",
    ),
    Text(
        "Definisinya mengizinkan sebagian komponen kosong, tetapi yang ditinggalkan harus tampak.",
        "The definition allows some components to be missing, but what is left out must show.",
    ),
)
_UNIT_REASON: Final = Text(
    "Satuan di belakang angka mengatakan apa yang sebenarnya dihitung.",
    "The unit behind a number says what was really counted.",
)
UNIT_UNKNOWN: Final = FindingKind(
    "IKU446",
    Level.GALAT,
    Text("Tulisan di belakang angka tidak dikenal", "Unknown text behind a number"),
    Text(
        "'{tertulis}' di belakang {nama} bukan satuan yang dikenal; mungkin angkanya salah tulis.",
        "'{tertulis}' behind {nama} is no known unit; the number may be misspelt.",
    ),
    Text(
        "Tulis angkanya saja, atau dengan satuan {satuan}.",
        "Write the number alone, or with the unit {satuan}.",
    ),
    _UNIT_REASON,
)
UNIT_OTHER_KIND: Final = FindingKind(
    "IKU447",
    Level.GALAT,
    Text("Satuan jenis lain", "Unit of another kind"),
    Text(
        "{nama} bersatuan {satuan}, tetapi tertulis '{tertulis}'.",
        "{nama} is in {satuan}, but '{tertulis}' is written.",
    ),
    Text(
        "Laporkan angka dalam {satuan}, atau periksa apakah angkanya milik butir lain.",
        "Report the number in {satuan}, or check whether it belongs to another item.",
    ),
    _UNIT_REASON,
)
UNIT_OTHER: Final = FindingKind(
    "IKU448",
    Level.PERINGATAN,
    Text("Satuan lain", "Another unit"),
    Text(
        "{nama} bersatuan {satuan}, tetapi tertulis '{tertulis}'; angkanya dibaca apa adanya.",
        "{nama} is in {satuan}, but '{tertulis}' is written; the number is taken as it is.",
    ),
    Text("Tulis satuan {satuan}.", "Write the unit {satuan}."),
    _UNIT_REASON,
)
UNREADABLE_TARGET: Final = FindingKind(
    "IKU450",
    Level.GALAT,
    Text("Target tidak terbaca", "Target not readable"),
    Text(
        "Target '{target}' bukan bilangan, rentang, batas, atau kelas skala {skala}.",
        "The target '{target}' is no number, range, bound, or class of the scale {skala}.",
    ),
    Text(
        'Tulis misalnya 72, "81,69–85,23", "≥ 80", atau salah satu dari {kelas}.',
        'Write for example 72, "81,69–85,23", "≥ 80", or one of {kelas}.',
    ),
    Text(
        "Capaian hanya berarti terhadap target yang jelas.",
        "Achievement means something only against a clear target.",
    ),
)
TARGET_OUT_OF_RANGE: Final = FindingKind(
    "IKU451",
    Level.PERINGATAN,
    Text("Target di luar skala", "Target outside of the scale"),
    Text(
        "Target {target} berada di luar skala {kode} ({rentang}).",
        "The target {target} lies outside of the scale of {kode} ({rentang}).",
    ),
    Text("Periksa skala dan tanda desimalnya.", "Check its scale and its decimal mark."),
    Text(
        "Target yang tidak mungkin dicapai membuat capaian tidak bermakna.",
        "A target that cannot be reached makes the achievement meaningless.",
    ),
)
TARGET_WRONG_WAY: Final = FindingKind(
    "IKU452",
    Level.PERINGATAN,
    Text("Arah target berlawanan", "Target in the wrong direction"),
    Text(
        "Target '{target}' berlawanan dengan arah {kode}, yang arahnya {polaritas}.",
        "The target '{target}' runs against the direction of {kode} ({polaritas}).",
    ),
    Text(
        "Periksa tanda pada target: ≥ untuk makin tinggi makin baik, "
        "≤ untuk makin rendah makin baik.",
        "Check the sign of the target: ≥ where higher is better, ≤ where lower is better.",
    ),
    Text(
        "Target ke arah yang salah akan dinilai tercapai ketika keadaan memburuk.",
        "A target in the wrong direction counts as reached when things get worse.",
    ),
)
ACHIEVEMENT_UNDEFINED: Final = FindingKind(
    "IKU453",
    Level.INFO,
    Text("Capaian tak terdefinisi", "Achievement undefined"),
    Text(
        "Capaian {kode} terhadap target {target} tidak terdefinisi: {alasan}",
        "The achievement of {kode} against the target {target} is undefined: {alasan}",
    ),
    Text(
        "Laporkan apakah target tercapai, tanpa persen.",
        "Report whether the target is reached, without a percentage.",
    ),
    Text(
        "Persen yang tidak terdefinisi tidak diganti dengan angka karangan.",
        "An undefined percentage is not replaced by an invented one.",
    ),
)

KINDS: Final = (
    UNKNOWN_CODE,
    NOT_IN_FORCE,
    WRONG_VERSION,
    NOT_ESTIMATED,
    DUPLICATE_ITEM,
    EMPTY_REPORT,
    SERIES_BREAK,
    UNKNOWN_VARIABLE,
    MISSING_VARIABLE,
    BELOW_MINIMUM,
    ABOVE_MAXIMUM,
    NOT_WHOLE,
    RULE_BROKEN,
    UNREADABLE_VALUE,
    UNDEFINED_VALUE,
    RELEASE_DIFFERS,
    COMPONENTS_LEFT_OUT,
    UNIT_UNKNOWN,
    UNIT_OTHER_KIND,
    UNIT_OTHER,
    UNREADABLE_TARGET,
    TARGET_OUT_OF_RANGE,
    TARGET_WRONG_WAY,
    ACHIEVEMENT_UNDEFINED,
)
