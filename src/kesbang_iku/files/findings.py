"""What can be said about reading files (IKU001-049) and about numbers in them (IKU050-099)."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

FILE_MISSING: Final = FindingKind(
    "IKU001",
    Level.GALAT,
    Text(
        "Berkas tidak ada",
        "File does not exist",
    ),
    Text(
        "Berkas {berkas} tidak ada.",
        "The file {berkas} does not exist.",
    ),
    Text(
        "Periksa ejaan nama berkas dan foldernya.",
        "Check the spelling of the file name and of its folder.",
    ),
    Text(
        "Tanpa berkas tidak ada yang dapat diperiksa; jawaban kosong akan tampak seperti berkas "
        "tanpa kesalahan.",
        "Without the file nothing can be checked; an empty answer would look like a file without "
        "mistakes.",
    ),
)
FILE_UNREADABLE: Final = FindingKind(
    "IKU002",
    Level.GALAT,
    Text(
        "Berkas tidak dapat dibuka",
        "File cannot be opened",
    ),
    Text(
        "Berkas {berkas} tidak dapat dibuka: {sebab}.",
        "The file {berkas} cannot be opened: {sebab}.",
    ),
    Text(
        "Hilangkan sebab itu, misalnya beri izin baca, lalu jalankan lagi.",
        "Remove that cause, for example give permission to read it, then run again.",
    ),
    Text(
        "Berkas yang ada tetapi tidak terbaca bukan berkas kosong.",
        "A file that exists but cannot be read is not an empty file.",
    ),
)
FILE_IS_FOLDER: Final = FindingKind(
    "IKU003",
    Level.GALAT,
    Text(
        "Yang diberikan folder, bukan berkas",
        "A folder was given, not a file",
    ),
    Text(
        "{berkas} adalah folder, bukan berkas.",
        "{berkas} is a folder, not a file.",
    ),
    Text(
        "Sebutkan berkas di dalamnya satu per satu.",
        "Name the files in it one by one.",
    ),
    Text(
        "Folder dapat memuat berkas yang tidak dimaksudkan untuk dibaca.",
        "A folder may hold files that were not meant to be read.",
    ),
)
FILE_TOO_LARGE: Final = FindingKind(
    "IKU004",
    Level.GALAT,
    Text(
        "Berkas terlalu besar",
        "File is too large",
    ),
    Text(
        "Berkas {berkas} lebih besar dari {batas} MB, batas untuk {bentuk}.",
        "The file {berkas} is larger than {batas} MB, the limit for {bentuk_en}.",
    ),
    Text(
        "Bagi isinya menjadi beberapa berkas, atau berikan data besar sebagai CSV.",
        "Split its content into several files, or give large data as CSV.",
    ),
    Text(
        "Batas ukuran menjaga agar satu berkas tidak menghabiskan memori.",
        "The size limit keeps one file from using up the memory.",
    ),
)
FILE_EMPTY: Final = FindingKind(
    "IKU005",
    Level.GALAT,
    Text(
        "Berkas kosong",
        "File is empty",
    ),
    Text(
        "Berkas {berkas} tidak berisi apa pun.",
        "The file {berkas} holds nothing.",
    ),
    Text(
        "Isi berkas itu, atau simpan ulang dari aplikasi asalnya.",
        "Fill the file in, or save it again from the application it came from.",
    ),
    Text(
        "Berkas kosong biasanya berarti penyimpanan yang gagal.",
        "An empty file usually means that saving went wrong.",
    ),
)
FILE_NOT_TEXT: Final = FindingKind(
    "IKU006",
    Level.GALAT,
    Text(
        "Isi berkas bukan teks",
        "Content is not text",
    ),
    Text(
        "Berkas {berkas} bukan berkas teks; isinya tampak seperti {rupa}.",
        "The file {berkas} is not a text file; it looks like {rupa_en}.",
    ),
    Text(
        "Buka berkas itu di aplikasi asalnya, lalu simpan sebagai CSV UTF-8, YAML atau JSON.",
        "Open the file in the application it came from, then save it as CSV UTF-8, YAML or JSON.",
    ),
    Text(
        "Nama berkas tidak mengubah isinya: buku kerja Excel yang dinamai .csv tetap buku kerja "
        "Excel.",
        "A name does not change the content: an Excel workbook named .csv is still an Excel "
        "workbook.",
    ),
)
ENCODING_FALLBACK: Final = FindingKind(
    "IKU007",
    Level.PERINGATAN,
    Text(
        "Berkas bukan UTF-8",
        "File is not UTF-8",
    ),
    Text(
        "Berkas {berkas} bukan UTF-8 dan dibaca sebagai Windows-1252; huruf di luar abjad biasa "
        "bisa salah.",
        "The file {berkas} is not UTF-8 and was read as Windows-1252; letters outside the plain "
        "alphabet may be wrong.",
    ),
    Text(
        'Simpan ulang sebagai UTF-8 (di Excel: "CSV UTF-8").',
        'Save it again as UTF-8 (in Excel: "CSV UTF-8").',
    ),
    Text(
        "Excel lama menyimpan CSV dalam penyandian Windows; tanda seperti – dan ≥ berubah bila "
        "salah dibaca.",
        "Older Excel saves CSV in the Windows encoding; signs such as – and ≥ change when read "
        "wrongly.",
    ),
)
ENCODING_BROKEN: Final = FindingKind(
    "IKU008",
    Level.GALAT,
    Text(
        "Penyandian teks rusak",
        "Text encoding is broken",
    ),
    Text(
        "Berkas {berkas} tidak dapat dibaca sebagai {penyandian}; baita ke-{posisi} tidak sah.",
        "The file {berkas} cannot be read as {penyandian}; byte {posisi} is not valid.",
    ),
    Text(
        "Simpan ulang berkas sebagai UTF-8 dari aplikasi asalnya.",
        "Save the file again as UTF-8 from the application it came from.",
    ),
    Text(
        "Teks yang dibaca dengan penyandian yang salah memuat huruf dan tanda yang tidak pernah "
        "ditulis.",
        "Text read with the wrong encoding holds letters and signs nobody wrote.",
    ),
)
CONTROL_CHARACTER: Final = FindingKind(
    "IKU009",
    Level.GALAT,
    Text(
        "Karakter kendali dalam teks",
        "Control character in the text",
    ),
    Text(
        "Ada karakter kendali {kode_karakter} yang tidak terlihat ({jumlah} di seluruh berkas).",
        "There is an invisible control character {kode_karakter} ({jumlah} in the whole file).",
    ),
    Text(
        "Hapus karakter itu; biasanya terbawa saat menyalin dari PDF atau aplikasi lain.",
        "Delete the character; it usually comes along when copying from a PDF or another "
        "application.",
    ),
    Text(
        "Karakter yang tidak terlihat membuat dua teks yang tampak sama menjadi berbeda.",
        "Characters nobody sees make two texts differ that look the same.",
    ),
)
FORMAT_UNKNOWN: Final = FindingKind(
    "IKU010",
    Level.GALAT,
    Text(
        "Bentuk berkas tidak dikenali",
        "File format not recognised",
    ),
    Text(
        "Isi berkas {berkas} tidak dikenali sebagai YAML, JSON, CSV atau XLSX.",
        "The content of {berkas} is not recognised as YAML, JSON, CSV or XLSX.",
    ),
    Text(
        "Beri nama berkas dengan akhiran .yaml, .json atau .csv sesuai isinya.",
        "Give the file a name ending in .yaml, .json or .csv as its content is.",
    ),
    Text(
        "Menebak bentuk berkas berarti menebak isinya.",
        "Guessing the format means guessing the content.",
    ),
)
FORMAT_IS_TABLE: Final = FindingKind(
    "IKU011",
    Level.GALAT,
    Text(
        "Berkas ini tabel",
        "The file is a table",
    ),
    Text(
        "Berkas {berkas} adalah tabel (CSV atau XLSX), sedangkan di sini diperlukan YAML atau "
        "JSON.",
        "The file {berkas} is a table (CSV or XLSX), but YAML or JSON is needed here.",
    ),
    Text(
        "Berikan berkas YAML atau JSON.",
        "Give a YAML or JSON file.",
    ),
    Text(
        "Tabel tidak dapat memuat struktur bertingkat.",
        "A table cannot hold nested structure.",
    ),
)
FORMAT_IS_DOCUMENT: Final = FindingKind(
    "IKU012",
    Level.GALAT,
    Text(
        "Berkas ini bukan tabel",
        "The file is not a table",
    ),
    Text(
        "Berkas {berkas} adalah {bentuk}, sedangkan di sini diperlukan tabel CSV atau XLSX.",
        "The file {berkas} is {bentuk}, but a CSV or XLSX table is needed here.",
    ),
    Text(
        "Berikan tabel CSV atau XLSX dengan baris judul.",
        "Give a CSV or XLSX table with a header row.",
    ),
    Text(
        "Tabel dibaca per baris dan judul kolom.",
        "A table is read by rows and column headers.",
    ),
)
YAML_SYNTAX: Final = FindingKind(
    "IKU013",
    Level.GALAT,
    Text(
        "Penulisan YAML salah",
        "YAML is not well formed",
    ),
    Text(
        "Penulisan YAML tidak dapat dibaca di sini ({asal}).",
        "The YAML cannot be read here ({asal}).",
    ),
    Text(
        "Periksa baris ini dan baris sebelumnya: indentasi, titik dua, tanda kutip dan kurung.",
        "Check this line and the one before: indentation, colons, quotes and brackets.",
    ),
    Text(
        "Berkas yang tidak dapat diurai tidak boleh dibaca sebagian seolah-olah lengkap.",
        "A file that cannot be parsed must not be read in part as if it were whole.",
    ),
)
YAML_TAB: Final = FindingKind(
    "IKU014",
    Level.GALAT,
    Text(
        "Tab sebagai indentasi",
        "Tab used for indentation",
    ),
    Text(
        "Baris ini memakai tab; YAML hanya mengenal spasi untuk indentasi.",
        "This line uses a tab; YAML knows only spaces for indentation.",
    ),
    Text(
        "Ganti tab dengan spasi, dua spasi per tingkat.",
        "Replace the tab by spaces, two for each level.",
    ),
    Text(
        "Lebar tab berbeda di tiap penyunting, sehingga YAML melarangnya.",
        "The width of a tab differs between editors, so YAML forbids it.",
    ),
)
YAML_NO_COLON: Final = FindingKind(
    "IKU015",
    Level.GALAT,
    Text(
        "Titik dua tidak ada",
        "Missing colon",
    ),
    Text(
        'Baris {baris_awal} seharusnya berbentuk "kunci: nilai", tetapi titik duanya tidak ada.',
        'Line {baris_awal} should read "key: value", but the colon is missing.',
    ),
    Text(
        'Tulis titik dua dan satu spasi setelah kunci, misalnya "tahun: 2025".',
        'Write a colon and one space after the key, such as "tahun: 2025".',
    ),
    Text(
        "Tanpa titik dua sebuah kunci tidak punya nilai.",
        "Without the colon a key has no value.",
    ),
)
YAML_COLON_IN_TEXT: Final = FindingKind(
    "IKU016",
    Level.GALAT,
    Text(
        "Titik dua atau indentasi di tempat yang salah",
        "Colon or indentation out of place",
    ),
    Text(
        'Ada titik dua yang tidak diharapkan di sini: teksnya memuat ": " tanpa tanda kutip, atau '
        "indentasi baris ini salah.",
        'There is an unexpected colon here: the text holds ": " without quotes, or the line is '
        "indented wrongly.",
    ),
    Text(
        "Apit teks yang memuat titik dua dengan tanda kutip, atau samakan indentasi baris ini "
        "dengan saudaranya.",
        "Put text that holds a colon in quotes, or indent the line like its siblings.",
    ),
    Text(
        "Titik dua diikuti spasi selalu memisahkan kunci dan nilai.",
        "A colon followed by a space always separates a key from its value.",
    ),
)
YAML_INDENTATION: Final = FindingKind(
    "IKU017",
    Level.GALAT,
    Text(
        "Indentasi tidak sesuai",
        "Indentation does not fit",
    ),
    Text(
        "Indentasi di sini tidak sesuai dengan baris-baris sebelumnya (bagian ini mulai di baris "
        "{baris_awal}).",
        "The indentation here does not fit the lines before (this part starts on line "
        "{baris_awal}).",
    ),
    Text(
        'Samakan jumlah spasi di depan kunci yang setingkat; tanda "-" satu daftar harus sejajar.',
        'Use the same number of spaces before keys of one level; the "-" signs of one list must '
        "line up.",
    ),
    Text(
        "Dalam YAML indentasi menentukan apa termasuk di mana.",
        "In YAML the indentation decides what belongs where.",
    ),
)
YAML_OPEN_QUOTE: Final = FindingKind(
    "IKU018",
    Level.GALAT,
    Text(
        "Tanda kutip tidak ditutup",
        "Quote is not closed",
    ),
    Text(
        "Tanda kutip yang dibuka di baris {baris_awal} tidak pernah ditutup.",
        "The quote opened on line {baris_awal} is never closed.",
    ),
    Text(
        "Tutup tanda kutip itu di baris yang sama.",
        "Close the quote on the same line.",
    ),
    Text(
        "Tanpa penutup, sisa berkas menjadi bagian dari teks itu.",
        "Without its end the rest of the file becomes part of the text.",
    ),
)
YAML_AFTER_QUOTE: Final = FindingKind(
    "IKU019",
    Level.GALAT,
    Text(
        "Teks setelah tanda kutip penutup",
        "Text after the closing quote",
    ),
    Text(
        "Ada teks setelah tanda kutip penutup.",
        "There is text after the closing quote.",
    ),
    Text(
        "Tanda kutip di dalam teks ditulis dua kali ('Jum''at'), atau apit teksnya dengan kutip "
        'ganda ("Jum\'at").',
        "Write a quote inside the text twice ('Jum''at'), or put the text in double quotes "
        '("Jum\'at").',
    ),
    Text(
        "Teks berakhir pada kutip penutup pertama; sisanya tidak bertuan.",
        "A text ends at its first closing quote; the rest belongs to nothing.",
    ),
)
YAML_OPEN_BRACKET: Final = FindingKind(
    "IKU020",
    Level.GALAT,
    Text(
        "Kurung tidak ditutup",
        "Bracket is not closed",
    ),
    Text(
        "Kurung [ atau {{ yang dibuka di baris {baris_awal} tidak ditutup, atau ada koma yang "
        "kurang.",
        "The bracket [ or {{ opened on line {baris_awal} is not closed, or a comma is missing.",
    ),
    Text(
        "Tutup kurungnya, dan pisahkan isinya dengan koma.",
        "Close the bracket, and separate its content by commas.",
    ),
    Text(
        "Tanpa penutup tidak jelas sampai di mana daftar itu.",
        "Without its end nobody knows how far the list reaches.",
    ),
)
YAML_RESERVED_START: Final = FindingKind(
    "IKU021",
    Level.GALAT,
    Text(
        "Awal teks yang dicadangkan",
        "Text starts with a reserved character",
    ),
    Text(
        'Teks tanpa kutip tidak boleh dimulai dengan "{tanda}".',
        'Text without quotes must not start with "{tanda}".',
    ),
    Text(
        "Apit teksnya dengan tanda kutip.",
        "Put the text in quotes.",
    ),
    Text(
        "YAML memakai tanda itu untuk keperluan lain.",
        "YAML uses the character for something else.",
    ),
)
YAML_ESCAPE: Final = FindingKind(
    "IKU022",
    Level.GALAT,
    Text(
        "Garis miring terbalik tidak dikenal",
        "Unknown backslash sequence",
    ),
    Text(
        "Garis miring terbalik dalam kutip ganda diikuti karakter yang tidak dikenal.",
        "A backslash inside double quotes is followed by an unknown character.",
    ),
    Text(
        "Tulis \\\\ untuk garis miring terbalik, atau pakai kutip tunggal.",
        "Write \\\\ for a backslash, or use single quotes.",
    ),
    Text(
        "Dalam kutip ganda garis miring terbalik memulai kode karakter.",
        "Inside double quotes a backslash starts a character code.",
    ),
)
KEY_DUPLICATE: Final = FindingKind(
    "IKU023",
    Level.GALAT,
    Text(
        "Kunci ganda",
        "Duplicate key",
    ),
    Text(
        'Kunci "{kunci}" sudah ada di baris {baris_awal}; yang dipakai adalah yang pertama.',
        'The key "{kunci}" already stands on line {baris_awal}; the first one is used.',
    ),
    Text(
        "Hapus salah satu, atau beri nama yang benar.",
        "Delete one of them, or give it its right name.",
    ),
    Text(
        "Banyak pembaca memakai yang terakhir tanpa memberi tahu; angka yang hilang tidak "
        "terlihat.",
        "Many readers take the last one without a word; the number that is lost is not seen.",
    ),
)
YAML_ALIAS: Final = FindingKind(
    "IKU024",
    Level.GALAT,
    Text(
        "Jangkar atau alias YAML",
        "YAML anchor or alias",
    ),
    Text(
        "Jangkar (&nama) dan alias (*nama) tidak diterima.",
        "Anchors (&name) and aliases (*name) are not accepted.",
    ),
    Text(
        "Tulis isinya langsung; bila tanda & atau * bagian dari teks, apit teksnya dengan kutip.",
        "Write the content out; if the & or * is part of the text, put the text in quotes.",
    ),
    Text(
        "Alias dapat menggandakan isi tanpa batas dan tidak dipahami semua pembaca.",
        "Aliases can multiply content without end, and not every reader understands them.",
    ),
)
YAML_MERGE: Final = FindingKind(
    "IKU025",
    Level.GALAT,
    Text(
        "Kunci gabung YAML",
        "YAML merge key",
    ),
    Text(
        'Kunci gabung "<<" tidak diterima.',
        'The merge key "<<" is not accepted.',
    ),
    Text(
        "Tulis kunci yang digabungkan langsung di sini.",
        "Write the merged keys out here.",
    ),
    Text(
        'Sebagian pembaca menggabungkan, sebagian menyimpan "<<" sebagai kunci biasa.',
        'Some readers merge, some keep "<<" as an ordinary key.',
    ),
)
YAML_TAG: Final = FindingKind(
    "IKU026",
    Level.GALAT,
    Text(
        "Tag YAML",
        "YAML tag",
    ),
    Text(
        'Tag "{tag}" tidak diterima.',
        'The tag "{tag}" is not accepted.',
    ),
    Text(
        "Hapus tag itu; jenis nilai ditentukan oleh skema.",
        "Delete the tag; the schema decides what kind of value it is.",
    ),
    Text(
        "Tag dapat menjalankan kode di pembaca lain, atau dibuang diam-diam.",
        "In other readers a tag can run code, or is dropped without a word.",
    ),
)
YAML_KEY_NOT_TEXT: Final = FindingKind(
    "IKU027",
    Level.GALAT,
    Text(
        "Kunci bukan teks",
        "Key is not text",
    ),
    Text(
        "Kunci di sini bukan teks, melainkan {rupa}.",
        "The key here is not text but {rupa_en}.",
    ),
    Text(
        "Tulis kunci sebagai teks sederhana sebelum titik dua.",
        "Write the key as plain text before the colon.",
    ),
    Text(
        "Hanya teks yang dapat menjadi nama isian.",
        "Only text can name a field.",
    ),
)
YAML_AMBIGUOUS: Final = FindingKind(
    "IKU028",
    Level.GALAT,
    Text(
        "Nilai tanpa kutip yang dibaca berbeda-beda",
        "Unquoted value that readers disagree on",
    ),
    Text(
        '"{nilai}" tanpa kutip dibaca berbeda oleh pembaca YAML yang berbeda: {rupa}.',
        '"{nilai}" without quotes is read differently by different YAML readers: {rupa_en}.',
    ),
    Text(
        'Tulis dengan tanda kutip: "{nilai}"; bila dimaksudkan angka, tulis angkanya dengan biasa.',
        'Write it in quotes: "{nilai}"; if a number is meant, write the number plainly.',
    ),
    Text(
        'Kode 012 menjadi 10 di satu pembaca dan 12 di pembaca lain; "no" menjadi salah atau teks.',
        'The code 012 becomes 10 in one reader and 12 in another; "no" becomes false or text.',
    ),
)
TOO_DEEP: Final = FindingKind(
    "IKU029",
    Level.GALAT,
    Text(
        "Struktur terlalu dalam",
        "Structure is too deep",
    ),
    Text(
        "Struktur berkas lebih dalam dari {batas} tingkat.",
        "The structure of the file is deeper than {batas} levels.",
    ),
    Text(
        "Ratakan strukturnya; berkas yang sah tidak memerlukan lebih dari sepuluh tingkat.",
        "Flatten the structure; a valid file needs no more than ten levels.",
    ),
    Text(
        "Struktur yang sangat dalam hanya ditemukan dalam berkas rusak atau serangan.",
        "Very deep structure is found only in broken files and attacks.",
    ),
)
TOO_MANY_NODES: Final = FindingKind(
    "IKU030",
    Level.GALAT,
    Text(
        "Isi terlalu banyak",
        "Too much content",
    ),
    Text(
        "Berkas memuat lebih dari {batas} nilai.",
        "The file holds more than {batas} values.",
    ),
    Text(
        "Bagi menjadi beberapa berkas, atau berikan data besar sebagai CSV.",
        "Split it into several files, or give large data as CSV.",
    ),
    Text(
        "Batas ini menjaga agar satu berkas tidak menghabiskan memori.",
        "The limit keeps one file from using up the memory.",
    ),
)
JSON_SYNTAX: Final = FindingKind(
    "IKU031",
    Level.GALAT,
    Text(
        "Penulisan JSON salah",
        "JSON is not well formed",
    ),
    Text(
        "Penulisan JSON tidak dapat dibaca di sini: seharusnya {harap}.",
        "The JSON cannot be read here: expected {harap_en}.",
    ),
    Text(
        "Periksa koma, titik dua, tanda kutip dan kurung di sekitar tempat ini.",
        "Check commas, colons, quotes and brackets around this place.",
    ),
    Text(
        "Berkas yang tidak dapat diurai tidak boleh dibaca sebagian seolah-olah lengkap.",
        "A file that cannot be parsed must not be read in part as if it were whole.",
    ),
)
JSON_STRING: Final = FindingKind(
    "IKU032",
    Level.GALAT,
    Text(
        "Teks JSON salah",
        "JSON string is wrong",
    ),
    Text(
        "Teks di sini tidak sah: {sebab}.",
        "The string here is not valid: {sebab_en}.",
    ),
    Text(
        "Tutup teks dengan kutip ganda, dan tulis ganti baris sebagai \\n.",
        "Close the string with a double quote, and write a line break as \\n.",
    ),
    Text(
        "Teks yang tidak sah dibaca berbeda oleh tiap pembaca.",
        "Readers differ on a string that is not valid.",
    ),
)
JSON_NOT_FINITE: Final = FindingKind(
    "IKU033",
    Level.GALAT,
    Text(
        "Bukan bilangan",
        "Not a number",
    ),
    Text(
        '"{nilai}" bukan bilangan JSON.',
        '"{nilai}" is not a JSON number.',
    ),
    Text(
        "Tulis null bila nilainya tidak ada.",
        "Write null if there is no value.",
    ),
    Text(
        "NaN dan Infinity muncul dari pembagian dengan nol; keduanya bukan hasil.",
        "NaN and Infinity come from a division by zero; neither is a result.",
    ),
)
JSON_TRAILING: Final = FindingKind(
    "IKU034",
    Level.GALAT,
    Text(
        "Isi setelah akhir JSON",
        "Content after the end of the JSON",
    ),
    Text(
        "Masih ada isi setelah dokumen JSON berakhir.",
        "There is more content after the JSON document ends.",
    ),
    Text(
        "Gabungkan beberapa objek dalam satu daftar: [ ..., ... ].",
        "Put several objects into one list: [ ..., ... ].",
    ),
    Text(
        "Isi setelah akhir dokumen akan hilang tanpa terlihat.",
        "Content behind the end would be lost unseen.",
    ),
)
CSV_NO_HEADER: Final = FindingKind(
    "IKU035",
    Level.GALAT,
    Text(
        "Judul kolom tidak ada",
        "Column header is missing",
    ),
    Text(
        "Kolom {sel} berisi data tetapi tidak punya judul.",
        "Column {sel} holds data but has no header.",
    ),
    Text(
        "Tulis judul kolom di baris pertama.",
        "Write the header of the column in the first row.",
    ),
    Text(
        "Data tanpa judul kolom tidak diketahui artinya.",
        "Nobody knows what data without a header means.",
    ),
)
CSV_DUPLICATE_HEADER: Final = FindingKind(
    "IKU036",
    Level.GALAT,
    Text(
        "Judul kolom ganda",
        "Duplicate column header",
    ),
    Text(
        'Judul kolom "{judul}" muncul lebih dari sekali (kolom {sel_awal} dan {sel}).',
        'The column header "{judul}" stands more than once (columns {sel_awal} and {sel}).',
    ),
    Text(
        "Beri setiap kolom judulnya sendiri.",
        "Give each column a header of its own.",
    ),
    Text(
        "Dari dua kolom bernama sama tidak jelas mana yang berlaku.",
        "Of two columns of one name nobody knows which one counts.",
    ),
)
CSV_DELIMITER: Final = FindingKind(
    "IKU037",
    Level.GALAT,
    Text(
        "Pemisah kolom tidak jelas",
        "Column separator is unclear",
    ),
    Text(
        "Pemisah kolom tidak jelas: {calon} sama-sama mungkin.",
        "The column separator is unclear: {calon_en} are both possible.",
    ),
    Text(
        'Tulis baris pertama "sep=;" (atau pemisah yang dipakai), atau apit sel yang memuat tanda '
        "itu dengan kutip.",
        'Write "sep=;" (or the separator used) as the first line, or put cells that hold the sign '
        "in quotes.",
    ),
    Text(
        "Koma dapat berarti pemisah kolom atau tanda desimal; salah pilih mengubah semua angka.",
        "A comma may separate columns or mark decimals; the wrong choice changes every number.",
    ),
)
CSV_ROW_LONG: Final = FindingKind(
    "IKU038",
    Level.GALAT,
    Text(
        "Sel berlebih dalam baris",
        "Too many cells in a row",
    ),
    Text(
        "Baris ini memuat {jumlah} sel, sedangkan judulnya {harap}; baris ini tidak dibaca.",
        "This row has {jumlah:cell|cells} for {harap:header|headers}; the row is not read.",
    ),
    Text(
        'Apit sel yang memuat pemisah (misalnya "85,23") dengan tanda kutip.',
        'Put cells that hold the separator (such as "85,23") in quotes.',
    ),
    Text(
        "Koma desimal tanpa kutip menggeser semua sel di kanannya.",
        "An unquoted decimal comma shifts every cell to its right.",
    ),
)
CSV_ROW_SHORT: Final = FindingKind(
    "IKU039",
    Level.PERINGATAN,
    Text(
        "Sel kurang dalam baris",
        "Too few cells in a row",
    ),
    Text(
        "Baris ini memuat {jumlah} sel, sedangkan judulnya {harap}; sisanya dibaca kosong.",
        "This row has {jumlah:cell|cells} for {harap:header|headers}; the rest is read as empty.",
    ),
    Text(
        "Lengkapi baris itu, dengan pemisah untuk sel yang kosong.",
        "Complete the row, with a separator for each empty cell.",
    ),
    Text(
        "Baris yang terpotong biasanya berarti salinan yang tidak lengkap.",
        "A row cut short usually means an incomplete copy.",
    ),
)
CSV_OPEN_QUOTE: Final = FindingKind(
    "IKU040",
    Level.GALAT,
    Text(
        "Tanda kutip sel tidak ditutup",
        "Quote of a cell is not closed",
    ),
    Text(
        "Sel yang dibuka dengan tanda kutip di sini tidak pernah ditutup.",
        "The cell opened with a quote here is never closed.",
    ),
    Text(
        "Tutup tanda kutipnya; kutip di dalam sel ditulis dua kali.",
        "Close the quote; write a quote inside a cell twice.",
    ),
    Text(
        "Tanpa penutup, sisa berkas menjadi satu sel.",
        "Without its end the rest of the file becomes one cell.",
    ),
)
CSV_AFTER_QUOTE: Final = FindingKind(
    "IKU041",
    Level.GALAT,
    Text(
        "Teks setelah kutip penutup sel",
        "Text after the closing quote of a cell",
    ),
    Text(
        "Ada teks setelah tanda kutip penutup sel ini.",
        "There is text after the closing quote of this cell.",
    ),
    Text(
        'Tulis kutip di dalam sel dua kali: "Bulan ""Bhakti""".',
        'Write a quote inside a cell twice: "Bulan ""Bhakti""".',
    ),
    Text(
        "Pembaca tabel berbeda dalam memotong sel seperti ini.",
        "Readers of tables differ on where such a cell ends.",
    ),
)
CSV_NO_ROWS: Final = FindingKind(
    "IKU042",
    Level.GALAT,
    Text(
        "Tabel tanpa isi",
        "Table without content",
    ),
    Text(
        "Tabel ini tidak memuat baris data di bawah judulnya.",
        "The table has no row of data below its headers.",
    ),
    Text(
        "Isi sedikitnya satu baris di bawah baris judul.",
        "Fill in at least one row below the header row.",
    ),
    Text(
        "Tabel kosong biasanya berarti ekspor yang gagal.",
        "An empty table usually means that an export went wrong.",
    ),
)
NUMBER_AMBIGUOUS: Final = FindingKind(
    "IKU050",
    Level.GALAT,
    Text(
        "Angka bermakna dua",
        "Number with two readings",
    ),
    Text(
        '"{nilai}" dapat berarti {ribuan} (ribuan) atau {desimal} (desimal).',
        '"{nilai}" can mean {ribuan_en} (thousands) or {desimal_en} (decimals).',
    ),
    Text(
        "Tulis {tulis_ribuan} atau {tulis_desimal}, atau nyatakan format_angka berkas ini (id "
        "atau en).",
        "Write {tulis_ribuan} or {tulis_desimal}, or declare the format_angka of the file (id or "
        "en).",
    ),
    Text(
        "Satu tanda dengan tiga angka di belakangnya adalah ribuan di satu daerah dan desimal di "
        "daerah lain; menebak bisa meleset seribu kali.",
        "One mark with three digits behind it is thousands in one office and decimals in another; "
        "a guess can be wrong by a factor of a thousand.",
    ),
)
NUMBER_FITS_NEITHER: Final = FindingKind(
    "IKU051",
    Level.GALAT,
    Text(
        "Kedua arti angka di luar batas",
        "Neither reading of the number fits",
    ),
    Text(
        '"{nilai}" dapat berarti {ribuan} atau {desimal}; keduanya tidak sesuai dengan batas '
        "isian ini ({batas}).",
        '"{nilai}" can mean {ribuan_en} or {desimal_en}; neither fits the bounds of this field '
        "({batas}).",
    ),
    Text(
        "Periksa angkanya pada sumbernya.",
        "Check the number at its source.",
    ),
    Text(
        "Angka yang tidak mungkin dalam kedua bacaan pasti salah tulis.",
        "A number that is impossible in both readings is certainly miswritten.",
    ),
)
NUMBER_SETTLED: Final = FindingKind(
    "IKU052",
    Level.INFO,
    Text(
        "Angka bermakna dua diputuskan oleh batas",
        "Two readings settled by bounds",
    ),
    Text(
        '"{nilai}" dibaca {terbaca}, karena {lain} tidak mungkin untuk isian ini.',
        '"{nilai}" is read as {terbaca_en}, because {lain_en} is impossible for this field.',
    ),
    Text(
        "Tulis {tulis} agar tidak bergantung pada batasnya.",
        "Write {tulis} so that it does not depend on the bounds.",
    ),
    Text(
        "Pilihan di antara dua bacaan tidak pernah diambil diam-diam.",
        "A choice between two readings is never made silently.",
    ),
)
NUMBER_OTHER_FORMAT: Final = FindingKind(
    "IKU053",
    Level.GALAT,
    Text(
        "Angka berlawanan dengan format yang dinyatakan",
        "Number contradicts the declared format",
    ),
    Text(
        '"{nilai}" tidak sesuai dengan format_angka {format} (tanda desimal "{tanda}").',
        '"{nilai}" does not agree with format_angka {format} (decimal mark "{tanda}").',
    ),
    Text(
        "Tulis angkanya dalam format itu, atau hapus pernyataan format_angka.",
        "Write the number in that format, or remove the declared format_angka.",
    ),
    Text(
        "85.23 dalam format Indonesia bukan 8523, melainkan kesalahan.",
        "85.23 in the Indonesian format is not 8523 but a mistake.",
    ),
)
NUMBER_GROUPING: Final = FindingKind(
    "IKU054",
    Level.GALAT,
    Text(
        "Pengelompokan angka salah",
        "Digits are grouped wrongly",
    ),
    Text(
        'Tanda pemisah dalam "{nilai}" tidak membentuk kelompok tiga angka.',
        'The marks in "{nilai}" do not form groups of three digits.',
    ),
    Text(
        "Tulis tanpa pemisah ribuan, misalnya 1234567,89.",
        "Write it without marks for thousands, such as 1234567,89.",
    ),
    Text(
        "Kelompok yang tidak utuh biasanya berarti angka yang hilang.",
        "An incomplete group usually means that a digit was lost.",
    ),
)
NUMBER_MIXED: Final = FindingKind(
    "IKU055",
    Level.GALAT,
    Text(
        "Dua cara menulis angka dalam satu sel",
        "Two notations in one cell",
    ),
    Text(
        '"{nilai}" memakai koma dan titik sebagai tanda desimal sekaligus.',
        '"{nilai}" uses both comma and dot as the decimal mark.',
    ),
    Text(
        "Tulis kedua angka dengan tanda desimal yang sama.",
        "Write both numbers with the same decimal mark.",
    ),
    Text(
        "Bila dua angka berbeda cara tulis, salah satunya mungkin terbaca salah.",
        "When two numbers differ in notation, one of them may be read wrongly.",
    ),
)
NUMBER_SEVERAL: Final = FindingKind(
    "IKU056",
    Level.GALAT,
    Text(
        "Beberapa angka dalam satu sel",
        "Several numbers in one cell",
    ),
    Text(
        '"{nilai}" memuat lebih dari satu angka.',
        '"{nilai}" holds more than one number.',
    ),
    Text(
        'Tulis satu angka per sel; rentang ditulis "80-90".',
        'Write one number a cell; write a range as "80-90".',
    ),
    Text(
        "Dari dua angka tidak jelas mana yang dimaksud.",
        "Of two numbers nobody knows which one is meant.",
    ),
)
NUMBER_EXPONENT: Final = FindingKind(
    "IKU057",
    Level.GALAT,
    Text(
        "Notasi ilmiah",
        "Scientific notation",
    ),
    Text(
        '"{nilai}" ditulis dengan pangkat sepuluh.',
        '"{nilai}" is written with a power of ten.',
    ),
    Text(
        "Tulis angkanya lengkap, misalnya 1000 untuk 1e3.",
        "Write the number out, such as 1000 for 1e3.",
    ),
    Text(
        "Lembar kerja memakai notasi ini setelah membuang angka di belakang.",
        "Spreadsheets use this notation after they have dropped digits.",
    ),
)
NUMBER_EXPONENT_LARGE: Final = FindingKind(
    "IKU058",
    Level.GALAT,
    Text(
        "Pangkat terlalu besar",
        "Exponent is too large",
    ),
    Text(
        'Pangkat sepuluh dalam "{nilai}" melampaui {batas}.',
        'The power of ten in "{nilai}" is beyond {batas}.',
    ),
    Text(
        "Periksa angkanya pada sumbernya.",
        "Check the number at its source.",
    ),
    Text(
        "Pangkat sebesar itu hanya ditemukan dalam berkas rusak atau serangan.",
        "Exponents of that size are found only in broken files and attacks.",
    ),
)
NUMBER_TOO_LONG: Final = FindingKind(
    "IKU059",
    Level.GALAT,
    Text(
        "Angka terlalu panjang",
        "Number is too long",
    ),
    Text(
        "Angka ini lebih panjang dari {batas} digit.",
        "The number is longer than {batas} digits.",
    ),
    Text(
        "Periksa angkanya pada sumbernya.",
        "Check the number at its source.",
    ),
    Text(
        "Ukuran yang nyata tidak memerlukan angka sepanjang itu.",
        "No real measure needs a number of that length.",
    ),
)
NUMBER_FOREIGN_DIGITS: Final = FindingKind(
    "IKU060",
    Level.GALAT,
    Text(
        "Angka bukan 0-9",
        "Digits other than 0-9",
    ),
    Text(
        '"{nilai}" memuat angka di luar 0-9.',
        '"{nilai}" holds digits other than 0-9.',
    ),
    Text(
        "Ketik ulang dengan angka 0-9.",
        "Type it again with the digits 0-9.",
    ),
    Text(
        "Angka dari abjad lain tampak mirip dan dapat bernilai lain.",
        "Digits of other scripts look alike and may have another value.",
    ),
)
RANGE_OPEN: Final = FindingKind(
    "IKU061",
    Level.GALAT,
    Text(
        "Rentang tidak lengkap",
        "Range is incomplete",
    ),
    Text(
        'Rentang "{nilai}" hanya punya satu ujung.',
        'The range "{nilai}" has only one end.',
    ),
    Text(
        'Tulis kedua ujungnya ("80-90"), atau batas dengan tanda ("≥ 80").',
        'Write both ends ("80-90"), or a bound with a sign ("≥ 80").',
    ),
    Text(
        "Ujung yang hilang sering tertinggal di baris lain saat menyalin tabel.",
        "The missing end is often left on another line when a table is copied.",
    ),
)
RANGE_FALLING: Final = FindingKind(
    "IKU062",
    Level.GALAT,
    Text(
        "Rentang menurun",
        "Range is falling",
    ),
    Text(
        'Rentang "{nilai}" mulai dari angka yang lebih besar.',
        'The range "{nilai}" starts with the larger number.',
    ),
    Text(
        "Tulis angka yang lebih kecil dahulu.",
        "Write the smaller number first.",
    ),
    Text(
        "Rentang menurun bisa berarti ujungnya tertukar atau angkanya salah.",
        "A falling range may mean swapped ends or a wrong number.",
    ),
)
NUMBER_MAGNITUDE: Final = FindingKind(
    "IKU063",
    Level.GALAT,
    Text(
        "Satuan besaran dalam kata",
        "Magnitude written as a word",
    ),
    Text(
        '"{nilai}" memakai kata atau singkatan besaran ("{kata}").',
        '"{nilai}" uses a word or a letter for its magnitude ("{kata}").',
    ),
    Text(
        "Tulis angkanya lengkap, misalnya 5000000 untuk 5 juta.",
        "Write the number out, such as 5000000 for 5 juta.",
    ),
    Text(
        "Singkatan seperti M dan T berbeda arti antara Indonesia dan Inggris.",
        "Letters such as M and T differ in meaning between Indonesian and English.",
    ),
)
WORDS_WITH_NUMBER: Final = FindingKind(
    "IKU064",
    Level.GALAT,
    Text(
        "Kata dan angka bercampur",
        "Words and a number mixed",
    ),
    Text(
        '"{nilai}" mencampur kata dan angka, sehingga nilainya tidak jelas.',
        '"{nilai}" mixes words and a number, so its value is not clear.',
    ),
    Text(
        "Tulis hanya angkanya, atau hanya predikatnya.",
        "Write only the number, or only the predicate.",
    ),
    Text(
        '"Sangat Baik (4,21)" dan "Penurunan minimal 10%" menyatakan hal yang berbeda dari sebuah '
        "nilai.",
        '"Sangat Baik (4,21)" and "Penurunan minimal 10%" say something other than a value.',
    ),
)
NUMBER_UNREADABLE: Final = FindingKind(
    "IKU065",
    Level.GALAT,
    Text(
        "Angka tidak terbaca",
        "Number cannot be read",
    ),
    Text(
        '"{nilai}" bukan angka yang dapat dibaca.',
        '"{nilai}" is not a number that can be read.',
    ),
    Text(
        "Tulis angka biasa, misalnya 85,23 atau 1250.",
        "Write a plain number, such as 85,23 or 1250.",
    ),
    Text(
        "Yang tidak terbaca tidak boleh ditebak.",
        "What cannot be read must not be guessed.",
    ),
)
SPREADSHEET_ERROR: Final = FindingKind(
    "IKU066",
    Level.GALAT,
    Text(
        "Kesalahan lembar kerja",
        "Spreadsheet error",
    ),
    Text(
        '"{nilai}" adalah pesan kesalahan lembar kerja, bukan nilai.',
        '"{nilai}" is an error message of a spreadsheet, not a value.',
    ),
    Text(
        "Perbaiki rumus di lembar kerja asalnya.",
        "Mend the formula in the spreadsheet it came from.",
    ),
    Text(
        "Pesan kesalahan yang tersalin menandai pembagian dengan nol atau sel yang hilang.",
        "A copied error message marks a division by zero or a lost cell.",
    ),
)
NUMBER_IS_BOOLEAN: Final = FindingKind(
    "IKU067",
    Level.GALAT,
    Text(
        "Benar/salah sebagai angka",
        "True/false in place of a number",
    ),
    Text(
        "Nilai benar/salah diberikan di tempat angka.",
        "A true/false value was given in place of a number.",
    ),
    Text(
        "Tulis angkanya.",
        "Write the number.",
    ),
    Text(
        "Sebagian bahasa membaca benar sebagai 1, sebagian menolaknya.",
        "Some languages read true as 1, some refuse it.",
    ),
)
NUMBER_NOT_FINITE: Final = FindingKind(
    "IKU068",
    Level.GALAT,
    Text(
        "Nilai tak berhingga atau bukan bilangan",
        "Infinite or not a number",
    ),
    Text(
        '"{nilai}" bukan bilangan berhingga.',
        '"{nilai}" is not a finite number.',
    ),
    Text(
        "Berikan None bila nilainya tidak ada.",
        "Give None if there is no value.",
    ),
    Text(
        "NaN dan tak berhingga muncul dari pembagian dengan nol; keduanya bukan hasil.",
        "NaN and infinity come from a division by zero; neither is a result.",
    ),
)
NUMBER_WRONG_TYPE: Final = FindingKind(
    "IKU069",
    Level.GALAT,
    Text(
        "Jenis nilai tidak dapat dibaca sebagai angka",
        "Kind of value cannot be read as a number",
    ),
    Text(
        "Nilai berjenis {jenis} tidak dapat dibaca sebagai angka.",
        "A value of type {jenis} cannot be read as a number.",
    ),
    Text(
        "Berikan int, float, str, Decimal atau Fraction.",
        "Give an int, float, str, Decimal or Fraction.",
    ),
    Text(
        "Hanya jenis yang nilainya pasti yang diterima.",
        "Only kinds whose value is certain are accepted.",
    ),
)

