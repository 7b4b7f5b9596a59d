<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What is said of the region and the time of an item, whatever its numbers are.
 *
 * @internal
 */
final class Remarks
{
    /**
     * @param array<string, mixed> $definition
     * @param ?string $written the code of the region as it was given
     * @param ?string $region the code that it means
     * @return list<Temuan>
     */
    public static function on(
        array $definition,
        ?string $written,
        ?string $region,
        ?int $year,
        string $period,
    ): array {
        $found = $written === null || $region === null
            ? []
            : [self::code($written, $region), self::beginning($region, $year)];
        if ($period !== 'tahunan' && $definition['jarang'] !== null) {
            $facts = ['kode' => $definition['kode'], 'frekuensi' => $definition['jarang'], 'periode' => $period];
            $found[] = Temuan::tentang('IKU437', $facts);
        }
        return array_values(array_filter($found));
    }

    /** That a code means another region to the statistics office, or has another form than usual. */
    private static function code(string $written, string $region): ?Temuan
    {
        ['bps' => $others, 'nama' => $names] = Data::file('katalog');
        $facts = ['baku' => $region, 'nama' => $names[$region]];
        $other = $others[trim($written)] ?? null;
        if ($other === null) {
            return $written === $region ? null : Temuan::tentang('NORMALISED_CODE', $facts + ['kode' => $written]);
        }
        $facts += ['kode' => trim($written), 'kode_bps' => $other, 'nama_bps' => $names[$other]];
        return Temuan::tentang(str_contains($other, '.') ? 'CODE_OF_OTHER_SYSTEM' : 'PROVINCE_OF_OTHER_SYSTEM', $facts);
    }

    /** That a region did not exist in a year. */
    private static function beginning(string $region, ?int $year): ?Temuan
    {
        ['berdiri' => $beginnings, 'nama' => $names] = Data::file('katalog');
        [$start, $act, $standing, $origin] = $beginnings[$region] ?? [0, '', '', ''];
        if ($year === null || $year >= $start) {
            return null;
        }
        $words = Data::file('bacaan')['kata'];
        return Temuan::tentang('BEFORE_REGION', [
            'nama' => $names[$region],
            'wilayah' => $region,
            'dasar' => $act,
            'kedudukan' => $words['kedudukan'][$standing],
            'mulai' => $start,
            'tahun' => $year,
            'asal' => $origin === '' ? '' : str_replace('{asal}', $origin, $words['bagian_dari']),
        ]);
    }
}
