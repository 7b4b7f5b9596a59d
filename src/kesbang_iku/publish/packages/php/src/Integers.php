<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Whole numbers of any size: an int where it fits, a Large where it does not.
 *
 * PHP turns an int that overflows into a float. Every operation here looks for that and goes on
 * with limbs; no float is ever a value. No extension is needed (neither gmp nor bcmath).
 *
 * @internal
 */
final class Integers
{
    private const BASE = 1_000_000_000;
    private const DIGITS = 9;

    /** An integer from decimal digits, perhaps behind a minus. */
    public static function of(string $digits): int|Large
    {
        if (strlen($digits) < 19) {
            return (int) $digits;
        }
        $negative = $digits[0] === '-';
        $limbs = [];
        $rest = ltrim($digits, '-');
        for ($end = strlen($rest); $end > 0; $end -= self::DIGITS) {
            $start = max(0, $end - self::DIGITS);
            $limbs[] = (int) substr($rest, $start, $end - $start);
        }
        return self::made($negative, $limbs);
    }

    public static function text(int|Large $value): string
    {
        if (is_int($value)) {
            return (string) $value;
        }
        $last = count($value->limbs) - 1;
        $text = (string) $value->limbs[$last];
        for ($at = $last - 1; $at >= 0; $at--) {
            $text .= str_pad((string) $value->limbs[$at], self::DIGITS, '0', STR_PAD_LEFT);
        }
        return $value->negative ? "-$text" : $text;
    }

    public static function sign(int|Large $value): int
    {
        return is_int($value) ? $value <=> 0 : ($value->negative ? -1 : 1);
    }

    public static function negated(int|Large $value): int|Large
    {
        if (is_int($value)) {
            return $value === PHP_INT_MIN ? self::made(false, self::large($value)->limbs) : -$value;
        }
        return self::made(!$value->negative, $value->limbs);
    }

    public static function abs(int|Large $value): int|Large
    {
        return self::sign($value) < 0 ? self::negated($value) : $value;
    }

    public static function add(int|Large $a, int|Large $b): int|Large
    {
        if (is_int($a) && is_int($b)) {
            $sum = $a + $b;
            if (is_int($sum)) {
                return $sum;
            }
        }
        [$left, $right] = [self::large($a), self::large($b)];
        if ($left->negative === $right->negative) {
            return self::made($left->negative, self::plus($left->limbs, $right->limbs));
        }
        $order = self::order($left->limbs, $right->limbs);
        if ($order === 0) {
            return 0;
        }
        return $order > 0
            ? self::made($left->negative, self::minus($left->limbs, $right->limbs))
            : self::made($right->negative, self::minus($right->limbs, $left->limbs));
    }

    public static function subtract(int|Large $a, int|Large $b): int|Large
    {
        if (is_int($a) && is_int($b)) {
            $difference = $a - $b;
            if (is_int($difference)) {
                return $difference;
            }
        }
        return self::add($a, self::negated($b));
    }

    public static function multiply(int|Large $a, int|Large $b): int|Large
    {
        if (is_int($a) && is_int($b)) {
            $product = $a * $b;
            if (is_int($product)) {
                return $product;
            }
        }
        [$left, $right] = [self::large($a), self::large($b)];
        return self::made($left->negative !== $right->negative, self::times($left->limbs, $right->limbs));
    }

    /**
     * The quotient, cut off towards zero, and the rest, which has the sign of the dividend.
     *
     * @return array{int|Large, int|Large}
     */
    public static function divide(int|Large $a, int|Large $b): array
    {
        if (is_int($a) && is_int($b) && !($a === PHP_INT_MIN && $b === -1)) {
            return [intdiv($a, $b), $a % $b];
        }
        if ($b === 0) {
            throw new \DivisionByZeroError();
        }
        [$left, $right] = [self::large($a), self::large($b)];
        [$quotient, $rest] = self::shares($left->limbs, $right->limbs);
        return [
            self::made($left->negative !== $right->negative, $quotient),
            self::made($left->negative, $rest),
        ];
    }

    /** The largest integer that is at most `$a / $b`; `$b` is positive. */
    public static function floor(int|Large $a, int|Large $b): int|Large
    {
        [$quotient, $rest] = self::divide($a, $b);
        return self::sign($rest) < 0 ? self::subtract($quotient, 1) : $quotient;
    }

