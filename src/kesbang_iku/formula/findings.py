"""Every kind of finding about the text of a formula: IKU100 to IKU149.

``{ditemukan}`` is the offending part of the text, made printable.
"""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text


def _kind(  # one row of the table below: every column is a text of its own
    number: int, title: Text, message: Text, hint: Text, reason: Text
) -> FindingKind:
    return FindingKind(f"IKU{number}", Level.GALAT, title, message, hint, reason)


EMPTY: Final = _kind(
    100,
    Text("Rumus kosong", "Empty formula"),
    Text("Rumus tidak berisi apa pun.", "The formula is empty."),
    Text("Tulis rumusnya, misalnya: a / b * 100", "Write the formula, for instance: a / b * 100"),
    Text(
        "Rumus kosong bukan nol dan bukan data yang kurang; nilainya tidak dapat dihitung.",
        "An empty formula is neither zero nor missing data; it has no value.",
    ),
)
UNEXPECTED_CHARACTER: Final = _kind(
    101,
    Text("Tanda tidak dikenal", "Unexpected character"),
    Text(
        'Tanda "{ditemukan}" tidak ada dalam bahasa rumus.',
        '"{ditemukan}" is not part of the formula language.',
    ),
    Text(
        "Hapus tanda itu. Yang dikenal: angka, nama variabel, + - * / ( ) , dan < <= > >= = !=",
        "Remove it. Known are: numbers, variable names, + - * / ( ) , and < <= > >= = !=",
    ),
    Text(
        "Bahasa rumus tertutup: hanya tanda yang artinya ditetapkan yang diterima.",
        "The language is closed: only signs with a stated meaning are accepted.",
    ),
)
DECIMAL_COMMA: Final = _kind(
    102,
    Text("Koma desimal", "Decimal comma"),
    Text(
        'Koma di dalam "{ditemukan}" dapat berarti desimal atau pemisah argumen.',
        'The comma in "{ditemukan}" may be a decimal mark or separate arguments.',
    ),
    Text(
        "Untuk desimal tulis {desimal}; untuk dua argumen beri spasi: {argumen}",
        "For a decimal write {desimal}; for two arguments add a space: {argumen}",
    ),
    Text(
        "Rumus memakai titik desimal. Koma tanpa spasi di antara angka tidak ditebak artinya.",
        "Formulas use the decimal point. A comma between digits is never guessed at.",
    ),
)
FOREIGN_OPERATOR: Final = _kind(
    103,
    Text("Operator bahasa lain", "Operator of another language"),
    Text(
        '"{ditemukan}" bukan operator bahasa rumus.',
        '"{ditemukan}" is not an operator of the formula language.',
    ),
    Text("Tulis: {ganti}", "Write: {ganti}"),
    Text(
        "Setiap operasi mempunyai satu tulisan, supaya rumus dibaca sama oleh semua orang.",
        "Every operation has one spelling, so that everyone reads a formula the same way.",
    ),
)
TEXT_NOT_ALLOWED: Final = _kind(
    104,
    Text("Tanda kutip", "Quotation mark"),
    Text("Bahasa rumus tidak mengenal teks berkutip.", "The formula language has no quoted text."),
    Text(
        "Hapus tanda kutip; nama variabel ditulis tanpa kutip.",
        "Remove the quotation mark; names of variables stand without quotes.",
    ),
    Text(
        "Rumus menghitung bilangan; teks di dalamnya tidak punya arti.",
        "A formula computes numbers; text inside it has no meaning.",
    ),
)
ATTRIBUTE_ACCESS: Final = _kind(
    105,
    Text("Titik setelah nama", "Point behind a name"),
    Text(
        "Titik hanya ada di dalam angka; akses atribut tidak dikenal.",
        "A point stands inside numbers only; there is no attribute access.",
    ),
    Text(
        "Pakai nama variabel tanpa titik, misalnya jumlah_konflik.",
        "Use a name without a point, for instance jumlah_konflik.",
    ),
    Text(
        "Rumus tidak dapat menjangkau apa pun selain variabelnya sendiri.",
        "A formula can reach nothing but its own variables.",
    ),
)
BRACKETS: Final = _kind(
    106,
    Text("Kurung siku atau kurawal", "Bracket or brace"),
    Text('Kurung "{ditemukan}" tidak dikenal.', 'The bracket "{ditemukan}" is not known.'),
    Text("Pakai kurung biasa: ( )", "Use parentheses: ( )"),
    Text(
        "Hanya kurung biasa yang mengelompokkan; daftar dan himpunan tidak ada.",
        "Only parentheses group; there are no lists or sets.",
    ),
)
ASSIGNMENT: Final = _kind(
    107,
    Text("Penugasan", "Assignment"),
    Text(
        '"{ditemukan}" mengisi variabel; rumus hanya membaca variabel.',
        '"{ditemukan}" sets a variable; a formula only reads variables.',
    ),
    Text(
        "Tulis ruas kanannya saja. Untuk membandingkan, tulis =",
        "Write the right-hand side alone. To compare, write =",
    ),
    Text(
        "Rumus tidak mengubah apa pun, sehingga hasilnya selalu sama untuk data yang sama.",
        "A formula changes nothing, so the same data always gives the same result.",
    ),
)
FOREIGN_WORD: Final = _kind(
    108,
    Text("Kata bahasa pemrograman", "Word of a programming language"),
    Text(
        'Kata "{ditemukan}" milik bahasa pemrograman, bukan bahasa rumus.',
        'The word "{ditemukan}" belongs to programming languages, not to formulas.',
    ),
    Text(
        "Untuk pilihan tulis jika(syarat, nilai, nilai_lain); selain itu ganti nama variabelnya.",
        "For a choice write jika(condition, value, other); otherwise rename the variable.",
    ),
    Text(
        "Kata kunci pemrograman dicadangkan agar potongan program tidak terbaca sebagai variabel.",
        "Programming keywords are reserved, so that code is never read as variables.",
    ),
)
BAD_NUMBER: Final = _kind(
    109,
    Text("Angka salah tulis", "Malformed number"),
    Text('"{ditemukan}" bukan tulisan angka yang sah.', '"{ditemukan}" is not a valid number.'),
    Text(
        "Tulis angka biasa tanpa pemisah ribuan, eksponen, atau huruf: 1000000 atau 0.5",
        "Write a plain number without separators, exponent or letters: 1000000 or 0.5",
    ),
    Text(
        "Satu tulisan untuk satu angka: digit, boleh diikuti titik dan digit.",
        "One spelling for a number: digits, optionally a point and digits.",
    ),
)
BAD_NAME: Final = _kind(
    110,
    Text("Nama salah tulis", "Malformed name"),
    Text('"{ditemukan}" bukan nama yang sah.', '"{ditemukan}" is not a valid name.'),
    Text("Tulis: {ganti}", "Write: {ganti}"),
    Text(
        "Nama dimulai huruf kecil, lalu huruf kecil, angka, dan garis bawah, tanpa huruf besar.",
        "A name starts with a small letter, then small letters, digits and underscores.",
    ),
)
INVISIBLE_CHARACTER: Final = _kind(
    111,
    Text("Tanda tak terlihat", "Invisible character"),
    Text(
        "Ada tanda yang tidak terlihat: {ditemukan} ({nama}).",
        "There is an invisible character: {ditemukan} ({nama}).",
    ),
    Text(
        "Hapus tanda itu atau ketik spasi biasa; biasanya ikut tersalin dari dokumen.",
        "Remove it or type a plain space; it is often copied along from a document.",
    ),
    Text(
        "Tanda tak terlihat dapat membuat rumus terbaca lain dari yang dihitung.",
        "Invisible characters can make a formula look different from what is computed.",
    ),
)
LOOKALIKE: Final = _kind(
    112,
    Text("Huruf atau angka serupa", "Look-alike letter or digit"),
    Text(
        '"{ditemukan}" bukan huruf atau angka ASCII ({nama}).',
        '"{ditemukan}" is not an ASCII letter or digit ({nama}).',
    ),
    Text("Ketik ulang dengan a-z dan 0-9.", "Type it again with a-z and 0-9."),
    Text(
        "Dua nama yang tampak sama tetapi berbeda hurufnya adalah dua variabel berbeda.",
        "Two names that look alike but differ in letters are two different variables.",
    ),
)
UNKNOWN_FUNCTION: Final = _kind(
    115,
    Text("Fungsi tidak dikenal", "Unknown function"),
    Text('Fungsi "{ditemukan}" tidak dikenal.', 'There is no function "{ditemukan}".'),
    Text("{ganti_id}", "{ganti_en}"),
    Text(
        "Daftar fungsi tertutup, sehingga setiap mesin hitung memberi arti yang sama.",
        "The list of functions is closed, so every engine gives them the same meaning.",
    ),
)
RESERVED_WORD: Final = _kind(
    116,
    Text("Kata yang dicadangkan", "Reserved word"),
    Text(
        '"{ditemukan}" adalah nama fungsi, bukan variabel.',
        '"{ditemukan}" is the name of a function, not a variable.',
    ),
    Text(
        "Beri argumen, misalnya {ditemukan}(...), atau pakai nama variabel lain.",
        "Give it arguments, such as {ditemukan}(...), or use another name for the variable.",
    ),
    Text(
        "Nama fungsi dan kata dan/atau/bukan tidak dapat menjadi nama variabel.",
        "Names of functions and the words dan/atau/bukan cannot name variables.",
    ),
)
UNEXPECTED_TOKEN: Final = _kind(
    117,
    Text("Bagian tidak pada tempatnya", "Part out of place"),
    Text(
        'Diharapkan angka, variabel, fungsi, atau "(", tetapi ditemukan "{ditemukan}".',
        'Expected a number, variable, function or "(", but found "{ditemukan}".',
    ),
    Text(
        'Lengkapi atau hapus bagian di sekitar "{ditemukan}".',
        'Complete or remove what stands around "{ditemukan}".',
    ),
    Text(
        "Setiap operator memerlukan nilai di kedua sisinya.",
        "Every operator needs a value on both sides.",
    ),
)
UNEXPECTED_END: Final = _kind(
    118,
    Text("Rumus terputus", "Formula breaks off"),
    Text(
        'Rumus berakhir setelah "{ditemukan}", padahal masih ada yang harus menyusul.',
        'The formula ends after "{ditemukan}", where more must follow.',
    ),
    Text(
        'Tambahkan nilai setelah "{ditemukan}" atau hapus tanda itu.',
        'Add a value after "{ditemukan}" or remove it.',
    ),
    Text(
        "Rumus yang terputus tidak ditebak kelanjutannya.",
        "How a broken-off formula would go on is not guessed.",
    ),
)
MISSING_OPERATOR: Final = _kind(
    119,
    Text("Operator kurang", "Operator missing"),
    Text(
        'Tidak ada operator di antara "{sebelum}" dan "{ditemukan}".',
        'There is no operator between "{sebelum}" and "{ditemukan}".',
    ),
    Text(
        "Tulis operatornya (+ - * /); nama yang terdiri atas dua kata disambung: {sambung}",
        "Write the operator (+ - * /); join a name of two words: {sambung}",
    ),
    Text(
        "Perkalian selalu ditulis; dua nilai yang berdampingan tidak punya arti.",
        "Multiplication is always written; two values side by side have no meaning.",
    ),
)
UNCLOSED_PARENTHESIS: Final = _kind(
    120,
    Text("Kurung tidak ditutup", "Unclosed parenthesis"),
    Text("Kurung buka ini tidak ditutup.", "This parenthesis is never closed."),
    Text('Tambahkan ")" di tempatnya.', 'Add ")" where it belongs.'),
    Text(
        "Letak kurung tutup menentukan arti rumus, jadi tidak ditebak.",
        "Where the closing parenthesis stands decides the meaning, so it is not guessed.",
    ),
)
UNMATCHED_CLOSING: Final = _kind(
    121,
    Text("Kurung tutup berlebih", "Unmatched closing parenthesis"),
    Text(
        "Kurung tutup ini tidak punya pasangan.", "This parenthesis closes nothing that was opened."
    ),
    Text('Hapus ")" ini atau tambahkan "(" di depan.', 'Remove this ")" or add "(" before it.'),
    Text(
        "Letak kurung buka menentukan arti rumus, jadi tidak ditebak.",
        "Where the opening parenthesis stands decides the meaning, so it is not guessed.",
    ),
)
COMMA_OUTSIDE_CALL: Final = _kind(
    128,
    Text("Koma di luar fungsi", "Comma outside of a function"),
    Text(
        "Koma hanya memisahkan argumen fungsi, dan di sini tidak ada fungsi.",
        "A comma only separates arguments of a function, and there is no function here.",
    ),
    Text(
        "Untuk desimal tulis titik (0.5); untuk menjumlahkan tulis + atau jumlah(a, b)",
        "For a decimal write a point (0.5); to add write + or jumlah(a, b)",
    ),
    Text(
        "Daftar nilai di luar fungsi tidak punya arti.",
        "A list of values outside of a function has no meaning.",
    ),
)
ARGUMENT_COUNT: Final = _kind(
    122,
    Text("Jumlah argumen salah", "Wrong number of arguments"),
    Text(
        "Fungsi {fungsi} diberi {ada} argumen, seharusnya {perlu}.",
        "Function {fungsi} was given {ada:argument|arguments}, it takes {perlu}.",
    ),
    Text("Tulis: {ganti}", "Write: {ganti}"),
    Text(
        "Setiap fungsi mempunyai jumlah argumen tertentu.",
        "Every function takes a fixed number of arguments.",
    ),
)
PREVIOUS_NEEDS_NAME: Final = _kind(
    123,
    Text("Argumen sebelumnya()", "Argument of sebelumnya()"),
    Text(
        "sebelumnya() hanya menerima nama satu variabel.",
        "sebelumnya() takes the name of one variable only.",
    ),
    Text(
        "Tulis sebelumnya(x) untuk setiap variabel, misalnya (x - sebelumnya(x)) / sebelumnya(x)",
        "Write sebelumnya(x) for each variable, such as (x - sebelumnya(x)) / sebelumnya(x)",
    ),
    Text(
        "Yang tersimpan dari periode lalu adalah nilai variabel, bukan nilai rumus.",
        "What is kept of the previous period are values of variables, not of formulas.",
    ),
)
ROUND_NEEDS_CONSTANT: Final = _kind(
    124,
    Text("Desimal bulat()", "Decimals of bulat()"),
    Text(
        "Argumen kedua bulat() harus angka bulat 0 sampai {batas}.",
        "The second argument of bulat() must be a whole number from 0 to {batas}.",
    ),
    Text("Tulis misalnya bulat(x, 2)", "Write for instance bulat(x, 2)"),
    Text(
        "Banyaknya desimal adalah bagian dari definisi, bukan data.",
        "The number of decimals is part of the definition, not data.",
    ),
)
CHAINED_COMPARISON: Final = _kind(
    125,
    Text("Perbandingan beruntun", "Chained comparison"),
    Text(
        'Perbandingan kedua "{ditemukan}" menyambung perbandingan sebelumnya.',
        'A second comparison "{ditemukan}" follows on the first.',
    ),
    Text("Pisahkan dengan dan, misalnya: {ganti}", "Split it with dan, for instance: {ganti}"),
    Text(
        "Bahasa lain membaca a < b < c dengan arti yang berbeda-beda.",
        "Languages differ in what a < b < c means.",
    ),
)
NUMBER_EXPECTED: Final = _kind(
    126,
    Text("Diperlukan bilangan", "Number expected"),
    Text(
        '"{ditemukan}" adalah benar atau salah, padahal {pemakai} memerlukan bilangan.',
        '"{ditemukan}" is true or false, but {pemakai} needs a number.',
    ),
    Text(
        "Pakai jika(syarat, nilai, nilai_lain) untuk mengubah syarat menjadi bilangan.",
        "Use jika(condition, value, other) to turn a condition into a number.",
    ),
    Text(
        "Benar dan salah tidak dihitung sebagai 1 dan 0 secara diam-diam.",
        "True and false are not silently counted as 1 and 0.",
    ),
)
CONDITION_EXPECTED: Final = _kind(
    127,
    Text("Diperlukan syarat", "Condition expected"),
    Text(
        '"{ditemukan}" adalah bilangan, padahal {pemakai} memerlukan syarat.',
        '"{ditemukan}" is a number, but {pemakai} needs a condition.',
    ),
    Text("Tulis perbandingan, misalnya: {ganti}", "Write a comparison, for instance: {ganti}"),
    Text(
        "Bilangan tidak dibaca sebagai benar atau salah secara diam-diam.",
        "A number is not silently read as true or false.",
    ),
)
TOO_LONG: Final = _kind(
    130,
    Text("Rumus terlalu panjang", "Formula too long"),
    Text(
        "Rumus panjangnya {ada} karakter, batasnya {batas}.",
        "The formula has {ada} characters, the limit is {batas}.",
    ),
    Text(
        "Pecah menjadi beberapa indikator, atau pakai komponen dengan bobot.",
        "Split it into several indicators, or use components with weights.",
    ),
    Text(
        "Batas menjaga pembaca rumus dari berkas yang rusak atau jahat.",
        "The limit guards the reader against broken or hostile files.",
    ),
)
TOO_DEEP: Final = _kind(
    131,
    Text("Rumus terlalu bersusun", "Formula nested too deeply"),
    Text(
        "Kurung, fungsi, atau tanda bersusun lebih dari {batas} tingkat.",
        "Parentheses, functions or signs are nested more than {batas} levels deep.",
    ),
    Text("Hapus kurung atau tanda yang tidak perlu.", "Remove what nesting is not needed."),
    Text(
        "Batas menjaga pembaca rumus dari berkas yang rusak atau jahat.",
        "The limit guards the reader against broken or hostile files.",
    ),
)
TOO_MANY_NODES: Final = _kind(
    132,
    Text("Rumus terlalu banyak bagian", "Formula with too many parts"),
    Text(
        "Rumus mempunyai lebih dari {batas} bagian (angka, nama, operator, fungsi).",
        "The formula has more than {batas} parts (numbers, names, operators, functions).",
    ),
    Text(
        "Pecah menjadi beberapa indikator, atau pakai komponen dengan bobot.",
        "Split it into several indicators, or use components with weights.",
    ),
    Text(
        "Batas menjaga kerja setiap mesin hitung tetap kecil.",
        "The limit keeps the work of every engine small.",
    ),
)
TOO_MANY_DIGITS: Final = _kind(
    133,
    Text("Angka terlalu panjang", "Number too long"),
    Text(
        "Angka ini mempunyai {ada} digit, batasnya {batas}.",
        "This number has {ada} digits, the limit is {batas}.",
    ),
    Text(
        "Tulis angkanya lebih pendek, atau jadikan hasil bagi dua angka.",
        "Write it shorter, or as a quotient of two numbers.",
    ),
    Text(
        "Tidak ada besaran nyata yang memerlukan digit sebanyak itu.",
        "No real quantity needs as many digits.",
    ),
)
TOO_MANY_ROOTS: Final = _kind(
    134,
    Text("Terlalu banyak akar", "Too many roots"),
    Text(
        "Hasil kali derajat semua akar dalam rumus melebihi {batas}.",
        "The product of the degrees of all roots in the formula exceeds {batas}.",
    ),
    Text(
        "Kurangi akar() dan operand rata_rata_geometrik(), atau pecah rumusnya.",
        "Use fewer akar() and operands of rata_rata_geometrik(), or split the formula.",
    ),
    Text(
        "Akar dihitung eksak; kerjanya tumbuh bersama hasil kali derajatnya.",
        "Roots are computed exactly; the work grows with the product of their degrees.",
    ),
)

KINDS: Final[tuple[FindingKind, ...]] = (
    EMPTY,
    UNEXPECTED_CHARACTER,
    DECIMAL_COMMA,
    FOREIGN_OPERATOR,
    TEXT_NOT_ALLOWED,
    ATTRIBUTE_ACCESS,
    BRACKETS,
    ASSIGNMENT,
    FOREIGN_WORD,
    BAD_NUMBER,
    BAD_NAME,
    INVISIBLE_CHARACTER,
    LOOKALIKE,
    UNKNOWN_FUNCTION,
    RESERVED_WORD,
    UNEXPECTED_TOKEN,
    UNEXPECTED_END,
    MISSING_OPERATOR,
    UNCLOSED_PARENTHESIS,
    UNMATCHED_CLOSING,
    ARGUMENT_COUNT,
    PREVIOUS_NEEDS_NAME,
    ROUND_NEEDS_CONSTANT,
    CHAINED_COMPARISON,
    NUMBER_EXPECTED,
    CONDITION_EXPECTED,
    COMMA_OUTSIDE_CALL,
    TOO_LONG,
    TOO_DEEP,
    TOO_MANY_NODES,
    TOO_MANY_DIGITS,
    TOO_MANY_ROOTS,
)
