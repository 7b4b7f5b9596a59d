<?php

declare(strict_types=1);

namespace KesbangIku;

/** Definisi, metode capaian, skala, dan wilayah yang dibawa paket ini, sebagai data. */
final class Katalog
{
    /** Versi katalog. */
    public static function versi(): string
    {
        return Data::file('katalog')['katalog']['versi'];
    }

    /** Sidik seluruh katalog. */
    public static function sidik(): string
    {
        return Data::file('katalog')['katalog']['sidik'];
    }

    /** @return list<string> semua kode indikator */
    public static function kode(): array
    {
        return array_map(strval(...), array_keys(Data::file('katalog')['definisi']));
    }

    /**
     * Satu definisi: yang berlaku pada sebuah tahun, atau yang terbaru. `$kode` boleh menyebut
     * versinya: "KBP-POL-01@2009".
     *
     * @return array<string, mixed>
     * @throws KodeTidakDikenal tidak ada yang demikian
     */
    public static function definisi(string $kode, ?int $tahun = null): array
    {
        return self::berlaku($kode, $tahun)
            ?? throw KodeTidakDikenal::versinya($kode, (int) $tahun, implode(', ', array_keys(Data::file('katalog')['definisi'][$kode])));
    }

    /**
     * @internal
     * @return ?array<string, mixed> the definition; null where none is in force in that year
     * @throws KodeTidakDikenal
     */
    public static function berlaku(string $kode, ?int $tahun): ?array
    {
        [$name, $version] = explode('@', strtoupper(trim($kode)) . '@');
        $versions = Data::file('katalog')['definisi'][$name]
            ?? throw KodeTidakDikenal::kodenya($kode, self::nearest($name, self::kode()));
        if ($version !== '' && !isset($versions[$version])) {
            throw KodeTidakDikenal::versinya($name, $version, implode(', ', array_keys($versions)));
        }
        if ($version === '' && $tahun === null) {
            $version = (string) array_key_last($versions);
        }
        foreach ($version === '' ? $versions : [] as $one => [$from, $until]) {
            if (($from === null || $tahun >= $from) && ($until === null || $tahun <= $until)) {
                $version = (string) $one;
            }
        }
        return $version === '' ? null : Data::file("definisi/$name@$version");
    }

    /**
     * Sebuah metode capaian.
     *
     * @return array<string, mixed>
     * @throws IsiTidakDikenal
     */
    public static function metode(string $nama): array
    {
        return self::entry('metode', $nama);
    }

    /**
     * Sebuah skala dengan kelas-kelasnya.
     *
     * @return array<string, mixed>
     * @throws IsiTidakDikenal
     */
    public static function skala(string $nama): array
    {
        return self::entry('skala', $nama);
    }

    /**
     * Kode sebuah wilayah dengan titiknya ("62.71" juga untuk "6271"), dan tingkat pemerintahannya.
     *
     * @param ?string $tingkat bila wilayahnya tidak disebut
     * @return array{?string, ?string}
     * @throws IsiTidakDikenal
     */
    public static function wilayah(?string $wilayah, ?string $tingkat = null): array
    {
        $known = Data::file('katalog')['wilayah'];
        if ($tingkat !== null && !isset($known[$tingkat])) {
            throw IsiTidakDikenal::untuk('tingkat', $tingkat);
        }
        if ($wilayah === null) {
            return [null, $tingkat];
        }
        $pointed = (string) preg_replace('/^([0-9]{2})([0-9]{2})$/D', '$1.$2', trim($wilayah));
        foreach ($known as $level => $codes) {
            if (in_array($pointed, $codes, true)) {
                return $tingkat === null || $tingkat === $level
                    ? [$pointed, $level]
                    : throw IsiTidakDikenal::untuk('tingkat', $tingkat);
            }
        }
        throw IsiTidakDikenal::untuk('wilayah', $wilayah);
    }

    /**
     * @return array<string, mixed>
     * @throws IsiTidakDikenal
     */
    private static function entry(string $table, string $name): array
    {
        return Data::file('katalog')[$table][$name] ?? throw IsiTidakDikenal::untuk($table, $name);
    }

    /**
     * @internal
     * @param list<string> $known
     */
    public static function nearest(string $word, array $known): string
    {
        $distances = [];
        foreach ($known as $one) {
            $distances[$one] = levenshtein(strtolower($word), strtolower($one));
        }
        asort($distances);
        $best = (string) array_key_first($distances);
        return $distances !== [] && $distances[$best] <= 3 ? "Mungkin maksudnya $best." : '';
    }
}