KINDS: Final[tuple[FindingKind, ...]] = (
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_IS_FOLDER,
    FILE_TOO_LARGE,
    FILE_EMPTY,
    FILE_NOT_TEXT,
    ENCODING_FALLBACK,
    ENCODING_BROKEN,
    CONTROL_CHARACTER,
    FORMAT_UNKNOWN,
    FORMAT_IS_TABLE,
    FORMAT_IS_DOCUMENT,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_NO_COLON,
    YAML_COLON_IN_TEXT,
    YAML_INDENTATION,
    YAML_OPEN_QUOTE,
    YAML_AFTER_QUOTE,
    YAML_OPEN_BRACKET,
    YAML_RESERVED_START,
    YAML_ESCAPE,
    KEY_DUPLICATE,
    YAML_ALIAS,
    YAML_MERGE,
    YAML_TAG,
    YAML_KEY_NOT_TEXT,
    YAML_AMBIGUOUS,
    TOO_DEEP,
    TOO_MANY_NODES,
    JSON_SYNTAX,
    JSON_STRING,
    JSON_NOT_FINITE,
    JSON_TRAILING,
    CSV_NO_HEADER,
    CSV_DUPLICATE_HEADER,
    CSV_DELIMITER,
    CSV_ROW_LONG,
    CSV_ROW_SHORT,
    CSV_OPEN_QUOTE,
    CSV_AFTER_QUOTE,
    CSV_NO_ROWS,
    NUMBER_AMBIGUOUS,
    NUMBER_FITS_NEITHER,
    NUMBER_SETTLED,
    NUMBER_OTHER_FORMAT,
    NUMBER_GROUPING,
    NUMBER_MIXED,
    NUMBER_SEVERAL,
    NUMBER_EXPONENT,
    NUMBER_EXPONENT_LARGE,
    NUMBER_TOO_LONG,
    NUMBER_FOREIGN_DIGITS,
    RANGE_OPEN,
    RANGE_FALLING,
    NUMBER_MAGNITUDE,
    WORDS_WITH_NUMBER,
    NUMBER_UNREADABLE,
    SPREADSHEET_ERROR,
    NUMBER_IS_BOOLEAN,
    NUMBER_NOT_FINITE,
    NUMBER_WRONG_TYPE,
)

NOT_READ: Final[frozenset[str]] = frozenset(
    kind.code for kind in (FILE_MISSING, FILE_UNREADABLE, FILE_IS_FOLDER, FILE_TOO_LARGE)
)
"""Codes of findings after which a command could not run at all, as the file could not be had."""
