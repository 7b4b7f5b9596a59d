"""What can be said about a formula as people write it (IKU700-739).

700-709: why nothing can be computed; 710-729: why a reading is in doubt; 730-739: what was done.
"""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

EMPTY: Final = FindingKind(
    "IKU700",
    Level.PERINGATAN,
    Text(
        "Rumus kosong",
        "Empty formula",
    ),
    Text(
        "Tidak ada rumus yang ditulis.",
        "No formula is written.",
    ),
    Text(
        'Tulis cara menghitungnya, misalnya "jumlah A / jumlah B x 100%".',
        'Write how it is computed, for example "jumlah A / jumlah B x 100%".',
    ),
    Text(
        'Tanda hubung dan "tbd" mengisi sel, tetapi tidak menghitung apa pun.',
        'A dash or "tbd" fills a cell, but computes nothing.',
    ),
)
OWN_NAME: Final = FindingKind(
    "IKU701",
    Level.PERINGATAN,
    Text(
        "Rumus mengulang nama",
        "Formula repeats the name",
    ),
    Text(
        "Naskah ini hanya mengulang nama indikatornya.",
        "The text only repeats the indicator's name.",
    ),
    Text(
        "Tulis besaran yang dihitung dan operasinya.",
        "Write what is counted, and the operations.",
    ),
    Text(
        "Nama tidak mengatakan bagaimana nilainya diperoleh.",
        "A name does not say how its value comes about.",
    ),
)
RELEASED: Final = FindingKind(
    "IKU702",
    Level.PERINGATAN,
    Text(
        "Nilai dari pihak lain",
        "Value released by somebody else",
    ),
    Text(
        'Naskah ini merujuk nilai yang diterbitkan pihak lain: "{kata}".',
        'The text refers to a value that somebody else releases: "{kata}".',
    ),
    Text(
        "Laporkan nilai rilisnya dan sebut penerbitnya.",
        "Report the released value, and name who releases it.",
    ),
    Text(
        "Nilai rilis tidak dapat dihitung dari naskah ini.",
        "A released value cannot be computed from this text.",
    ),
)
SURVEY: Final = FindingKind(
    "IKU703",
    Level.PERINGATAN,
    Text(
        "Hasil survei atau metode",
        "Result of a survey or a method",
    ),
    Text(
        'Naskah ini menyebut cara pengumpulan atau metode, bukan cara hitung: "{kata}".',
        'The text names a way of collecting data or a method, not a computation: "{kata}".',
    ),
    Text(
        "Tulis bagaimana nilai akhir dihitung dari jawaban atau skornya.",
        "Write how the final value follows from the answers or scores.",
    ),
    Text(
        "Nama metode tidak cukup untuk menghitung ulang nilainya.",
        "The name of a method is not enough to compute a value again.",
    ),
)
STATED_NONE: Final = FindingKind(
    "IKU704",
    Level.PERINGATAN,
    Text(
        "Dinyatakan tanpa rumus",
        "Said to have no formula",
    ),
    Text(
        'Naskah ini sendiri menyatakan belum ada rumus: "{kata}".',
        'The text itself says that there is no formula: "{kata}".',
    ),
    Text(
        "Tetapkan rumusnya, atau laporkan sebagai nilai rilis.",
        "Lay down the formula, or report a released value.",
    ),
    Text(
        "Pernyataan itu dihormati; tidak ada yang ditebak.",
        "The statement is respected; nothing is guessed.",
    ),
)
PROSE: Final = FindingKind(
    "IKU705",
    Level.PERINGATAN,
    Text(
        "Uraian tanpa operasi",
        "Text without an operation",
    ),
    Text(
        "Naskah ini tidak memuat operasi hitung.",
        "The text holds no operation.",
    ),
    Text(
        "Tulis pembilang dan penyebutnya, atau apa yang dijumlahkan.",
        "Write numerator and denominator, or what is added up.",
    ),
    Text(
        "Dari uraian tidak ada yang dapat dihitung.",
        "Nothing can be computed from a description.",
    ),
)
MILESTONES: Final = FindingKind(
    "IKU706",
    Level.PERINGATAN,
    Text(
        "Nilai menurut tahapan",
        "Values by milestones",
    ),
    Text(
        "Naskah ini memberi nilai menurut tahapan atau kelas.",
        "The text gives values by milestones or classes.",
    ),
    Text(
        "Laporkan nilai tahapnya; rumus tidak diperlukan.",
        "Report the value of the milestone; no formula is needed.",
    ),
    Text(
        "Tahapan dinilai, bukan dihitung.",
        "Milestones are judged, not computed.",
    ),
)
NUMBERS_ONLY: Final = FindingKind(
    "IKU707",
    Level.PERINGATAN,
    Text(
        "Hanya angka",
        "Numbers only",
    ),
    Text(
        "Naskah ini hanya berisi angka, tanpa nama besaran.",
        "The text holds numbers only, and names nothing.",
    ),
    Text(
        "Ganti angkanya dengan nama besarannya.",
        "Replace the numbers by what they count.",
    ),
    Text(
        "Angka adalah data satu tahun atau nomor kolom, bukan rumus.",
        "Numbers are the data of one year or the numbers of columns, no formula.",
    ),
)
TOO_LONG: Final = FindingKind(
    "IKU708",
    Level.PERINGATAN,
    Text(
        "Naskah terlalu panjang",
        "Text too long",
    ),
    Text(
        "Naskah ini {ada} tanda atau kata; batasnya {batas}.",
        "The text has {ada} characters or words; the limit is {batas}.",
    ),
    Text(
        "Tulis rumusnya saja.",
        "Write the formula alone.",
    ),
    Text(
        "Naskah sepanjang itu bukan satu rumus.",
        "A text of that length is not one formula.",
    ),
)
AMBIGUOUS_ORDER: Final = FindingKind(
    "IKU710",
    Level.PERINGATAN,
    Text(
        "Urutan hitung meragukan",
        "Doubtful order of operations",
    ),
    Text(
        'Tanpa kurung, "{bagian}" dapat dihitung dengan lebih dari satu urutan.',
        'Without parentheses "{bagian}" can be computed in more than one order.',
    ),
    Text(
        "Beri kurung, misalnya (A - B) / B x 100.",
        "Add parentheses, for example (A - B) / B x 100.",
    ),
    Text(
        "Urutan baku sering bukan yang dimaksud penulisnya.",
        "The usual order is often not what the writer meant.",
    ),
)
LOST_SIGN: Final = FindingKind(
    "IKU711",
    Level.PERINGATAN,
    Text(
        "Tanda hilang",
        "Lost sign",
    ),
    Text(
        'Tanda "?" di "{bagian}" tampaknya pengganti tanda yang hilang.',
        'The "?" in "{bagian}" seems to stand for a sign that was lost.',
    ),
    Text(
        "Tulis kembali tandanya: +, -, x, :, akar, atau jumlah.",
        "Write the sign again: +, -, x, :, akar, or jumlah.",
    ),
    Text(
        "Tanda yang hilang hanya dapat diduga.",
        "A lost sign can only be supposed.",
    ),
)
MISSING_OPERATOR: Final = FindingKind(
    "IKU712",
    Level.PERINGATAN,
    Text(
        "Operasi tidak tertulis",
        "Missing operation",
    ),
    Text(
        'Di antara dua besaran pada "{bagian}" tidak ada tanda operasi.',
        'There is no operation between two measures in "{bagian}".',
    ),
    Text(
        'Tulis tandanya, misalnya ":" atau "dibagi".',
        'Write it, for example ":" or "dibagi".',
    ),
    Text(
        "Dua besaran berdampingan dapat berarti bagi, kali, atau satu nama.",
        "Two measures side by side may be a quotient, a product or one name.",
    ),
)
LOST_FRACTION: Final = FindingKind(
    "IKU713",
    Level.PERINGATAN,
    Text(
        "Garis pecahan hilang",
        "Lost fraction bar",
    ),
    Text(
        "Ada pengali {pengali}, tetapi tidak ada pembagian yang pasti.",
        "There is a factor of {pengali}, but no certain division.",
    ),
    Text(
        "Tulis pembagiannya pada satu baris: A / B x 100%.",
        "Write the division on one line: A / B x 100%.",
    ),
    Text(
        "Garis pecahan sering hilang saat rumus disalin.",
        "The bar of a fraction is often lost when a formula is copied.",
    ),
)
UNBALANCED: Final = FindingKind(
    "IKU714",
    Level.PERINGATAN,
    Text(
        "Kurung tidak berpasangan",
        "Unpaired parenthesis",
    ),
    Text(
        "Ada kurung yang tidak berpasangan, dan letak pasangannya mengubah hasil.",
        "A parenthesis has no partner, and where the partner stands changes the result.",
    ),
    Text(
        "Lengkapi kurungnya.",
        "Complete the parentheses.",
    ),
    Text(
        "Letak kurung menentukan apa yang dibagi.",
        "Where a parenthesis stands decides what is divided.",
    ),
)
WEIGHTS_SUM: Final = FindingKind(
    "IKU715",
    Level.PERINGATAN,
    Text(
        "Bobot tidak berjumlah satu",
        "Weights do not add up to one",
    ),
    Text(
        "Bobot berjumlah {jumlah}, seharusnya 1 (100%).",
        "The weights add up to {jumlah} and should give 1 (100%).",
    ),
    Text(
        "Periksa bobotnya.",
        "Check the weights.",
    ),
    Text(
        "Bobot yang tidak genap membuat skala indeksnya bergeser.",
        "Weights that do not add up shift the scale of an index.",
    ),
)
WEIGHTS_UNKNOWN: Final = FindingKind(
    "IKU716",
    Level.PERINGATAN,
    Text(
        "Bobot tidak disebut",
        "Weights not stated",
    ),
    Text(
        'Bobot "{bobot}" tidak disebut nilainya.',
        'The value of the weight "{bobot}" is not stated.',
    ),
    Text(
        "Tulis nilai setiap bobot.",
        "Write the value of every weight.",
    ),
    Text(
        "Tanpa nilai bobot, hasilnya tidak dapat dihitung.",
        "Without the weights nothing can be computed.",
    ),
)
LEGEND_MISMATCH: Final = FindingKind(
    "IKU717",
    Level.PERINGATAN,
    Text(
        "Keterangan tidak cocok",
        "Legend does not fit",
    ),
    Text(
        "Keterangan lambang tidak cocok dengan rumus: {lambang}.",
        "The legend does not fit the formula: {lambang}.",
    ),
    Text(
        "Samakan lambang pada rumus dan pada keterangannya.",
        "Use the same symbols in formula and legend.",
    ),
    Text(
        "Lambang yang tertukar membalik arti rumusnya.",
        "Swapped symbols turn the meaning of a formula round.",
    ),
)
INVERTED: Final = FindingKind(
    "IKU718",
    Level.PERINGATAN,
    Text(
        "Rasio tampak terbalik",
        "Ratio seems inverted",
    ),
    Text(
        '"{pembilang}" dibagi "{penyebut}" tampak terbalik.',
        '"{pembilang}" divided by "{penyebut}" seems upside down.',
    ),
    Text(
        "Periksa mana pembilang dan mana penyebut.",
        "Check which one is the numerator.",
    ),
    Text(
        "Rasio terbalik tercetak juga dalam daftar resmi.",
        "Inverted ratios are printed even in the official list.",
    ),
)
SEVERAL: Final = FindingKind(
    "IKU719",
    Level.PERINGATAN,
    Text(
        "Lebih dari satu rumus",
        "More than one formula",
    ),
    Text(
        "Naskah ini memuat {banyak} rumus yang berbeda.",
        "The text holds {banyak} different formulas.",
    ),
    Text(
        "Tulis satu rumus untuk satu indikator.",
        "Write one formula for one indicator.",
    ),
    Text(
        "Rumus mana yang berlaku tidak tertulis.",
        "Which of them applies is not written.",
    ),
)
INCOMPLETE: Final = FindingKind(
    "IKU720",
    Level.PERINGATAN,
    Text(
        "Rumus tidak lengkap",
        "Incomplete formula",
    ),
    Text(
        'Bagian "{bagian}" tidak lengkap atau tidak dapat dibaca.',
        'The part "{bagian}" is incomplete or cannot be read.',
    ),
    Text(
        "Tulis rumusnya lengkap pada satu baris.",
        "Write the whole formula on one line.",
    ),
    Text(
        "Bagian yang hilang tidak ditebak.",
        "What is lost is not guessed.",
    ),
)
UNCLEAR_PART: Final = FindingKind(
    "IKU721",
    Level.PERINGATAN,
    Text(
        "Nama besaran meragukan",
        "Doubtful name of a measure",
    ),
    Text(
        '"{bagian}" tampaknya bukan nama satu besaran.',
        '"{bagian}" seems not to be the name of one measure.',
    ),
    Text(
        "Tulis satu nama di setiap sisi operasi.",
        "Write one name on each side of an operation.",
    ),
    Text(
        "Nama yang memuat sisa kalimat menandakan batas yang salah baca.",
        "A name that holds a rest of a sentence tells that its ends were misread.",
    ),
)
AMBIGUOUS_NUMBER: Final = FindingKind(
    "IKU722",
    Level.PERINGATAN,
    Text(
        "Angka meragukan",
        "Doubtful number",
    ),
    Text(
        '"{angka}" dapat berarti ribuan atau desimal.',
        '"{angka}" may be thousands or decimals.',
    ),
    Text(
        "Tulis ribuan tanpa titik dan desimal dengan koma.",
        "Write thousands without a mark, and decimals with a comma.",
    ),
    Text(
        "Titik dipakai untuk keduanya dalam dokumen yang sama.",
        "The point is used for both in one and the same document.",
    ),
)
OTHER_SUBJECT: Final = FindingKind(
    "IKU723",
    Level.PERINGATAN,
    Text(
        "Naskah berbicara tentang hal lain",
        "Text speaks of something else",
    ),
    Text(
        "Tidak ada besaran dalam rumus ini yang disebut nama indikatornya.",
        "No measure in the formula is named by the indicator.",
    ),
    Text(
        "Periksa apakah rumusnya milik indikator lain.",
        "Check whether the formula belongs to another indicator.",
    ),
    Text(
        "Sel rumus indikator lain sering ikut tersalin.",
        "The formula of another indicator is often copied along.",
    ),
)
OPPOSED_CHANGE: Final = FindingKind(
    "IKU724",
    Level.PERINGATAN,
    Text(
        "Arah perubahan berlawanan",
        "Opposed direction of change",
    ),
    Text(
        'Nama menyebut "{arah}", tetapi rumusnya tidak menghitung itu.',
        'The name says "{arah}", which the formula does not compute.',
    ),
    Text(
        "Untuk penurunan tulis (lalu - kini) / lalu, untuk peningkatan (kini - lalu) / lalu.",
        "For a decrease write (before - now) / before, for an increase (now - before) / before.",
    ),
    Text(
        "Penurunan yang ditulis sebagai pertumbuhan menjadi negatif.",
        "A decrease written as growth comes out negative.",
    ),
)
ROOT_LOST: Final = FindingKind(
    "IKU725",
    Level.PERINGATAN,
    Text(
        "Akar tampaknya hilang",
        "Root seems lost",
    ),
    Text(
        "Naskah menyebut rata-rata geometrik, tetapi rumusnya tanpa akar.",
        "The text speaks of a geometric mean, but the formula has no root.",
    ),
    Text(
        "Tulis akar(A x B), atau rata-rata geometrik A dan B.",
        "Write akar(A x B), or rata-rata geometrik A dan B.",
    ),
    Text(
        "Tanda akar sering hilang saat rumus disalin.",
        "The sign of a root is often lost when a formula is copied.",
    ),
)
AMBIGUOUS_SLASH: Final = FindingKind(
    "IKU726",
    Level.PERINGATAN,
    Text(
        "Garis miring meragukan",
        "Doubtful slash",
    ),
    Text(
        'Garis miring di "{bagian}" dapat berarti "atau" atau pembagian.',
        'The slash in "{bagian}" may mean "or" or a division.',
    ),
    Text(
        'Tulis "dibagi", atau beri spasi di kedua sisi garis miring.',
        'Write "dibagi", or put a space on both sides of the slash.',
    ),
    Text(
        '"kabupaten/kota" bukan pembagian.',
        '"kabupaten/kota" is no division.',
    ),
)
SAME_PARTS: Final = FindingKind(
    "IKU727",
    Level.PERINGATAN,
    Text(
        "Pembilang sama dengan penyebut",
        "Numerator equals denominator",
    ),
    Text(
        'Pembilang dan penyebut sama: "{bagian}".',
        'Numerator and denominator are the same: "{bagian}".',
    ),
    Text(
        "Bedakan nama pembilang dan penyebutnya.",
        "Name numerator and denominator differently.",
    ),
    Text(
        "Hasilnya selalu sama, berapa pun datanya.",
        "The result is always the same, whatever the data.",
    ),
)
NOT_TIMES_HUNDRED: Final = FindingKind(
    "IKU730",
    Level.INFO,
    Text(
        "Tanpa pengali 100",
        "No factor of 100",
    ),
    Text(
        "Nama menyebut persentase, tetapi rumusnya tidak dikali 100.",
        "The name says percentage, but the formula is not multiplied by 100.",
    ),
    Text(
        'Tambahkan "x 100".',
        'Add "x 100".',
    ),
    Text(
        "Hasilnya pecahan, bukan persen.",
        "The result is a fraction, not a percentage.",
    ),
)
PARENTHESIS_ADDED: Final = FindingKind(
    "IKU731",
    Level.INFO,
    Text(
        "Kurung dilengkapi",
        "Parenthesis added",
    ),
    Text(
        "Satu kurung yang hilang dilengkapi; letaknya tidak mengubah hasil.",
        "One lost parenthesis was added; where it stands does not change the result.",
    ),
    Text(
        "Lengkapi kurungnya.",
        "Complete the parentheses.",
    ),
    Text(
        "Pelengkapan disebut agar dapat diperiksa.",
        "It is said so that it can be checked.",
    ),
)
REST_IGNORED: Final = FindingKind(
    "IKU732",
    Level.INFO,
    Text(
        "Bagian lain tidak dibaca",
        "Rest not read",
    ),
    Text(
        'Bagian naskah yang bukan rumus tidak dibaca: "{bagian}".',
        'What is no formula in the text was not read: "{bagian}".',
    ),
    Text(
        "Pindahkan penjelasan ke kolom keterangan.",
        "Move explanations to a column of their own.",
    ),
    Text(
        "Penjelasan di sekitar rumus tidak mengubah cara hitungnya.",
        "Explanations around a formula do not change it.",
    ),
)
BOTH_WAYS: Final = FindingKind(
    "IKU733",
    Level.PERINGATAN,
    Text(
        "Terbaca dengan dua cara",
        "Readable in two ways",
    ),
    Text(
        "Sebagai bahasa katalog dan sebagai kata-kata, naskah ini berarti lain: {lain}.",
        "As catalog language and in words the text means different things: {lain}.",
    ),
    Text(
        "Tulis dengan sebelumnya(nama) atau dengan kurung.",
        "Write it with sebelumnya(nama) or with parentheses.",
    ),
    Text(
        "n-1 berarti periode sebelumnya bagi orang, dan n dikurangi 1 bagi mesin.",
        "To people n-1 is the period before, to a machine n minus 1.",
    ),
)

NOT_COMPUTABLE: Final = (
    EMPTY,
    OWN_NAME,
    RELEASED,
    SURVEY,
    STATED_NONE,
    PROSE,
    MILESTONES,
    NUMBERS_ONLY,
    TOO_LONG,
)
"""Kinds after which there is no reading."""

DOUBTS: Final = (
    AMBIGUOUS_ORDER,
    LOST_SIGN,
    MISSING_OPERATOR,
    LOST_FRACTION,
    UNBALANCED,
    WEIGHTS_SUM,
    WEIGHTS_UNKNOWN,
    LEGEND_MISMATCH,
    INVERTED,
    SEVERAL,
    INCOMPLETE,
    UNCLEAR_PART,
    AMBIGUOUS_NUMBER,
    OTHER_SUBJECT,
    OPPOSED_CHANGE,
    ROOT_LOST,
    AMBIGUOUS_SLASH,
    SAME_PARTS,
    BOTH_WAYS,
)
"""Kinds that take certainty from a reading."""

KINDS: Final = (*NOT_COMPUTABLE, *DOUBTS, NOT_TIMES_HUNDRED, PARENTHESIS_ADDED, REST_IGNORED)
