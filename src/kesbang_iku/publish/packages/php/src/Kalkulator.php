<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Menghitung nilai indikator, capaian, dan kelas, eksak: dibulatkan sekali di akhir, setengah
 * menjauhi nol.
 *
 * Angka boleh int, float (menurut desimal terpendeknya), Pecahan, atau teks seperti orang Indonesia
 * menulisnya ("85,23"); null dan "" berarti belum ada. Yang dapat dibaca dua cara ditolak, tidak
 * ditebak. Kode indikator boleh disertai versinya: "KBP-POL-01@2009".
 */
final class Kalkulator
{
    private const MOST_DECIMALS = 100;

    /**
     * Nilai sebuah indikator, dan capaiannya bila ada target.
     *
     * @param array<string, int|float|string|Pecahan|null> $variabel angka menurut nama variabelnya
     * @param int|float|string|Pecahan|null $target bilangan, rentang ("81,69–85,23"), batas ("≥ 80"), atau kelas
     * @param array<string, int|float|string|Pecahan|null> $sebelumnya variabel periode sebelumnya
     * @param ?string $wilayah kode Kemendagri, misalnya "62.71"; tingkatnya mengikutinya
     * @param ?string $tingkat nasional, provinsi, kabupaten, atau kota, bila wilayahnya tidak disebut
     * @param ?int $tahun memilih versi definisi yang berlaku; tanpa ini yang terbaru
     * @param string $periode tahunan, semester-1, triwulan-1, caturwulan-1, bulan-01, …
     * @param ?string $formatAngka cara teks ditulis, `id` (1.234,5) atau `en` (1,234.5)
     * @return Hasil angka yang tidak terbaca menjadi temuannya, dan statusnya `ditolak`
     * @throws Kesalahan kode, variabel, wilayah, waktu, atau format tidak dikenal, atau float tak hingga
     */
    public static function hitung(
        string $kode,
        array $variabel,
        int|float|string|Pecahan|null $target = null,
        array $sebelumnya = [],
        ?string $wilayah = null,
        ?string $tingkat = null,
        ?int $tahun = null,
        string $periode = 'tahunan',
        ?string $formatAngka = null,
    ): Hasil {
        return self::item($kode, $wilayah, $tingkat, $tahun, $periode, $formatAngka)
            ->compute($variabel, $sebelumnya, null, $target);
    }

    /**
     * Capaian sebuah nilai yang sudah ada (tercetak, atau dirilis pemiliknya) terhadap targetnya.
     *
     * @param int|float|string|Pecahan|null $realisasi nilainya
     * @param int|float|string|Pecahan|null $target seperti pada `hitung`
     * @throws Kesalahan seperti `hitung`
     */
    public static function capaian(
        string $kode,
        int|float|string|Pecahan|null $realisasi,
        int|float|string|Pecahan|null $target,
        ?string $wilayah = null,
        ?string $tingkat = null,
        ?int $tahun = null,
        string $periode = 'tahunan',
        ?string $formatAngka = null,
    ): Hasil {
        return self::item($kode, $wilayah, $tingkat, $tahun, $periode, $formatAngka)
            ->compute([], [], $realisasi, $target);
    }

    /**
     * Nilai setahun dari angka penyusun bagian-bagiannya, bukan dari rata-rata nilainya.
     *
     * @param array<string, array<string, int|float|string|Pecahan|null>> $bagian variabel menurut
     *     periode: `['triwulan-1' => ['konflik' => 4, …], …]`
     * @param int|float|string|Pecahan|null $target seperti pada `hitung`
     * @throws Kesalahan seperti `hitung`
     */
    public static function setahun(
        string $kode,
        array $bagian,
        int|float|string|Pecahan|null $target = null,
        ?string $wilayah = null,
        ?string $tingkat = null,
        ?int $tahun = null,
        ?string $formatAngka = null,
    ): Hasil {
        $parts = [];
        foreach ($bagian as $periode => $variabel) {
            if (Time::part((string) $periode) === null) {
                throw IsiTidakDikenal::untuk('periode', $periode);
            }
            $parts[$periode] = self::item($kode, $wilayah, $tingkat, $tahun, $periode, $formatAngka, isPart: true)
                ->compute($variabel, [], null, null);
        }
        $year = new Year(self::definition($kode, $tahun), $parts);
        return self::item($kode, $wilayah, $tingkat, $tahun, 'tahunan', $formatAngka)
            ->compute($year->numbers, [], null, $target, $year);
    }

    /**
     * Capaian menurut sebuah metode: namanya dalam katalog (`maksimalkan`), atau isinya dengan rumus
     * sebagai teks (`rumus`, `kebijakan`, `batas`, `desimal`).
     *
     * @param string|array<string, mixed> $metode
     * @param int|float|string|Pecahan|array{min: int|float|string|Pecahan, maks: int|float|string|Pecahan} $target
     * @throws Kesalahan metodenya tidak dikenal, atau angkanya tidak eksak
     */
    public static function capaianMetode(
        string|array $metode,
        int|float|string|Pecahan $realisasi,
        int|float|string|Pecahan|array $target,
    ): Capaian {
        $end = static fn (string $name): Pecahan => is_array($target) && is_scalar($target[$name] ?? null)
            ? self::eksak($target[$name])
            : throw IsiTidakDikenal::untuk('target', $name);
        $numbers = is_array($target)
            ? ['target_min' => $end('min'), 'target_maks' => $end('maks')]
            : ['target' => self::eksak($target)];
        $method = is_array($metode) ? Method::parsed($metode) : Katalog::metode($metode);
        return Method::achieve($method, ['realisasi' => self::eksak($realisasi)] + $numbers);
    }

