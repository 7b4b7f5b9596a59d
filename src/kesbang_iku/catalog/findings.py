"""What can be wrong with the catalog itself."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text


def _broken(code: str, title: Text, message: Text, hint: Text, reason: Text) -> FindingKind:
    return FindingKind(code, Level.GALAT, title, message, hint, reason)


UNKNOWN_REFERENCE: Final = _broken(
    "IKU210",
    Text("Rujukan tidak ada", "Reference to nothing"),
    Text(
        "{jenis} '{nama}' tidak ada dalam katalog.", "There is no {jenis} '{nama}' in the catalog."
    ),
    Text("{usul}", "{usul_en}"),
    Text(
        "Entri yang menunjuk sesuatu yang tidak ada tidak dapat dihitung.",
        "An entry that points at nothing cannot be computed.",
    ),
)
DUPLICATE_VERSION: Final = _broken(
    "IKU211",
    Text("Versi ganda", "Version defined twice"),
    Text(
        "{kode} versi {versi} sudah ditetapkan dalam {lain}.",
        "{kode} version {versi} is already defined in {lain}.",
    ),
    Text(
        "Beri nomor versi baru; definisi yang sudah terbit tidak diubah.",
        "Give it a new version; a published definition is never changed.",
    ),
    Text(
        "Satu kode dan satu versi harus selalu berarti satu definisi.",
        "One code and one version must always mean one definition.",
    ),
)
OVERLAPPING_VERSIONS: Final = _broken(
    "IKU212",
    Text("Masa berlaku bertumpang tindih", "Overlapping years"),
    Text(
        "Masa berlaku {kode} versi {versi} ({masa}) bertumpang tindih dengan versi {lain} "
        "({masa_lain}).",
        "The years of {kode} version {versi} ({masa}) overlap those of version {lain} "
        "({masa_lain}).",
    ),
    Text("Batasi 'berlaku' salah satunya.", "Limit the 'berlaku' of one of them."),
    Text(
        "Untuk setiap tahun harus jelas versi mana yang berlaku.",
        "For every year it must be clear which version applies.",
    ),
)
REDEFINED_NATIONAL: Final = _broken(
    "IKU213",
    Text("Kode nasional ditetapkan ulang", "National code redefined"),
    Text(
        "Katalog tambahan tidak boleh menetapkan ulang kode nasional {kode}.",
        "An added catalog must not redefine the national code {kode}.",
    ),
    Text(
        "Pakai kode sendiri dan tulis 'lokal: {{mendukung: {kode}}}'.",
        "Use a code of your own and write 'lokal: {{mendukung: {kode}}}'.",
    ),
    Text(
        "Standar nasional hanya satu; daerah menambah, tidak mengganti.",
        "There is one national standard; regions add to it, they do not replace it.",
    ),
)
WEIGHTS_NOT_ONE: Final = _broken(
    "IKU214",
    Text("Bobot tidak berjumlah satu", "Weights do not sum to one"),
    Text("Bobot berjumlah {jumlah}, bukan 1.", "The weights sum to {jumlah}, not to 1."),
    Text("Periksa setiap bobot terhadap sumbernya.", "Check every weight against its source."),
    Text(
        "Indeks dari bobot yang tidak berjumlah satu keluar dari skalanya.",
        "An index whose weights do not sum to one leaves its scale.",
    ),
)
INVALID_RELEASE: Final = _broken(
    "IKU215",
    Text("Variabel rilis keliru", "Wrong release variable"),
    Text(
        "'rilis' harus menunjuk variabel berjenis rilis; '{nama}' bukan.",
        "'rilis' must name a variable of kind rilis; '{nama}' is none.",
    ),
    Text("Tambahkan variabel itu dengan 'jenis: rilis'.", "Add the variable with 'jenis: rilis'."),
    Text(
        "Nilai rilis mengalahkan hitungan, jadi harus jelas mana variabelnya.",
        "A released value prevails over computing, so it must be clear which one it is.",
    ),
)
NO_FORMULA: Final = _broken(
    "IKU216",
    Text("Cara hitung tidak tunggal", "Not exactly one way to compute"),
    Text(
        "Tepat satu dari 'rumus', 'komponen' atau 'tanpa_rumus' harus ada.",
        "Exactly one of 'rumus', 'komponen' or 'tanpa_rumus' must be given.",
    ),
    Text("Pilih satu.", "Choose one."),
    Text(
        "Satu rumus berdiri di satu tempat saja.",
        "One formula stands in one place only.",
    ),
)
SCALE_DISORDER: Final = _broken(
    "IKU217",
    Text("Kelas skala tidak urut", "Classes out of order"),
    Text(
        "Kelas '{kelas}' bertumpang tindih dengan kelas sebelumnya atau tidak urut naik.",
        "The class '{kelas}' overlaps the one before it or does not ascend.",
    ),
    Text("Urutkan kelas dari batas terendah.", "Order the classes from the lowest bound."),
    Text(
        "Satu nilai tidak boleh masuk dua kelas.",
        "A value must not fall into two classes.",
    ),
)
AMBIGUOUS_ALIAS: Final = _broken(
    "IKU218",
    Text("Nama dipakai dua kode", "Name claimed by two codes"),
    Text("'{nama}' sudah menjadi nama {lain}.", "'{nama}' is already a name of {lain}."),
    Text("Hapus alias ini dari salah satunya.", "Remove the alias from one of them."),
    Text(
        "Sebuah nama harus menunjuk satu indikator.",
        "A name must point at one indicator.",
    ),
)
WRONG_PROGRAM: Final = _broken(
    "IKU219",
    Text("Program tidak sesuai bidang", "Programme does not fit the field"),
    Text(
        "Bidang {bidang} bernaung di program {seharusnya}, bukan {program}.",
        "The field {bidang} belongs to programme {seharusnya}, not to {program}.",
    ),
    Text("Tulis 'program: \"{seharusnya}\"'.", "Write 'program: \"{seharusnya}\"'."),
    Text(
        "Bidang dan program nomenklatur berpasangan tetap.",
        "Fields and programmes of the nomenclature belong together.",
    ),
)
LOCAL_UNMARKED: Final = _broken(
    "IKU220",
    Text("Indikator tambahan tanpa tanda lokal", "Added indicator not marked local"),
    Text(
        "{kode} berasal dari katalog tambahan tetapi tidak bertanda 'lokal'.",
        "{kode} comes from an added catalog but is not marked 'lokal'.",
    ),
    Text("Tambahkan 'lokal: {{tema: …}}'.", "Add 'lokal: {{tema: …}}'."),
    Text(
        "Pembaca harus dapat membedakan indikator daerah dari indikator nasional.",
        "A reader must be able to tell a region's indicator from a national one.",
    ),
)
METHOD_WRONG_WAY: Final = _broken(
    "IKU221",
    Text("Metode capaian berlawanan arah", "Achievement method in the wrong direction"),
    Text(
        "Indikator ini berpolaritas {polaritas}, sedangkan metode '{metode}' untuk {arah}.",
        "This indicator's polarity is {polaritas}, but the method '{metode}' is for {arah}.",
    ),
    Text(
        "Pilih metode yang searah, atau perbaiki 'polaritas'.",
        "Choose a method of the same direction, or correct 'polaritas'.",
    ),
    Text(
        "Metode ke arah yang salah menilai baik keadaan yang memburuk.",
        "A method in the wrong direction praises what gets worse.",
    ),
)
DUPLICATE_NAME: Final = _broken(
    "IKU222",
    Text("Nama ganda", "Name defined twice"),
    Text("{jenis} '{nama}' sudah ditetapkan.", "The {jenis} '{nama}' is already defined."),
    Text("Hapus salah satunya, atau beri nama lain.", "Remove one of them, or name it otherwise."),
    Text(
        "Dari dua isi bernama sama, yang satu akan terpakai diam-diam dan yang lain hilang.",
        "Of two entries with one name, one would silently be used and the other lost.",
    ),
)
EMPTY_YEARS: Final = _broken(
    "IKU223",
    Text("Masa berlaku kosong", "No year in force"),
    Text("Masa berlaku {masa} tidak memuat satu tahun pun.", "The years {masa} hold not one year."),
    Text("Tukar 'mulai' dan 'selesai'.", "Swap 'mulai' and 'selesai'."),
    Text(
        "Versi yang tidak pernah berlaku tidak dapat dipakai.",
        "A version that never applies cannot be used.",
    ),
)
NOT_A_CATALOG: Final = _broken(
    "IKU224",
    Text("Bukan folder katalog", "Not a catalog folder"),
    Text(
        "{folder} tidak memuat folder 'indikator' dan tidak memuat tabel katalog.",
        "{folder} holds neither a folder 'indikator' nor a table of a catalog.",
    ),
    Text(
        "Periksa jalurnya; definisi diletakkan di bawah 'indikator/'.",
        "Check the path; definitions stand below 'indikator/'.",
    ),
    Text(
        "Folder yang salah tulis akan terbaca sebagai katalog tanpa isi.",
        "A mistyped folder would read as a catalog without content.",
    ),
)
COMPOSITE_MALFORMED: Final = _broken(
    "IKU225",
    Text("Komposit tidak dapat disusun", "Composite cannot be put together"),
    Text("Komposit ini tidak dapat disusun: {cacat}.", "This composite cannot be built: {cacat}."),
    Text(
        "Beri 'bobot' atau 'anggota', dan pakai setiap kelompok tepat pada tingkatnya.",
        "Give 'bobot' or 'anggota', and use every group on its own level.",
    ),
    Text(
        "Setiap tingkat komposit harus jelas anggota dan bobotnya.",
        "On every level of a composite its members and their weights must be clear.",
    ),
)
GEOMETRIC_WEIGHTS: Final = _broken(
    "IKU226",
    Text("Rata-rata geometrik tertimbang", "Weighted geometric mean"),
    Text(
        "Bobot rata-rata geometrik harus sama semua; di sini {bobot}.",
        "The weights of a geometric mean must all be equal; here they are {bobot}.",
    ),
    Text(
        "Pakai 'anggota' bila bobotnya sama, atau 'metode: aritmetika'.",
        "Use 'anggota' where all weigh the same, or 'metode: aritmetika'.",
    ),
    Text(
        "Bahasa rumus tidak mengenal pangkat, jadi bobot yang berbeda tidak akan berpengaruh.",
        "The formula language has no powers, so different weights would have no effect.",
    ),
)
WEIGHTS_EXPLAINED: Final = FindingKind(
    "IKU227",
    Level.INFO,
    Text("Bobot tidak berjumlah satu, dengan alasan", "Weights not summing to one, with a reason"),
    Text(
        "Bobot berjumlah {jumlah}, bukan 1; alasannya: {catatan}",
        "The weights sum to {jumlah}, not to 1; the reason given: {catatan}",
    ),
    Text(
        "Pastikan 'rentang' indikator sesuai dengan jumlah bobot itu.",
        "Make sure that the indicator's 'rentang' fits that sum of weights.",
    ),
    Text(
        "Sumber resmi boleh menetapkan bobot demikian, asal tampak dan beralasan.",
        "An official source may set such weights, provided that it shows and has a reason.",
    ),
)

OFFICIAL_WITHOUT_SOURCE: Final = _broken(
    "IKU230",
    Text("Berstatus resmi tanpa sumber resmi", "Official without an official source"),
    Text(
        "{kode} berstatus resmi, tetapi tidak satu pun sumbernya berkedudukan resmi.",
        "{kode} has the standing resmi, but none of its sources has.",
    ),
    Text(
        "Turunkan 'status', atau tambahkan sumber resminya.",
        "Lower its 'status', or add the official source.",
    ),
    Text("Usulan tidak boleh tampil sebagai ketetapan.", "A proposal must not pass for a norm."),
)


def _doubtful(code: str, title: Text, message: Text, hint: Text, reason: Text) -> FindingKind:
    return FindingKind(code, Level.PERINGATAN, title, message, hint, reason)


IDENTICAL_FORMULA: Final = _doubtful(
    "IKU231",
    Text("Rumus sama di dua kode", "One formula under two codes"),
    Text(
        "Rumus {kode} sama dengan rumus {lain}, dengan nama variabel yang sama.",
        "The formula of {kode} is that of {lain}, with the same variable names.",
    ),
    Text(
        "Gabungkan keduanya, atau bedakan nama variabelnya.",
        "Merge the two, or tell their variables apart.",
    ),
    Text(
        "Satu notasi di dua kode biasanya satu indikator yang ditulis dua kali.",
        "The same formula twice is usually one indicator written twice.",
    ),
)
NAME_HOLDS_PERIOD: Final = _doubtful(
    "IKU232",
    Text("Nama memuat tahun", "Name holds a year"),
    Text("Nama indikator memuat tahun {tahun}.", "The name holds the year {tahun}."),
    Text("Pindahkan tahun ke 'berlaku' atau 'versi'.", "Move the year to 'berlaku' or 'versi'."),
    Text("Nama berlaku untuk semua tahun.", "A name is good for all years."),
)
NAME_HOLDS_REGION: Final = _doubtful(
    "IKU233",
    Text("Nama memuat wilayah", "Name holds a region"),
    Text("Nama indikator memuat wilayah '{wilayah}'.", "The name holds the region '{wilayah}'."),
    Text("Hapus nama wilayah itu.", "Remove the name of the region."),
    Text("Standar berlaku untuk semua wilayah.", "A standard is good for all regions."),
)
CONCEPT_STARTS_WITH_MEASURE: Final = _doubtful(
    "IKU234",
    Text("Konsep diawali kata ukuran", "Concept starts with a measure"),
    Text(
        "'konsep' diawali kata ukuran '{kata}'.", "'konsep' starts with the measure word '{kata}'."
    ),
    Text(
        "Tulis apa yang diukur, bukan bagaimana mengukurnya.",
        "Write what is measured, not how.",
    ),
    Text(
        "Konsep adalah gagasannya; ukuran mempunyai kunci sendiri.",
        "A concept is the idea; the measure has a key of its own.",
    ),
)
WRONG_EXAMPLE: Final = _broken(
    "IKU235",
    Text("Contoh perhitungan tidak cocok", "Worked example that does not hold"),
    Text(
        "Contoh '{nama}' menyebut {kunci} {tertulis}; hasil hitungnya {dihitung}.",
        "The example '{nama}' states {kunci} {tertulis}; computing gives {dihitung}.",
    ),
    Text(
        "Periksa angkanya terhadap sumber; bila sumbernya yang keliru, tulis hasil yang benar dan "
        "cetakannya dalam 'tercetak'.",
        "Check the numbers against the source; where the source is wrong, state the right result "
        "and what was printed in 'tercetak'.",
    ),
    Text(
        "Contoh yang tidak dapat dihitung ulang tidak membuktikan apa-apa.",
        "An example that cannot be computed again proves nothing.",
    ),
)
RESERVED_PREFIX: Final = _broken(
    "IKU236",
    Text("Awalan kode milik standar nasional", "Code prefix of the national standard"),
    Text(
        "Kode {kode} berawalan {awalan}, yang hanya untuk standar nasional.",
        "The code {kode} starts with {awalan}, which only the national standard uses.",
    ),
    Text(
        "Pakai awalan sendiri, misalnya nama daerah atau kementerian dengan huruf besar.",
        "Use a prefix of your own, such as the name of the region or ministry in capitals.",
    ),
    Text(
        "Kode baru standar nasional kelak tidak boleh bertabrakan dengan kode daerah.",
        "A later code of the national standard must not collide with a region's.",
    ),
)
PACKAGE_UNUSABLE: Final = _broken(
    "IKU240",
    Text("Paket katalog tidak dapat dibuka", "Catalog package that cannot be opened"),
    Text(
        "Katalog dari paket terpasang '{paket}' tidak dapat dibuka: {sebab}.",
        "The catalog of the installed package '{paket}' cannot be opened: {sebab}.",
    ),
    Text(
        "Perbarui atau lepas paket itu, atau abaikan semua paket dengan '--tanpa-paket'.",
        "Update or remove the package, or leave all packages out with '--tanpa-paket'.",
    ),
    Text(
        "Katalog yang hilang diam-diam membuat kode daerah tiba-tiba tidak dikenal.",
        "A catalog that is lost silently makes a region's codes suddenly unknown.",
    ),
)
PACKAGE_BROKEN: Final = _broken(
    "IKU241",
    Text("Paket katalog memuat galat", "Catalog package with errors"),
    Text(
        "Katalog dari paket terpasang '{paket}' {versi} memuat {jumlah} galat.",
        "The catalog of the installed package '{paket}' {versi} holds {jumlah:error|errors}.",
    ),
    Text(
        "Perbarui atau lepas paket itu, atau abaikan semua paket dengan '--tanpa-paket'.",
        "Update or remove the package, or leave all packages out with '--tanpa-paket'.",
    ),
    Text(
        "Galat di dalam paket orang lain harus dapat dikenali pemiliknya.",
        "An error inside somebody else's package must tell whose it is.",
    ),
)

KINDS: Final = (
    UNKNOWN_REFERENCE,
    DUPLICATE_VERSION,
    OVERLAPPING_VERSIONS,
    REDEFINED_NATIONAL,
    WEIGHTS_NOT_ONE,
    INVALID_RELEASE,
    NO_FORMULA,
    SCALE_DISORDER,
    AMBIGUOUS_ALIAS,
    WRONG_PROGRAM,
    LOCAL_UNMARKED,
    METHOD_WRONG_WAY,
    DUPLICATE_NAME,
    EMPTY_YEARS,
    NOT_A_CATALOG,
    COMPOSITE_MALFORMED,
    GEOMETRIC_WEIGHTS,
    WEIGHTS_EXPLAINED,
    OFFICIAL_WITHOUT_SOURCE,
    IDENTICAL_FORMULA,
    NAME_HOLDS_PERIOD,
    NAME_HOLDS_REGION,
    CONCEPT_STARTS_WITH_MEASURE,
    WRONG_EXAMPLE,
    RESERVED_PREFIX,
    PACKAGE_UNUSABLE,
    PACKAGE_BROKEN,
)