    public static function compare(int|Large $a, int|Large $b): int
    {
        if (is_int($a) && is_int($b)) {
            return $a <=> $b;
        }
        [$left, $right] = [self::large($a), self::large($b)];
        if ($left->negative !== $right->negative) {
            return $left->negative ? -1 : 1;
        }
        $order = self::order($left->limbs, $right->limbs);
        return $left->negative ? -$order : $order;
    }

    /** The greatest common divisor, not negative. */
    public static function gcd(int|Large $a, int|Large $b): int|Large
    {
        while ($b !== 0) {
            [$a, $b] = is_int($a) && is_int($b) && $b !== -1 ? [$b, $a % $b] : [$b, self::divide($a, $b)[1]];
        }
        return self::abs($a);
    }

    public static function power(int|Large $base, int $exponent): int|Large
    {
        $result = 1;
        for (; $exponent > 0; $exponent >>= 1) {
            if ($exponent & 1) {
                $result = self::multiply($result, $base);
            }
            $base = $exponent > 1 ? self::multiply($base, $base) : $base;
        }
        return $result;
    }

    /** `$value * 2 ** $places`. */
    public static function shifted(int|Large $value, int $places): int|Large
    {
        return self::multiply($value, self::power(2, $places));
    }

    /** How many binary digits the size of a number has; 0 of 0. */
    public static function bits(int|Large $value): int
    {
        if (is_int($value) && $value !== PHP_INT_MIN) {
            return $value === 0 ? 0 : strlen(decbin($value < 0 ? -$value : $value));
        }
        $size = self::large($value)->limbs;
        $top = count($size) - 1;
        $lead = $size[$top] + ($top > 0 ? $size[$top - 1] / self::BASE : 0);
        $guess = max(0, (int) floor(log($lead, 2) + $top * log(self::BASE, 2)) - 1);
        $power = self::large(self::power(2, $guess))->limbs;
        while (self::order($size, $power) >= 0) {
            $power = self::plus($power, $power);
            $guess++;
        }
        return $guess;
    }

    /** The largest integer whose `$degree`-th power is at most `$value`, which is not negative. */
    public static function root(int|Large $value, int $degree): int|Large
    {
        if ($degree === 1 || self::compare($value, 1) <= 0) {
            return $value;
        }
        $guess = self::power(2, intdiv(self::bits($value) + $degree - 1, $degree));
        for (;;) {
            [$share] = self::divide($value, self::power($guess, $degree - 1));
            [$better] = self::divide(self::add(self::multiply($degree - 1, $guess), $share), $degree);
            if (self::compare($better, $guess) >= 0) {
                return $guess;
            }
            $guess = $better;
        }
    }

    // ------------------------------------------------------------------------------------- limbs

    /** @param list<int> $limbs */
    private static function made(bool $negative, array $limbs): int|Large
    {
        for ($last = count($limbs) - 1; $last >= 0 && $limbs[$last] === 0; $last--) {
            array_pop($limbs);
        }
        $count = count($limbs);
        if ($count <= 2) {
            $size = ($limbs[0] ?? 0) + ($limbs[1] ?? 0) * self::BASE;
            return $negative ? -$size : $size;
        }
        if ($count === 3 && $limbs[2] <= 9) {
            $low = $limbs[0] + $limbs[1] * self::BASE;
            $high = $limbs[2] * self::BASE * self::BASE;
            $whole = $negative ? -$high - $low : $high + $low;
            if (is_int($whole)) {
                return $whole;
            }
        }
        return new Large($negative, $limbs);
    }

    private static function large(int|Large $value): Large
    {
        if (!is_int($value)) {
            return $value;
        }
        $limbs = [];
        for ($rest = $value; $rest !== 0; $rest = intdiv($rest, self::BASE)) {
            $limbs[] = abs($rest % self::BASE);
        }
        return new Large($value < 0, $limbs);
    }

    /**
     * @param list<int> $a
     * @param list<int> $b
     */
    private static function order(array $a, array $b): int
    {
        $count = count($a);
        if ($count !== count($b)) {
            return $count <=> count($b);
        }
        for ($at = $count - 1; $at >= 0; $at--) {
            if ($a[$at] !== $b[$at]) {
                return $a[$at] <=> $b[$at];
            }
        }
        return 0;
    }

    /**
     * @param list<int> $a
     * @param list<int> $b
     * @return list<int>
     */
    private static function plus(array $a, array $b): array
    {
        $sum = [];
        $carry = 0;
        for ($at = 0, $count = max(count($a), count($b)); $at < $count; $at++) {
            $one = ($a[$at] ?? 0) + ($b[$at] ?? 0) + $carry;
            $carry = $one >= self::BASE ? 1 : 0;
            $sum[] = $one - $carry * self::BASE;
        }
        if ($carry > 0) {
            $sum[] = $carry;
        }
        return $sum;
    }

