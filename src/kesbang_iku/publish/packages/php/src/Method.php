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
     * @throws RumusKeliru
     */
    public static function parsed(array $method): array
    {
        $policies = array_map(static fn (array $one): array => [
            'jika' => Parser::parse($one['jika']),
            'capaian' => $one['capaian'] === null ? null : Parser::parse($one['capaian']),
            'alasan' => $one['alasan'] ?? '',
        ], $method['kebijakan'] ?? []);
        $nothing = ['nama' => '', 'desimal' => 2, 'batas' => ['bawah' => null, 'atas' => null]];
        return ['kebijakan' => $policies, 'rumus' => Parser::parse($method['rumus'])] + $method + $nothing;
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
