"""What can be said about reading workbooks (IKU043-049)."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

WORKBOOK_BROKEN: Final = FindingKind(
    "IKU043",
    Level.GALAT,
    Text("Buku kerja rusak", "Workbook is damaged"),
    Text(
        "Buku kerja {berkas} tidak dapat dibaca: {sebab}.",
        "The workbook {berkas} cannot be read: {sebab_en}.",
    ),
    Text(
        "Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx; bila tidak terbuka, "
        "minta salinan baru dari pengirimnya.",
        "Open it in Excel or LibreOffice and save it again as .xlsx; if it does not open, ask its "
        "sender for a new copy.",
    ),
    Text(
        "Berkas yang terpotong saat dikirim bisa tampak utuh; isinya tidak boleh diduga.",
        "A file cut off while it was sent may look whole; its content must not be guessed.",
    ),
)
WORKBOOK_TOO_LARGE: Final = FindingKind(
    "IKU044",
    Level.GALAT,
    Text("Isi buku kerja terlalu besar", "Content of the workbook is too large"),
    Text(
        "Buku kerja {berkas} melampaui batas: {batas}.",
        "The workbook {berkas} exceeds a limit: {batas_en}.",
    ),
    Text(
        "Hapus baris, kolom dan lembar yang tidak dipakai, atau simpan tabelnya sebagai CSV.",
        "Delete rows, columns and sheets that are not used, or save the table as CSV.",
    ),
    Text(
        "Berkas .xlsx adalah arsip: berkas kecil dapat mengembang sampai menghabiskan memori.",
        "An .xlsx file is an archive: a small one may swell until it uses up the memory.",
    ),
)
WORKBOOK_OTHER_FORM: Final = FindingKind(
    "IKU045",
    Level.GALAT,
    Text("Bentuk buku kerja tidak dibaca", "Form of workbook is not read"),
    Text(
        "Berkas {berkas} adalah {rupa}; yang dibaca hanya buku kerja .xlsx tanpa kata sandi.",
        "The file {berkas} is {rupa_en}; only .xlsx workbooks without a password are read.",
    ),
    Text("{usul}", "{usul_en}"),
    Text(
        "Setiap bentuk berkas perlu pembaca sendiri; satu bentuk terbuka cukup bagi semua aplikasi "
        "pengolah tabel.",
        "Each form of file needs a reader of its own; one open form serves every spreadsheet "
        "application.",
    ),
)
SHEET_HIDDEN: Final = FindingKind(
    "IKU046",
    Level.PERINGATAN,
    Text("Lembar tersembunyi tidak dibaca", "Hidden sheet was not read"),
    Text(
        "Lembar '{lembar}' tersembunyi dan tidak dibaca.",
        "The sheet '{lembar}' is hidden and was not read.",
    ),
    Text(
        "Tampilkan lembar itu bila isinya termasuk data yang diserahkan; bila tidak, biarkan atau "
        "hapus.",
        "Show the sheet if its content belongs to the data handed in; if not, leave or delete it.",
    ),
    Text(
        "Lembar tersembunyi sering memuat versi lama; orang yang menyerahkan berkas tidak "
        "melihatnya.",
        "A hidden sheet often holds an old version; whoever hands the file in does not see it.",
    ),
)
CELL_ERROR: Final = FindingKind(
    "IKU047",
    Level.PERINGATAN,
    Text("Sel berisi pesan kesalahan", "Cell holds an error message"),
    Text(
        "Ada {jumlah} sel berisi pesan kesalahan rumus: {sel}.",
        "Number of cells that hold the error message of a formula: {jumlah} ({sel}).",
    ),
    Text(
        "Perbaiki rumus di sel itu; pembagian dengan nol biasanya berarti penyebutnya belum diisi.",
        "Mend the formula of the cell; a division by zero usually means that the denominator is "
        "not filled in.",
    ),
    Text(
        "Pesan kesalahan bukan nilai dan bukan sel kosong.",
        "An error message is no value, and no empty cell either.",
    ),
)
FORMULA_NOT_COMPUTED: Final = FindingKind(
    "IKU048",
    Level.PERINGATAN,
    Text("Rumus belum dihitung", "Formula has no result yet"),
    Text(
        "Ada {jumlah} sel dengan rumus tanpa hasil yang tersimpan, terbaca sebagai sel kosong: "
        "{sel}.",
        "Number of cells whose formula has no stored result, read as empty: {jumlah} ({sel}).",
    ),
    Text(
        "Buka buku kerja di Excel atau LibreOffice, lalu simpan, agar hasilnya tersimpan.",
        "Open the workbook in Excel or LibreOffice and save it, so that the results are stored.",
    ),
    Text(
        "Buku kerja buatan program menyimpan rumus saja; nilainya baru ada setelah dihitung.",
        "A workbook made by a program holds the formula alone; its value exists once computed.",
    ),
)
CELL_PERCENT: Final = FindingKind(
    "IKU049",
    Level.INFO,
    Text("Sel berformat persen", "Cell formatted as percentage"),
    Text(
        "Ada {jumlah} sel berformat persen, dibaca seperti yang tampil (0,8169 tampil sebagai "
        "81,69% dan dibaca 81,69): {sel}.",
        "Number of cells formatted as percentage, read as they are shown (0.8169 is shown as "
        "81.69% and read as 81.69): {jumlah} ({sel}).",
    ),
    Text(
        "Tidak perlu tindakan bila yang tampil di layar memang nilainya.",
        "Nothing needs doing if what the screen shows is the value.",
    ),
    Text(
        "Aplikasi pengolah tabel menyimpan 81,69% sebagai 0,8169; yang dilaporkan daerah adalah "
        "yang dibacanya di layar.",
        "A spreadsheet stores 81.69% as 0.8169; what a region reports is what it reads on screen.",
    ),
)

KINDS: Final = (
    WORKBOOK_BROKEN,
    WORKBOOK_TOO_LARGE,
    WORKBOOK_OTHER_FORM,
    SHEET_HIDDEN,
    CELL_ERROR,
    FORMULA_NOT_COMPUTED,
    CELL_PERCENT,
)