    /**
     * `$a - $b`, where `$a` is not less.
     *
     * @param list<int> $a
     * @param list<int> $b
     * @return list<int>
     */
    private static function minus(array $a, array $b): array
    {
        $difference = [];
        $borrow = 0;
        foreach ($a as $at => $limb) {
            $one = $limb - ($b[$at] ?? 0) - $borrow;
            $borrow = $one < 0 ? 1 : 0;
            $difference[] = $one + $borrow * self::BASE;
        }
        return $difference;
    }

    /**
     * @param list<int> $a
     * @param list<int> $b
     * @return list<int>
     */
    private static function times(array $a, array $b): array
    {
        $product = array_fill(0, count($a) + count($b), 0);
        foreach ($a as $i => $one) {
            $carry = 0;
            foreach ($b as $j => $other) {
                $part = $one * $other + $product[$i + $j] + $carry; // below 2^63: 10^18 and little
                $carry = intdiv($part, self::BASE);
                $product[$i + $j] = $part % self::BASE;
            }
            $product[$i + count($b)] += $carry;
        }
        return $product;
    }

    /**
     * Long division; the divisor is not 0.
     *
     * @param list<int> $a
     * @param list<int> $b
     * @return array{list<int>, list<int>}
     */
    private static function shares(array $a, array $b): array
    {
        if (count($b) === 1) {
            return self::sharesOfOne($a, $b[0]);
        }
        if (self::order($a, $b) < 0) {
            return [[], $a];
        }
        // Both are stretched, so that the first limb of the divisor is large and guesses are near.
        $stretch = intdiv(self::BASE, $b[count($b) - 1] + 1);
        [$a, $b] = [self::times($a, [$stretch]), self::times($b, [$stretch])];
        while (end($b) === 0) {
            array_pop($b);
        }
        $size = count($b);
        [$first, $second] = [$b[$size - 1], $b[$size - 2]];
        $quotient = [];
        for ($at = count($a) - $size - 1; $at >= 0; $at--) {
            $lead = $a[$at + $size] * self::BASE + $a[$at + $size - 1];
            $guess = min(intdiv($lead, $first), self::BASE - 1);
            $rest = $lead - $guess * $first;
            while ($rest < self::BASE && $guess * $second > $rest * self::BASE + $a[$at + $size - 2]) {
                $guess--;
                $rest += $first;
            }
            if (self::takeAway($a, $b, $at, $guess)) {
                $guess--;
                self::giveBack($a, $b, $at);
            }
            $quotient[$at] = $guess;
        }
        ksort($quotient);
        [$rest] = self::sharesOfOne(array_slice($a, 0, $size), $stretch);
        return [array_values($quotient), $rest];
    }

    /**
     * @param list<int> $a
     * @return array{list<int>, list<int>}
     */
    private static function sharesOfOne(array $a, int $divisor): array
    {
        $rest = 0;
        for ($at = count($a) - 1; $at >= 0; $at--) {
            $part = $rest * self::BASE + $a[$at];
            $a[$at] = intdiv($part, $divisor);
            $rest = $part % $divisor;
        }
        return [$a, [$rest]];
    }

    /**
     * Takes `$factor` times `$b` from `$a`, `$at` limbs up; says whether that was once too often.
     *
     * @param list<int> $a
     * @param list<int> $b
     */
    private static function takeAway(array &$a, array $b, int $at, int $factor): bool
    {
        $borrow = 0;
        foreach ($b as $place => $limb) {
            $one = $a[$at + $place] - $factor * $limb - $borrow;
            $borrow = $one < 0 ? intdiv(-$one + self::BASE - 1, self::BASE) : 0;
            $a[$at + $place] = $one + $borrow * self::BASE;
        }
        $a[$at + count($b)] -= $borrow;
        return $a[$at + count($b)] < 0;
    }

    /**
     * @param list<int> $a
     * @param list<int> $b
     */
    private static function giveBack(array &$a, array $b, int $at): void
    {
        $carry = 0;
        foreach ($b as $place => $limb) {
            $one = $a[$at + $place] + $limb + $carry;
            $carry = $one >= self::BASE ? 1 : 0;
            $a[$at + $place] = $one - $carry * self::BASE;
        }
        $a[$at + count($b)] += $carry;
    }
}
