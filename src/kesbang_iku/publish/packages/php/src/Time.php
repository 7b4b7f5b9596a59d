<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Years and the periods they have.
 *
 * @internal
 */
final class Time
{
    private const YEARS = [1945, 2100];

    /** @throws IsiTidakDikenal */
    public static function check(?int $year, string $period): void
    {
        if ($year !== null && ($year < self::YEARS[0] || $year > self::YEARS[1])) {
            throw IsiTidakDikenal::untuk('tahun', $year);
        }
        if ($period !== 'tahunan' && self::part($period) === null) {
            throw IsiTidakDikenal::untuk('periode', $period);
        }
    }

    /**
     * The part of the year that a period is: its kind, its number, how many make a year, and whether
     * it runs from the start of the year. Null of a whole year, and of what is no period.
     *
     * @return ?array{string, int, int, bool}
     */
    public static function part(string $period): ?array
    {
        if (preg_match('/^(sd-)?([a-z]+)-([0-9]{1,2})$/D', $period, $found) !== 1) {
            return null;
        }
        [, $running, $kind, $number] = $found;
        $kinds = Data::file('katalog')['periode'];
        $count = $kinds[$kind] ?? 0;
        $isInForm = strlen($number) === ($kind === 'bulan' ? 2 : 1);
        if (!$isInForm || $number < 1 || $number > $count) {
            return null;
        }
        // What runs up to the end of the second quarter is the first half of the year.
        foreach ($running === '' ? [] : $kinds as $same => $parts) {
            if ($parts * (int) $number === $count) {
                return [$same, 1, $parts, false];
            }
        }
        return [$kind, (int) $number, $count, $running !== ''];
    }
}
