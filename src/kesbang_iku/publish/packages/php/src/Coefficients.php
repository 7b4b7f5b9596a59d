<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Formulas as tables of whole numbers: two sums of variables, divided or multiplied, perhaps under a
 * root. Where every number that is needed is there, this gives the value without walking a tree.
 *
 * @internal
 */
final class Coefficients
{
    /**
     * @param array<string, mixed> $definition
     * @param array<string, Exact> $values
     * @return ?Exact the value; null where the formula itself has to say what there is
     */
    public static function value(array $definition, array $values): ?Exact
    {
        $table = $definition['koefisien'];
        if ($table === null || isset($values[$definition['rilis'] ?? ''])) {
            return null;
        }
        $above = self::sum($table, 'atas', $values);
        $below = self::sum($table, 'bawah', $values);
        if ($above === null || $below === null) {
            return null;
        }
        [$one, $other] = $table['faktor'];
        if ($table['kali']) {
            $value = Pecahan::of(Integers::multiply(Integers::multiply($above, $below), $one), $other);
        } elseif ($below === 0) {
            return null;
        } else {
            $value = Pecahan::of(Integers::multiply($above, $one), Integers::multiply($below, $other));
        }
        try {
            return $table['akar'] ? Arithmetic::root($value, 2) : $value;
        } catch (RootLimit) {
            return null;
        }
    }

    /**
     * @param array<string, mixed> $table
     * @param array<string, Exact> $values
     */
    private static function sum(array $table, string $side, array $values): int|Large|null
    {
        $sum = $table["tetap_$side"];
        foreach ($table[$side] as $name => [$coefficient, $units]) {
            $value = $values[$name] ?? null;
            if (!$value instanceof Pecahan) {
                return null;
            }
            $whole = $value->numerator;
            if ($value->denominator !== 1) {
                if (!is_int($value->denominator) || $units % $value->denominator !== 0) {
                    return null;
                }
                $units = intdiv($units, $value->denominator);
            }
            $sum = Integers::add($sum, Integers::multiply($whole, Integers::multiply($coefficient, $units)));
        }
        return $sum;
    }
}
