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
    /** @var array<string, Pecahan> the variables of the year; none where its parts do not give them */
    public readonly array $numbers;
    /** @var array{melapor: int, seharusnya: int, kurang: list<string>} */
    public readonly array $coverage;
    /** @var list<Temuan> what is said of its parts */
    public readonly array $findings;
    /** @var ?string why the parts make no year at all; null where they do, or will */
    public readonly ?string $reason;

    /**
     * @param array<string, mixed> $definition
     * @param array<string, Hasil> $parts results by period
     */
    public function __construct(private readonly array $definition, array $parts)
    {
        [$byKind, $kinds, $running, $why, $said] = [[], [], null, $this->why(), []];
        $names = $why === null ? $definition['setahun_dari'] : [];
        foreach ($parts as $period => $result) {
            $part = Time::part($period);
            if ($part === null) {
                continue;
            }
            foreach ($result->temuan as $one) {
                $said[] = $one->untuk($period);
            }
            [$kind, $number, $count, $isRunning] = $part;
            $usable = in_array($result->status, ['lengkap', 'tidak_terdefinisi'], true)
                && array_diff($names, array_keys($result->masukan)) === [];
            if (!$isRunning) {
                $byKind[$count] = ($byKind[$count] ?? []) + ($usable ? [$number => $result->masukan] : []);
                $kinds[$count] = $kind;
            } elseif ($usable && $number === $count) {
                $running = $result->masukan;
            }
        }
        $byKind = array_filter($byKind) ?: $byKind;
        if ($running !== null) {
            $byKind = [1 => [1 => $running]];
        }
        // Of several kinds, as months and quarters, those count that make the year, as the last one alone
        // does of a stock; else those of which fewest are missing.
        $rank = fn (int $kind): array => [
            $why !== null || $this->numbers($byKind[$kind], $kind) === [], $kind - count($byKind[$kind]), -$kind,
        ];
        uksort($byKind, static fn (int $a, int $b): int => $rank($a) <=> $rank($b));
        $count = array_key_first($byKind) ?? 0;
        $there = $byKind[$count] ?? [];
        $missing = [];
        for ($number = 1; $number <= $count; $number++) {
            if (!isset($there[$number])) {
                $missing[] = $kinds[$count] . '-' . ($kinds[$count] === 'bulan' ? sprintf('%02d', $number) : $number);
            }
        }
        $this->coverage = ['melapor' => count($there), 'seharusnya' => $count, 'kurang' => $missing];
        $this->findings = $said;
        $this->reason = $there === [] ? null : $why;
        $this->numbers = $there === [] || $why !== null ? [] : $this->numbers($there, $count);
    }

    /** What is said where the parts make no year. */
    public function finding(?string $region, ?int $year): Temuan
    {
        $facts = ['kode' => $this->definition['kode'], 'wilayah' => $region ?? '-', 'tahun' => $year ?? '-'];
        if ($this->reason !== null) {
            return Temuan::tentang('YEAR_NEEDS_ITS_OWN_VALUE', $facts + ['sebab' => $this->reason]);
        }
        $missing = implode(', ', $this->coverage['kurang']);
        $missing = $missing === '' ? Data::file('bacaan')['kata']['sebagian_variabel'] : $missing;
        return Temuan::tentang('YEAR_NOT_WHOLE', $facts + ['kurang' => $missing]);
    }

    private function why(): ?string
    {
        foreach ($this->needed() as $variable) {
            if (!in_array($variable['waktu'], ['jumlah', 'terakhir'], true)) {
                $said = Data::file('bacaan')['kata']['tidak_menurut_waktu'];
                return str_replace('{variabel}', $variable['label'], $said);
            }
        }
        return null;
    }

    /** @return list<array<string, mixed>> the variables that a year is made of */
    private function needed(): array
    {
        $variables = array_column($this->definition['variabel'], null, 'nama');
        return array_map(static fn (string $name): array => $variables[$name], $this->definition['setahun_dari']);
    }

    /**
     * @param array<int, array<string, string>> $parts the variables by the number of the part
     * @return array<string, Pecahan>
     */
    private function numbers(array $parts, int $count): array
    {
        $numbers = [];
        foreach ($this->needed() as ['nama' => $name, 'waktu' => $time]) {
            $amounts = [];
            foreach ($parts as $number => $values) {
                $amounts += isset($values[$name]) ? [$number => Pecahan::written($values[$name])] : [];
            }
            $total = match (true) {
                $time === 'terakhir' => $amounts[$count] ?? null,
                count($amounts) === $count => self::total($amounts),
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
