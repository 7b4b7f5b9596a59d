<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What the parts of a year give for it: counts add up, of a stock the last one counts, and what
 * neither adds up nor lasts makes no year.
 *
 * @internal
 */
final class Year
{
    /**
     * @param array<string, mixed> $definition
     * @param array<string, Hasil> $parts results by period
     * @return array<string, Pecahan> the variables of the year; none where its parts do not give them
     */
    public static function of(array $definition, array $parts): array
    {
        [$byKind, $running] = [[], null];
        foreach ($parts as $period => $result) {
            $part = Time::part($period);
            if ($part === null || !in_array($result->status, ['lengkap', 'tidak_terdefinisi'], true)) {
                continue;
            }
            [$kind, $number, $count, $isRunning] = $part;
            if (!$isRunning) {
                $byKind[$count][$number] = $result->masukan;
            } elseif ($number === $count) {
                $running = $result->masukan;
            }
        }
        // Of several kinds, as months and quarters, those count of which fewest are missing.
        uksort($byKind, static fn (int $a, int $b): int => [$a - count($byKind[$a]), -$a] <=> [$b - count($byKind[$b]), -$b]);
        $count = $running === null ? array_key_first($byKind) : 1;
        return $count === null ? [] : self::numbers($definition, $running === null ? $byKind[$count] : [1 => $running], $count);
    }

    /**
     * @param array<string, mixed> $definition
     * @param array<int, array<string, string>> $parts the variables by the number of the part
     * @return array<string, Pecahan>
     */
    private static function numbers(array $definition, array $parts, int $count): array
    {
        $times = array_column($definition['variabel'], 'waktu', 'nama');
        $numbers = [];
        foreach ($definition['diperlukan'] as $name) {
            $amounts = array_map(Pecahan::written(...), array_filter(array_map(
                static fn (array $values): ?string => $values[$name] ?? null,
                $parts,
            ), is_string(...)));
            $total = match ($times[$name]) {
                'jumlah' => count($amounts) === $count ? self::total($amounts) : null,
                'terakhir' => $amounts[$count] ?? null,
                default => null,
            };
            if ($total === null) {
                return [];
            }
            $numbers[$name] = $total;
        }
        return $numbers;
    }

    /** @param array<int, Pecahan> $amounts */
    private static function total(array $amounts): Pecahan
    {
        return array_reduce($amounts, static fn (Pecahan $sum, Pecahan $one): Pecahan => $sum->plus($one), Pecahan::of(0));
    }
}
