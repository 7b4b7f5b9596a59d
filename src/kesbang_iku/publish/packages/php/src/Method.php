<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Achievement methods and scales: both are data of the catalog.
 *
 * @internal
 */
final class Method
{
    /**
     * @param array<string, mixed> $method
     * @param array<string, Exact> $numbers `realisasi`, and `target` or `target_min` and `target_maks`
     */
    public static function achieve(array $method, array $numbers): Capaian
    {
        foreach ($method['kebijakan'] as $policy) {
            if (Formula::evaluate($policy['jika'], $numbers) === true) {
                return $policy['capaian'] === null
                    ? new Capaian($method['nama'], alasan: $policy['alasan'])
                    : self::limited($method, Formula::evaluate($policy['capaian'], $numbers), $policy['alasan']);
            }
        }
        return self::limited($method, Formula::evaluate($method['rumus'], $numbers), null);
    }

    /**
     * A method whose formulas are texts.
     *
     * @param array<string, mixed> $method
     * @return array<string, mixed>
     * @throws Kesalahan
     */
    public static function parsed(array $method): array
    {
        $policies = [];
        foreach (self::listed($method['kebijakan'] ?? [], 'kebijakan') as $one) {
            $policies[] = [
                'jika' => self::formula($one, 'jika'),
                'capaian' => isset($one['capaian']) ? self::formula($one, 'capaian') : null,
                'alasan' => $one['alasan'] ?? '',
            ];
        }
        $nothing = ['nama' => '', 'desimal' => 2, 'batas' => ['bawah' => null, 'atas' => null]];
        return ['kebijakan' => $policies, 'rumus' => self::formula($method, 'rumus')] + $method + $nothing;
    }

    /**
     * Classes as a program hands them in; an end that is absent is none.
     *
     * @param array<mixed> $classes
     * @return list<array<string, mixed>>
     * @throws Kesalahan
     */
    public static function classes(array $classes): array
    {
        $found = [];
        foreach (self::listed($classes, 'skala') as $one) {
            foreach (['dari', 'sampai'] as $end) {
                $one[$end] = is_scalar($one[$end] ?? null) ? (string) Kalkulator::eksak($one[$end]) : null;
                $one += ["{$end}_termasuk" => false];
            }
            $found[] = $one;
        }
        return $found;
    }

    /**
     * @return list<array<string, mixed>>
     * @throws IsiTidakDikenal
     */
    private static function listed(mixed $entries, string $name): array
    {
        $isList = is_array($entries) && array_filter($entries, is_array(...)) === $entries;
        return $isList ? array_values($entries) : throw IsiTidakDikenal::untuk($name, get_debug_type($entries));
    }

    /**
     * @param array<string, mixed> $entry
     * @return array<mixed>
     * @throws Kesalahan
     */
    private static function formula(array $entry, string $name): array
    {
        $text = $entry[$name] ?? null;
        return is_string($text) ? Parser::parse($text) : throw IsiTidakDikenal::untuk($name, get_debug_type($text));
    }

    /** @param array<string, mixed> $method */
    private static function limited(array $method, Exact|bool|Missing|Undefined $value, ?string $why): Capaian
    {
        if ($value instanceof Undefined) {
            return new Capaian($method['nama'], alasan: Data::file('bacaan')['reasons'][$value->reason]);
        }
        if (!$value instanceof Exact) {
            return new Capaian($method['nama'], alasan: $why);
        }
        ['bawah' => $floor, 'atas' => $cap] = $method['batas'];
        $limited = $value;
        if ($floor !== null && Arithmetic::compare($value, Pecahan::constant($floor)) < 0) {
            $limited = Pecahan::constant($floor);
        } elseif ($cap !== null && Arithmetic::compare($value, Pecahan::constant($cap)) > 0) {
            $limited = Pecahan::constant($cap);
        }
        return new Capaian(
            $method['nama'],
            Text::published($limited, $method['desimal']),
            (string) $limited,
            Text::published($value, $method['desimal']),
            $why,
        );
    }

    /**
     * The class a value lies in, or null.
     *
     * @param array<string, mixed> $scale
     * @return ?array<string, mixed>
     */
    public static function classify(array $scale, Pecahan $value): ?array
    {
        foreach ($scale['kelas'] as $class) {
            if (self::beginsBelow($class, $value) && self::endsAbove($class, $value)) {
                return $class;
            }
        }
        return null;
    }

    /** @param array<string, mixed> $class */
    public static function beginsBelow(array $class, Pecahan $value): bool
    {
        $side = $class['dari'] === null ? 1 : $value->compare(Pecahan::constant($class['dari']));
        return $side > 0 || ($side === 0 && $class['dari_termasuk']);
    }

    /** @param array<string, mixed> $class */
    public static function endsAbove(array $class, Pecahan $value): bool
    {
        $side = $class['sampai'] === null ? -1 : $value->compare(Pecahan::constant($class['sampai']));
        return $side < 0 || ($side === 0 && $class['sampai_termasuk']);
    }
}
