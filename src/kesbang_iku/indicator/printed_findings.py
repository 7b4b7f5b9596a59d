"""What can be wrong with the numbers a region printed, seen from what the standard computes."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

_REASON: Final = Text(
    "Angka tercetak yang tidak dapat dihitung ulang tidak dapat dipercaya.",
    "A printed number that cannot be recomputed cannot be trusted.",
)


def _differs(code: str, level: Level, title: Text, message: Text, hint: Text) -> FindingKind:
    return FindingKind(code, level, title, message, hint, _REASON)


_WRITE: Final = Text("Tulis {hitung}.", "Write {hitung}.")

VALUE_DIFFERS: Final = _differs(
    "IKU500",
    Level.GALAT,
    Text("Realisasi tidak sesuai hitungan", "Realised value disagrees"),
    Text(
        "Tercetak {cetak}, sedangkan variabelnya menghasilkan {hitung}.",
        "Printed {cetak}, but the variables give {hitung}.",
    ),
    _WRITE,
)
VALUE_CUT: Final = _differs(
    "IKU501",
    Level.PERINGATAN,
    Text("Realisasi terpotong", "Realised value cut off"),
    Text(
        "Tercetak {cetak}, sedangkan {eksak} dibulatkan menjadi {hitung}; tampaknya angkanya "
        "dipotong, bukan dibulatkan.",
        "Printed {cetak}, but {eksak} rounds to {hitung}; it seems to have been cut off, "
        "not rounded.",
    ),
    _WRITE,
)
VALUE_LAST_DIGIT: Final = _differs(
    "IKU502",
    Level.PERINGATAN,
    Text("Realisasi berbeda satu angka terakhir", "Realised value off by one in the last digit"),
    Text(
        "Tercetak {cetak}, sedangkan {eksak} dibulatkan menjadi {hitung}; tampaknya komponennya "
        "sudah dibulatkan sebelum dihitung.",
        "Printed {cetak}, but {eksak} rounds to {hitung}; its components seem to have been "
        "rounded first.",
    ),
    Text(
        "Hitung dari komponen yang belum dibulatkan, atau tulis {hitung}.",
        "Compute from components before rounding, or write {hitung}.",
    ),
)
VALUE_WITHOUT_GROUND: Final = _differs(
    "IKU503",
    Level.GALAT,
    Text("Realisasi tanpa dasar", "Realised value without a ground"),
    Text(
        "Tercetak {cetak}, padahal nilainya tidak terdefinisi: {alasan}",
        "Printed {cetak}, but the value is undefined: {alasan}",
    ),
    Text("Kosongkan kolom realisasi.", "Leave the column of the realised value empty."),
)
ACHIEVEMENT_DIFFERS: Final = _differs(
    "IKU510",
    Level.GALAT,
    Text("Capaian tidak sesuai hitungan", "Achievement disagrees"),
    Text(
        "Tercetak {cetak}, sedangkan metode {metode} menghasilkan {hitung}{dugaan}.",
        "Printed {cetak}, but the method {metode} gives {hitung}{dugaan}.",
    ),
    _WRITE,
)
ACHIEVEMENT_CUT: Final = _differs(
    "IKU511",
    Level.PERINGATAN,
    Text("Capaian terpotong", "Achievement cut off"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}; tampaknya angkanya dipotong, bukan "
        "dibulatkan.",
        "Printed {cetak}, but the result is {hitung}; it seems to have been cut off, not rounded.",
    ),
    _WRITE,
)
ACHIEVEMENT_IS_VALUE: Final = _differs(
    "IKU512",
    Level.GALAT,
    Text("Kolom capaian berisi realisasi", "Achievement filled with the realised value"),
    Text(
        "Capaian tercetak {cetak} sama dengan realisasinya; terhadap target {target} "
        "capaiannya {hitung}.",
        "The printed achievement {cetak} is the realised value; against the target {target} it "
        "is {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_OTHER_METHOD: Final = _differs(
    "IKU513",
    Level.GALAT,
    Text("Capaian dihitung dengan metode lain", "Achievement computed by another method"),
    Text(
        "Tercetak {cetak}: itu hasil metode {lain} ({rumus}); untuk indikator ini berlaku "
        "{metode}, hasilnya {hitung}.",
        "Printed {cetak}: that is the result of {lain} ({rumus}); this indicator takes {metode}, "
        "which gives {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_CAPPED: Final = _differs(
    "IKU514",
    Level.PERINGATAN,
    Text("Capaian tampaknya dibatasi", "Achievement seems to be capped"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}; tampaknya dibatasi tanpa disebutkan.",
        "Printed {cetak}, but the result is {hitung}; it seems to be capped without saying so.",
    ),
    Text(
        "Tulis {hitung}, atau sebutkan batas dan dasarnya.",
        "Write {hitung}, or name the cap and its ground.",
    ),
)
ACHIEVEMENT_AS_RATIO: Final = _differs(
    "IKU515",
    Level.GALAT,
    Text("Capaian ditulis sebagai rasio", "Achievement written as a ratio"),
    Text(
        "Tercetak {cetak}, tampaknya belum dikalikan 100; hasilnya {hitung}.",
        "Printed {cetak}, apparently not multiplied by 100; the result is {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_WITHOUT_GROUND: Final = _differs(
    "IKU516",
    Level.GALAT,
    Text("Capaian tanpa dasar", "Achievement without a ground"),
    Text(
        "Tercetak {cetak}, padahal capaiannya tidak ada: {alasan}",
        "Printed {cetak}, but there is no achievement: {alasan}",
    ),
    Text(
        "Kosongkan kolom capaian, atau lengkapi target dan realisasinya.",
        "Leave the column of the achievement empty, or complete target and realised value.",
    ),
)
LOWER_IS_BETTER: Final = _differs(
    "IKU517",
    Level.INFO,
    Text("Capaian menurut arah lain", "Achievement in another direction"),
    Text(
        "Tercetak {cetak}: itu benar bila {arah} (metode {metode}); dengan metode {lain} hasilnya "
        "{hitung}.",
        "Printed {cetak}: that is right if {arah} (method {metode}); the method {lain} gives "
        "{hitung}.",
    ),
    Text(
        "Pastikan arahnya memang demikian, dan sebutkan di kolom polaritas.",
        "Make sure that this is its direction, and say so in the column polaritas.",
    ),
)
ACHIEVEMENT_ROUNDED_OTHERWISE: Final = _differs(
    "IKU518",
    Level.PERINGATAN,
    Text("Capaian dibulatkan dengan cara lain", "Achievement rounded in another way"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}; tampaknya {cara}.",
        "Printed {cetak}, but the result is {hitung}; it seems to have been {cara}.",
    ),
    _WRITE,
)
ACHIEVEMENT_HALF_TO_EVEN: Final = _differs(
    "IKU519",
    Level.INFO,
    Text("Setengah dibulatkan ke bawah", "A half rounded down"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}: tepat setengah, yang oleh sebagian program "
        "dibulatkan ke angka genap.",
        "Printed {cetak}, but the result is {hitung}: exactly a half, which some programs round to "
        "the even digit.",
    ),
    _WRITE,
)
CATEGORY_DIFFERS: Final = _differs(
    "IKU520",
    Level.GALAT,
    Text("Predikat tidak sesuai", "Category disagrees"),
    Text(
        "Tercetak '{cetak}', sedangkan capaian {capaian} berpredikat '{hitung}'.",
        "Printed '{cetak}', but the achievement {capaian} is '{hitung}'.",
    ),
    Text("Tulis '{hitung}'.", "Write '{hitung}'."),
)
CATEGORY_WITHOUT_GROUND: Final = _differs(
    "IKU521",
    Level.GALAT,
    Text("Predikat tanpa dasar", "Category without a ground"),
    Text(
        "Tercetak '{cetak}', padahal capaiannya tidak ada: {alasan}",
        "Printed '{cetak}', but there is no achievement: {alasan}",
    ),
    Text(
        "Kosongkan kolom predikat, atau lengkapi target dan realisasinya.",
        "Leave the column of the category empty, or complete target and realised value.",
    ),
)

CATEGORY_OF_ANOTHER_SCALE: Final = _differs(
    "IKU522",
    Level.INFO,
    Text("Predikat dari skala lain", "Category of another scale"),
    Text(
        "Tercetak '{cetak}', kata yang tidak ada dalam {skala}; di situ capaian {capaian} "
        "berpredikat '{hitung}'.",
        "Printed '{cetak}', a word that is not in the {skala}; there the achievement {capaian} is "
        "'{hitung}'.",
    ),
    Text(
        "Sebutkan skala yang dipakai, atau tulis '{hitung}'.",
        "Name the scale that is used, or write '{hitung}'.",
    ),
)

KINDS: Final = (
    VALUE_DIFFERS,
    VALUE_CUT,
    VALUE_LAST_DIGIT,
    VALUE_WITHOUT_GROUND,
    ACHIEVEMENT_DIFFERS,
    ACHIEVEMENT_CUT,
    ACHIEVEMENT_IS_VALUE,
    ACHIEVEMENT_OTHER_METHOD,
    ACHIEVEMENT_CAPPED,
    ACHIEVEMENT_AS_RATIO,
    ACHIEVEMENT_WITHOUT_GROUND,
    LOWER_IS_BETTER,
    ACHIEVEMENT_ROUNDED_OTHERWISE,
    ACHIEVEMENT_HALF_TO_EVEN,
    CATEGORY_DIFFERS,
    CATEGORY_WITHOUT_GROUND,
    CATEGORY_OF_ANOTHER_SCALE,
)
