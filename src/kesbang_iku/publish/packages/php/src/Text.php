<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Numbers and words as texts.
 *
 * @internal
 */
final class Text
{
    /** 8333 steps of two decimals as "83.33". */
    public static function ofSteps(int|Large $steps, int $decimals): string
    {
        $digits = str_pad(Integers::text(Integers::abs($steps)), $decimals + 1, '0', STR_PAD_LEFT);
        $text = $decimals > 0 ? substr_replace($digits, '.', -$decimals, 0) : $digits;
        return Integers::sign($steps) < 0 ? "-$text" : $text;
    }

    /** A number as it is published: rounded once, a half away from zero, with all its decimals. */
    public static function published(Exact $value, int $decimals): string
    {
        return self::ofSteps($value->steps($decimals), $decimals);
    }

    /** "1234.5" as Indonesians write it: "1.234,5". */
    public static function localized(string $plain): string
    {
        [$whole, $decimals] = explode('.', "$plain.");
        $grouped = preg_replace('/\B(?=(?:[0-9]{3})+$)/', '.', $whole);
        return $decimals === '' ? (string) $grouped : "$grouped,$decimals";
    }

    /** An exact number for people; what does not end as a decimal stays a quotient. */
    public static function number(Pecahan $value): string
    {
        $plain = $value->desimal();
        return $plain === null ? (string) $value : self::localized($plain);
    }

    /** An exact number without marks of thousands: "1234,5", or "a/b". */
    public static function plain(Pecahan $value, string $mark = '.'): string
    {
        $plain = $value->desimal();
        return $plain === null ? (string) $value : str_replace('.', $mark, $plain);
    }

    /** Whether two words are the same but for capitals; without mbstring. */
    public static function same(string $one, string $other): bool
    {
        return $one === $other || preg_match('/^' . preg_quote($one, '/') . '$/iuD', $other) === 1;
    }

    /** The signs of a text in UTF-8. */
    public static function length(string $text): int
    {
        return (int) preg_match_all('/./su', $text);
    }

    /**
     * A number of a program as text: of a float the shortest decimal that names it, whatever the
     * settings of PHP are. What is missing is null.
     *
     * @throws AngkaKeliru
     */
    public static function written(int|float|string|Pecahan|null $value): ?string
    {
        if (!is_float($value)) {
            return $value === null ? null : (string) $value;
        }
        if (is_nan($value)) {
            return null;
        }
        if (is_infinite($value)) {
            throw AngkaKeliru::bukan('float', $value);
        }
        for ($digits = 0; $digits < 16 && (float) sprintf("%.{$digits}e", $value) !== $value;) {
            $digits++;
        }
        [$mantissa, $exponent] = explode('e', sprintf("%.{$digits}e", $value));
        $exponent = (int) $exponent;
        if (abs($exponent) > 30) {
            throw AngkaKeliru::bukan('float', $value);
        }
        $number = Pecahan::written($mantissa);
        $power = Pecahan::of(Integers::power(10, abs($exponent)));
        $text = (string) ($exponent < 0 ? $number->over($power) : $number->times($power))->desimal();
        return str_contains($text, '.') || $exponent > 15 ? $text : "$text.0";
    }
}