    /**
     * Kelas sebuah nilai; null bila tidak termasuk kelas mana pun.
     *
     * @param string|list<array<string, mixed>> $skala nama skala dalam katalog, atau kelas-kelasnya
     * @throws Kesalahan
     */
    public static function kelas(int|float|string|Pecahan $nilai, string|array $skala): ?string
    {
        $scale = is_array($skala) ? ['kelas' => Method::classes($skala)] : Katalog::skala($skala);
        return Method::classify($scale, self::eksak($nilai))['label'] ?? null;
    }

    /**
     * Nilai sebuah rumus dalam bahasa rumus standar ini.
     *
     * @param array<string, int|float|string|Pecahan|null> $variabel angka eksak menurut namanya
     * @param array<string, int|float|string|Pecahan|null> $sebelumnya variabel periode sebelumnya
     * @return array<string, mixed> satu dari `nilai` (dan `terbit` bila `$desimal` disebut), `benar`,
     *     `hilang`, `tak_terdefinisi`
     * @throws Kesalahan teksnya bukan rumus, atau angkanya tidak eksak
     */
    public static function evaluasi(
        string $rumus,
        array $variabel,
        array $sebelumnya = [],
        ?int $desimal = null,
    ): array {
        $exactly = static fn (array $values): array => array_map(
            self::eksak(...),
            array_filter($values, static fn (mixed $value): bool => $value !== null),
        );
        $found = Formula::evaluate(Parser::parse($rumus), $exactly($variabel), $exactly($sebelumnya));
        return match (true) {
            is_bool($found) => ['benar' => $found],
            $found instanceof Missing => ['hilang' => $found->names],
            $found instanceof Undefined => ['tak_terdefinisi' => $found->reason],
            default => ['nilai' => (string) $found]
                + ($desimal === null ? [] : ['terbit' => Text::published($found, self::decimals($desimal))]),
        };
    }

    /**
     * Membaca teks seperti orang menulis angka.
     *
     * @param ?string $formatAngka `id` atau `en`
     * @param int|float|string|Pecahan|null $min batas yang mungkin, untuk memutuskan yang rancu
     * @param int|float|string|Pecahan|null $maks batas yang mungkin
     * @param bool $bulat hanya bilangan bulat yang mungkin
     * @return array<string, mixed> satu dari `nilai`, `rentang` (`min`, `maks`), `batas` (`tanda`,
     *     `nilai`), `kata`, `hilang`
     * @throws AngkaKeliru dapat dibaca dua cara, atau tidak dapat dibaca
     */
    public static function baca(
        ?string $teks,
        ?string $formatAngka = null,
        int|float|string|Pecahan|null $min = null,
        int|float|string|Pecahan|null $maks = null,
        bool $bulat = false,
    ): array {
        $bound = static fn (int|float|string|Pecahan|null $end): ?Pecahan => $end === null ? null : self::eksak($end);
        $found = NumberReader::read($teks, new Field(self::format($formatAngka), $bound($min), $bound($maks), $bulat));
        $ends = [(string) $found->low, (string) $found->high];
        return match ($found->kind) {
            'number' => ['nilai' => $ends[0]],
            'range' => ['rentang' => ['min' => $ends[0], 'maks' => $ends[1]]],
            'bound' => ['batas' => ['tanda' => $found->text, 'nilai' => $ends[0]]],
            'words' => ['kata' => $found->text],
            default => ['hilang' => true],
        };
    }

    /**
     * Sebuah angka eksak dengan sekian desimal: dibulatkan sekali, setengah menjauhi nol.
     *
     * @throws Kesalahan angkanya tidak eksak, atau desimalnya kurang dari 0
     */
    public static function bulatkan(int|float|string|Pecahan $angka, int $desimal): string
    {
        return Text::published(self::eksak($angka), self::decimals($desimal));
    }

    /**
     * Bilangan eksak seperti program menulisnya: 17, "85.23" (misalnya kolom DECIMAL), "25/8".
     *
     * @throws AngkaKeliru
     */
    public static function eksak(int|float|string|Pecahan $angka): Pecahan
    {
        if ($angka instanceof Pecahan) {
            return $angka;
        }
        $text = Text::written($angka);
        return Pecahan::read((string) $text) ?? throw AngkaKeliru::bukan('eksak', (string) $text);
    }

    /** @throws Kesalahan */
    private static function item(
        string $kode,
        ?string $wilayah,
        ?string $tingkat,
        ?int $tahun,
        string $periode,
        ?string $format,
        bool $isPart = false,
    ): Item {
        Time::check($tahun, $periode);
        [$region, $level] = Katalog::wilayah($wilayah, $tingkat);
        $definition = self::definition($kode, $tahun);
        $remarks = $isPart ? [] : Remarks::on($definition, $wilayah, $region, $tahun, $periode);
        return new Item($definition, $region, $level, $tahun, $periode, self::format($format), $remarks);
    }

    /** @throws IsiTidakDikenal */
    private static function decimals(int $decimals): int
    {
        return $decimals >= 0 && $decimals <= self::MOST_DECIMALS
            ? $decimals
            : throw IsiTidakDikenal::untuk('desimal', $decimals);
    }

    /** @throws IsiTidakDikenal */
    private static function format(?string $format): ?string
    {
        return $format === null || $format === 'id' || $format === 'en'
            ? $format
            : throw IsiTidakDikenal::untuk('formatAngka', $format);
    }

    /**
     * The definition of a code; the newest where none is in force, so that it says so itself.
     *
     * @return array<string, mixed>
     * @throws KodeTidakDikenal
     */
    private static function definition(string $kode, ?int $tahun): array
    {
        return Katalog::berlaku($kode, $tahun) ?? Katalog::definisi($kode);
    }
}
