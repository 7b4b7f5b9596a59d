"""What can be said about the layout of a table (IKU330-349)."""

from __future__ import annotations

from typing import Final

from kesbang_iku.diagnostics import FindingKind, Level, Text

TABLE_UNKNOWN: Final = FindingKind(
    "IKU330",
    Level.GALAT,
    Text("Tajuk tabel tidak dikenali", "Table headers not recognised"),
    Text(
        "Tidak ada baris tajuk yang dikenali; diperlukan {perlu}.",
        "No row of headers is recognised; needed: {perlu_en}.",
    ),
    Text(
        "Beri setiap kolom satu tajuk, misalnya: {contoh}.",
        "Give each column one header, for example: {contoh}.",
    ),
    Text(
        "Isi kolom hanya diketahui dari tajuknya; kolom tidak ditebak dari isinya.",
        "Headers alone say what a column holds; nothing is guessed from its content.",
    ),
)
COLUMN_TWICE: Final = FindingKind(
    "IKU331",
    Level.PERINGATAN,
    Text("Dua kolom berarti sama", "Two columns mean the same"),
    Text(
        "Kolom '{judul}' berarti sama dengan kolom '{lain}' di {sel} dan tidak dibaca.",
        "The column '{judul}' means the same as the column '{lain}' in {sel} and was not read.",
    ),
    Text(
        "Hapus salah satu kolom, atau ganti tajuknya.",
        "Delete one of the columns, or change its header.",
    ),
    Text(
        "Dua kolom untuk satu isian dapat memuat dua nilai yang berbeda.",
        "Two columns for one field may hold two different values.",
    ),
)
COLUMNS_UNUSED: Final = FindingKind(
    "IKU332",
    Level.INFO,
    Text("Kolom tidak dibaca", "Columns not read"),
    Text(
        "Kolom ini tidak dipakai di sini dan tidak dibaca: {judul}.",
        "These columns have no use here and were not read: {judul}.",
    ),
    Text(
        "Tidak perlu tindakan, kecuali bila salah satunya berisi data yang dimaksud; beri tajuk "
        "yang dikenali.",
        "Nothing needs doing, unless one of them holds the data that is meant; give it a header "
        "that is known.",
    ),
    Text(
        "Kolom yang tajuknya salah eja akan tampak seperti kolom yang memang tidak diperlukan.",
        "A column with a misspelt header would look like one that is not needed.",
    ),
)
FILLED_FROM_ABOVE: Final = FindingKind(
    "IKU333",
    Level.INFO,
    Text("Sel mengikuti sel di atasnya", "Cell follows the one above"),
    Text(
        "{jumlah} sel kosong di kolom '{judul}' dibaca mengikuti sel terisi di atasnya.",
        "Empty cells of the column '{judul}' read as the filled cell above: {jumlah}.",
    ),
    Text(
        "Isi setiap baris bila ada yang bukan lanjutan dari baris di atasnya.",
        "Fill in every row if one of them does not continue the row above.",
    ),
    Text(
        "Sasaran biasanya ditulis sekali untuk beberapa indikator; di berkas, sel berikutnya "
        "kosong.",
        "An objective is usually written once for several indicators; the next cells are empty.",
    ),
)
DATE_FOR_NUMBER: Final = FindingKind(
    "IKU334",
    Level.PERINGATAN,
    Text("Tanggal di tempat bilangan", "Date in place of a number"),
    Text(
        "Sel ini berisi tanggal {nilai}, padahal kolomnya berisi bilangan.",
        "This cell holds the date {nilai}, but its column holds numbers.",
    ),
    Text(
        "Ubah format sel menjadi angka atau teks, lalu ketik ulang nilainya.",
        "Change the format of the cell to number or text, and type the value again.",
    ),
    Text(
        "Aplikasi pengolah tabel mengubah ketikan seperti 3/4 atau 1-2 menjadi tanggal tanpa "
        "bertanya; nilai semula hilang.",
        "Spreadsheets turn what is typed as 3/4 or 1-2 into a date without asking; the value that "
        "was meant is lost.",
    ),
)
ROWS_SKIPPED: Final = FindingKind(
    "IKU335",
    Level.INFO,
    Text("Baris tanpa indikator dilewati", "Rows without an indicator passed over"),
    Text(
        "{jumlah} baris tanpa nama indikator dan tanpa nilai dilewati, mulai baris {awal}.",
        "Rows with neither the name of an indicator nor a value, passed over: {jumlah}, from row "
        "{awal} on.",
    ),
    Text(
        "Tidak perlu tindakan bila baris itu judul kelompok atau catatan kaki.",
        "Nothing needs doing if the rows are headings or footnotes.",
    ),
    Text(
        "Judul kelompok dan catatan kaki bukan indikator.",
        "Headings and footnotes are no indicators.",
    ),
)
NAME_MISSING: Final = FindingKind(
    "IKU336",
    Level.GALAT,
    Text("Nilai tanpa nama indikator", "Values without the name of an indicator"),
    Text(
        "Baris ini berisi nilai, tetapi nama indikatornya kosong; baris tidak dibaca.",
        "This row holds values, but the name of its indicator is empty; the row was not read.",
    ),
    Text(
        "Isi nama indikator pada baris ini; pisahkan sel nama yang digabung ke bawah.",
        "Fill in the name of the indicator; split a name cell that is merged downwards.",
    ),
    Text(
        "Nilai tanpa nama tidak diketahui milik indikator mana.",
        "Nobody knows which indicator a value without a name belongs to.",
    ),
)
SHEET_SKIPPED: Final = FindingKind(
    "IKU337",
    Level.INFO,
    Text("Lembar dilewati", "Sheet passed over"),
    Text(
        "Lembar '{lembar}' tidak memuat {isi} dan dilewati.",
        "The sheet '{lembar}' holds no {isi_en} and was passed over.",
    ),
    Text(
        "Tidak perlu tindakan, kecuali bila lembar itu memuat data yang dimaksud; periksa "
        "tajuknya.",
        "Nothing needs doing, unless the sheet holds the data that is meant; check its headers.",
    ),
    Text(
        "Buku kerja sering memuat lembar petunjuk dan rekapitulasi.",
        "Workbooks often hold sheets with instructions and summaries.",
    ),
)
HEADER_WITHOUT_YEAR: Final = FindingKind(
    "IKU338",
    Level.PERINGATAN,
    Text("Tajuk tanpa tahun", "Header without a year"),
    Text(
        "Kolom '{judul}' tidak menyebut tahun dan tidak dibaca.",
        "The column '{judul}' names no year and was not read.",
    ),
    Text(
        "Tulis tahunnya di tajuk, misalnya '{judul} 2024'.",
        "Write the year into the header, for example '{judul} 2024'.",
    ),
    Text(
        "Nilai tanpa tahun tidak dapat dibandingkan dengan target tahun mana pun.",
        "A value without a year cannot be compared with the target of any year.",
    ),
)
NO_ROWS: Final = FindingKind(
    "IKU339",
    Level.PERINGATAN,
    Text("Tabel capaian tanpa isi", "Achievement table without content"),
    Text(
        "Di bawah tajuk tabel ini tidak ada satu baris pun yang dapat dibaca.",
        "Below the headers of this table there is not a single row that can be read.",
    ),
    Text(
        "Isi paling sedikit satu baris dengan nama indikator.",
        "Fill in at least one row with the name of an indicator.",
    ),
    Text(
        "Tabel kosong akan tampak tanpa kekeliruan.",
        "An empty table would look as if nothing were wrong in it.",
    ),
)

