"""What the static check of a formula can say: kinds of findings IKU150 to IKU199."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

UNDECLARED_NAME_SIMILAR: Final = FindingKind(
    "IKU150",
    Level.GALAT,
    Text("Variabel salah tulis", "Misspelt variable"),
    Text(
        "Variabel `{nama}` tidak dinyatakan; yang mirip: {mirip}.",
        "The variable `{nama}` is not declared; similar: {mirip}.",
    ),
    Text("Maksudnya `{terdekat}`? Tulis nama itu.", "Did you mean `{terdekat}`? Write that name."),
    Text(
        "Rumus hanya boleh memakai variabel yang dinyatakan di definisinya; nama yang hampir sama "
        "dengan nama yang ada biasanya salah ketik.",
        "A formula may only use variables its definition declares; a name that is almost one of "
        "them is usually a slip.",
    ),
)

UNDECLARED_NAME: Final = FindingKind(
    "IKU151",
    Level.GALAT,
    Text("Variabel tidak dinyatakan", "Undeclared variable"),
    Text("Variabel `{nama}` tidak dinyatakan.", "The variable `{nama}` is not declared."),
    Text(
        "Nyatakan `{nama}` pada daftar variabel, atau hapus dari rumus.",
        "Declare `{nama}` in the list of variables, or take it out of the formula.",
    ),
    Text(
        "Tanpa pernyataan, tidak diketahui apa arti, satuan, dan sumber data variabel itu.",
        "Without a declaration nobody knows the variable's meaning, unit and source of data.",
    ),
)

UNUSED_VARIABLE: Final = FindingKind(
    "IKU152",
    Level.GALAT,
    Text("Variabel tidak dipakai", "Unused variable"),
    Text(
        "Variabel `{nama}` dinyatakan tetapi tidak dipakai dalam rumus.",
        "The variable `{nama}` is declared but not used in the formula.",
    ),
    Text(
        "Pakai `{nama}` dalam rumus, atau hapus pernyataannya.",
        "Use `{nama}` in the formula, or remove its declaration.",
    ),
    Text(
        "Daerah akan diminta mengisi angka yang tidak memengaruhi apa pun, atau rumusnya kurang.",
        "Regions would be asked for a number that changes nothing, or the formula lacks a part.",
    ),
)

MIXED_DIMENSIONS: Final = FindingKind(
    "IKU153",
    Level.GALAT,
    Text("Satuan tidak sejenis", "Units of different kinds"),
    Text(
        "Rumus {kerja} {kiri} dengan {kanan}.",
        "The formula {verb} {left} and {right}.",
    ),
    Text(
        "Samakan satuannya, atau periksa apakah variabelnya tertukar.",
        "Make the units the same, or look whether two variables were swapped.",
    ),
    Text(
        "Besaran yang berbeda jenis tidak dapat dijumlahkan, dikurangkan, atau dibandingkan.",
        "Quantities of different kinds cannot be added, subtracted or compared.",
    ),
)

NUMBER_WITH_UNIT: Final = FindingKind(
    "IKU154",
    Level.GALAT,
    Text("Angka biasa dengan besaran bersatuan", "Plain number with a unit"),
    Text(
        "Rumus {kerja} {kiri} dengan {kanan}.",
        "The formula {verb} {left} and {right}.",
    ),
    Text(
        "Angka dalam rumus tidak bersatuan; nyatakan sebagai variabel bila ia sebuah besaran.",
        "A number in a formula has no unit; declare it as a variable if it is a quantity.",
    ),
    Text(
        "Angka tanpa satuan hanya dapat ditambahkan pada besaran tanpa satuan, misalnya 1 - R / T.",
        "A number without a unit can only be added to a quantity without one, as in 1 - R / T.",
    ),
)

MIXED_SCALES: Final = FindingKind(
    "IKU155",
    Level.GALAT,
    Text("Skala berbeda", "Different scales"),
    Text(
        "Rumus {kerja} {kiri} (skala {skala_kiri}) dengan {kanan} (skala {skala_kanan}).",
        "The formula {verb} {left} (scale {scale_left}) and {right} (scale {scale_right}).",
    ),
    Text(
        "Samakan skalanya lebih dahulu, misalnya dengan mengalikan pecahan dengan 100.",
        "Bring them to one scale first, for example by multiplying a fraction by 100.",
    ),
    Text(
        "0,8 dan 80 persen adalah nilai yang sama pada skala berbeda; mencampurnya memberi angka "
        "yang tidak berarti.",
        "0.8 and 80 percent are one value on two scales; mixing them gives a number that means "
        "nothing.",
    ),
)

RESULT_UNIT: Final = FindingKind(
    "IKU156",
    Level.GALAT,
    Text("Satuan hasil tidak cocok", "Unit of the result does not fit"),
    Text(
        "Rumus menghasilkan {hasil}, sedangkan satuannya dinyatakan {satuan}.",
        "The formula gives {result}, but its unit is stated as {satuan}.",
    ),
    Text(
        "Perbaiki satuan indikator, satuan variabel, atau rumusnya.",
        "Correct the indicator's unit, a variable's unit, or the formula.",
    ),
    Text(
        "Satuan hasil mengikuti satuan variabel dan rumus; keduanya harus sepakat.",
        "The unit of the result follows from the variables and the formula; both must agree.",
    ),
)

FACTOR_MISSING: Final = FindingKind(
    "IKU157",
    Level.GALAT,
    Text("Pengali belum ada", "Factor missing"),
    Text(
        "Rumus menghasilkan pecahan, sedangkan satuannya {satuan}: pengali {angka} belum ada.",
        "The formula gives a fraction, but its unit is {satuan}: the factor {number} is missing.",
    ),
    Text("Kalikan {angka}.", "Multiply by {number}."),
    Text(
        "Bagian dari keseluruhan baru menjadi persen setelah dikalikan 100.",
        "A share of a whole becomes a percentage only when multiplied by 100.",
    ),
)

FACTOR_DOUBLED: Final = FindingKind(
    "IKU158",
    Level.GALAT,
    Text("Pengali dua kali", "Factor applied twice"),
    Text(
        "Hasil rumus sudah {satuan} sebelum dikalikan {angka} sekali lagi.",
        "The result is already in {satuan} before it is multiplied by {number} once more.",
    ),
    Text("Hapus satu pengali {angka}.", "Remove one factor of {number}."),
    Text(
        "Persen yang dikalikan 100 lagi menjadi seratus kali terlalu besar.",
        "A percentage multiplied by 100 again is a hundred times too large.",
    ),
)

WEIGHTS_SUM: Final = FindingKind(
    "IKU159",
    Level.GALAT,
    Text("Bobot tidak berjumlah satu", "Weights do not sum to one"),
    Text(
        "Bobot berjumlah {jumlah}, seharusnya 1.",
        "The weights sum to {jumlah}, and should sum to 1.",
    ),
    Text(
        "Perbaiki bobot sehingga jumlahnya tepat 1; bobot dalam persen dibagi 100.",
        "Correct the weights so that they sum to exactly 1; divide weights in percent by 100.",
    ),
    Text(
        "Rata-rata tertimbang hanya tetap pada skala komponennya bila bobotnya berjumlah tepat 1.",
        "A weighted mean stays on its components' scale only if its weights sum to exactly 1.",
    ),
)

RESULT_SCALE: Final = FindingKind(
    "IKU160",
    Level.GALAT,
    Text("Skala hasil tidak cocok", "Scale of the result does not fit"),
    Text(
        "Hasil rumus {faktor} kali satuan yang dinyatakan ({satuan}).",
        "The result is {factor} times the stated unit ({satuan}).",
    ),
    Text(
        "Bagi rumus dengan {faktor}, atau nyatakan satuan yang sesuai.",
        "Divide the formula by {factor}, or state the unit that fits.",
    ),
    Text(
        "Jenis besarannya benar tetapi pengalinya tidak, sehingga setiap nilai akan salah sebesar "
        "faktor itu.",
        "The kind of quantity is right but its factor is not, so every value would be wrong by it.",
    ),
)

UNREACHABLE_BOUND: Final = FindingKind(
    "IKU161",
    Level.GALAT,
    Text("Batas tidak terjangkau", "Bound out of reach"),
    Text(
        "Batas {batas} tidak dapat dicapai; rumus hanya menghasilkan {jangkauan}.",
        "The {bound} cannot be reached; the formula only gives {reach}.",
    ),
    Text(
        "Periksa rentang indikator, rentang variabel, dan rumusnya.",
        "Check the range of the indicator, the ranges of the variables, and the formula.",
    ),
    Text(
        "Rentang yang ujungnya tidak pernah tercapai menandakan rumus atau rentang yang keliru.",
        "A range whose end can never occur is a sign that the formula or the range is wrong.",
    ),
)

DIVISION_BY_ZERO: Final = FindingKind(
    "IKU162",
    Level.GALAT,
    Text("Pembagi selalu nol", "Divisor always zero"),
    Text("Pembagi di sini selalu nol.", "The divisor here is always zero."),
    Text("Perbaiki pembaginya.", "Correct the divisor."),
    Text(
        "Pembagian dengan nol tidak terdefinisi, sehingga rumus ini tidak pernah bernilai.",
        "Division by zero is undefined, so this formula would never have a value.",
    ),
)

NEVER_DEFINED: Final = FindingKind(
    "IKU163",
    Level.GALAT,
    Text("Tidak pernah bernilai", "Never has a value"),
    Text(
        "Bagian ini tidak pernah bernilai: yang diakar selalu negatif.",
        "This part never has a value: what stands under the root is always negative.",
    ),
    Text(
        "Periksa tanda dan rentang variabel di bawah akar.",
        "Check the sign and the ranges of the variables under the root.",
    ),
    Text(
        "Akar bilangan negatif tidak terdefinisi.",
        "The root of a negative number is undefined.",
    ),
)

NOT_WHOLE: Final = FindingKind(
    "IKU164",
    Level.PERINGATAN,
    Text("Hasil belum tentu bilangan bulat", "Result may not be whole"),
    Text(
        "Hasil dinyatakan bilangan bulat, tetapi rumusnya dapat menghasilkan pecahan.",
        "The result is stated to be whole, but the formula can give a fraction.",
    ),
    Text(
        "Nyatakan hasil sebagai nilai, atau bulatkan dengan bulat(..., 0).",
        "State the result as a measured value, or round it with bulat(..., 0).",
    ),
    Text(
        "Cacah orang, kasus, atau kegiatan tidak mengenal pecahan.",
        "A count of people, cases or activities has no fractions.",
    ),
)

TRUTH_AS_RESULT: Final = FindingKind(
    "IKU165",
    Level.GALAT,
    Text("Hasil bukan angka", "Result is not a number"),
    Text(
        "Rumus ini menjawab benar atau salah, bukan angka.",
        "This formula answers true or false, not a number.",
    ),
    Text(
        "Tulis rumus yang menghasilkan angka, misalnya jika(syarat, 1, 0).",
        "Write a formula that gives a number, for example jika(condition, 1, 0).",
    ),
    Text(
        "Nilai indikator adalah angka; perbandingan hanya dipakai dalam syarat dan aturan.",
        "The value of an indicator is a number; comparisons belong in conditions and rules.",
    ),
)

KINDS: Final[tuple[FindingKind, ...]] = (
    UNDECLARED_NAME_SIMILAR,
    UNDECLARED_NAME,
    UNUSED_VARIABLE,
    MIXED_DIMENSIONS,
    NUMBER_WITH_UNIT,
    MIXED_SCALES,
    RESULT_UNIT,
    FACTOR_MISSING,
    FACTOR_DOUBLED,
    WEIGHTS_SUM,
    RESULT_SCALE,
    UNREACHABLE_BOUND,
    DIVISION_BY_ZERO,
    NEVER_DEFINED,
    NOT_WHOLE,
    TRUTH_AS_RESULT,
)