NAME_CONTINUED: Final = FindingKind(
    "IKU340",
    Level.INFO,
    Text("Nama dilanjutkan di baris berikutnya", "Name goes on in the next row"),
    Text(
        "Baris ini hanya berisi '{lanjutan}', dibaca sebagai lanjutan nama di atasnya: '{nama}'.",
        "This row holds only '{lanjutan}', read as the rest of the name above: '{nama}'.",
    ),
    Text(
        "Tulis nama itu dalam satu sel; bila baris ini indikator sendiri, awali dengan huruf "
        "besar.",
        "Write that name in one cell; if this row is an indicator of its own, start it with a "
        "capital letter.",
    ),
    Text(
        "Tabel yang disalin dari PDF memecah nama panjang menjadi beberapa baris; potongannya "
        "bukan indikator.",
        "Tables copied from PDF break long names into several rows; the pieces are no indicators.",
    ),
)

COLUMNS_RIVAL: Final = FindingKind(
    "IKU341",
    Level.GALAT,
    Text("Beberapa kolom untuk target satu tahun", "Several columns for the target of one year"),
    Text(
        "Kolom {kolom} (di bawah '{judul}') sama-sama akan menjadi {isi}; tidak satu pun dipakai.",
        "The columns {kolom} (below '{judul}') would all be {isi}; none of them is used.",
    ),
    Text(
        "Beri hanya satu kolom tajuk target tahun itu; untuk uang tulis 'Rp' atau 'Anggaran' "
        "tepat di bawah tahunnya saja, misalnya '2025' di atas 'Target' dan 'Rp'.",
        "Let one column alone be headed as the target of that year; for money write 'Rp' or "
        "'Anggaran' right below the year alone, such as '2025' above 'Target' and 'Rp'.",
    ),
    Text(
        "Kolom yang keliru diambil menjadikan rupiah target orang, tanpa tanda apa pun.",
        "The wrong column taken makes a sum of money the target for people, without a trace.",
    ),
)
PERIODS_UNCLEAR: Final = FindingKind(
    "IKU342",
    Level.PERINGATAN,
    Text("Kolom bagian tahun tidak dipahami", "Columns of parts of the year not understood"),
    Text(
        "Kolom ini menyebut bagian tahun dan tidak semuanya dapat dipahami: {judul}; capaian "
        "dalam tabel ini tidak dinilai.",
        "These columns name parts of the year, and not all of them are understood: {judul}; the "
        "achievements of this table were not judged.",
    ),
    Text(
        "Untuk diperiksa, tulis target dan realisasi setahun, dan realisasi tiap triwulan sebagai "
        "'Realisasi TW I' sampai 'Realisasi TW IV'.",
        "To have them checked, write target and value of the year, and the value of each quarter "
        "as 'Realisasi TW I' to 'Realisasi TW IV'.",
    ),
    Text(
        "Realisasi satu triwulan yang dibandingkan dengan target setahun memberi capaian yang "
        "salah.",
        "The value of one quarter held against the target of a year gives a wrong achievement.",
    ),
)
CELLS_BESIDE: Final = FindingKind(
    "IKU343",
    Level.GALAT,
    Text("Sel di kanan tajuk terakhir", "Cells right of the last header"),
    Text(
        "Ada {jumlah} sel yang berisi di kanan tajuk terakhir dan tidak dibaca: {sel}.",
        "Cells that hold something right of the last header and were not read: {jumlah} ({sel}).",
    ),
    Text(
        "Beri kolom itu tajuk, atau pindahkan isinya ke luar baris tabel.",
        "Give their column a header, or move what they hold out of the rows of the table.",
    ),
    Text(
        "Isi tanpa tajuk bisa jadi nilai yang tergeser dari kolomnya.",
        "What stands under no header may be a value that slipped out of its column.",
    ),
)
DIGITS_MARKED: Final = FindingKind(
    "IKU344",
    Level.GALAT,
    Text("Angka terangkat atau dicoret", "Digits raised or struck out"),
    Text(
        "Sel ini memuat angka yang terangkat, diturunkan atau dicoret, dan tidak dibaca sebagai "
        "bilangan: '{nilai}'.",
        "This cell holds digits that are raised, lowered or struck out, and is not read as a "
        "number: '{nilai}'.",
    ),
    Text(
        "Hapus angka yang dicoret, dan pindahkan nomor catatan kaki ke kolom keterangan.",
        "Delete what is struck out, and move the numbers of footnotes to a column of remarks.",
    ),
    Text(
        "Di berkas, '20' dengan catatan kaki 1 tersimpan sebagai 201.",
        "In the file, '20' with the footnote 1 is stored as 201.",
    ),
)

KINDS: Final = (
    TABLE_UNKNOWN,
    COLUMN_TWICE,
    COLUMNS_UNUSED,
    FILLED_FROM_ABOVE,
    DATE_FOR_NUMBER,
    ROWS_SKIPPED,
    NAME_MISSING,
    SHEET_SKIPPED,
    HEADER_WITHOUT_YEAR,
    NO_ROWS,
    NAME_CONTINUED,
    COLUMNS_RIVAL,
    PERIODS_UNCLEAR,
    CELLS_BESIDE,
    DIGITS_MARKED,
)
