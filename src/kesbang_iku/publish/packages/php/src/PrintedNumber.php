<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * A number as somebody printed it: it stands for every number that is rounded to it.
 *
 * @internal
 */
final class PrintedNumber
{
    private const MOST_DECIMALS = 9; // nobody prints more, and the last ones of a program are not exact
    private const SHEET_DIGITS = 15; // so many does a spreadsheet compute with
    private const DECIMALS_OF_NONE = 40; // of a quotient that does not end as a decimal

    /** How many decimals it was printed with, zeros at the end included. */
    public readonly int $decimals;

    public function __construct(private readonly string $text, private readonly Pecahan $value)
    {
        $this->decimals = self::decimals($text, $value);
    }

    public function span(): Span
    {
        [$value, $decimals] = $this->typed();
        if ($decimals > self::MOST_DECIMALS) {
            [$value, $decimals] = [self::rounded($value, self::MOST_DECIMALS), self::MOST_DECIMALS];
        }
        $half = Pecahan::of(1, Integers::multiply(2, Integers::power(10, $decimals)));
        return new Span($value->minus($half), $value->plus($half), $value->sign() > 0, $value->sign() < 0);
    }

    public static function rounded(Pecahan $value, int $decimals): Pecahan
    {
        return Pecahan::of($value->steps($decimals), Integers::power(10, $decimals));
    }

    /**
     * The number and its decimals without the digits that only a program writes: 98.0,
     * 79.18999999999999.
     *
     * @return array{Pecahan, int}
     */
    private function typed(): array
    {
        if ($this->value->isWhole() && str_ends_with($this->text, '.0')) {
            return [$this->value, 0];
        }
        if ($this->decimals <= self::MOST_DECIMALS) {
            return [$this->value, $this->decimals];
        }
        $least = Pecahan::of(Integers::power(10, self::SHEET_DIGITS - 1));
        $size = $this->value->absolute();
        for ($places = 0; !$size->isZero() && $size->compare($least) < 0; $places++) {
            $size = $size->times(Pecahan::of(10));
        }
        $typed = self::rounded($this->value, $places);
        return [$typed, self::decimals('', $typed)];
    }

    private static function decimals(string $text, Pecahan $value): int
    {
        preg_match('/[0-9](?:[0-9.,]*[0-9])?/', $text, $token);
        $digits = $token[0] ?? '';
        $mark = max((int) strrpos($digits, ','), (int) strrpos($digits, '.'));
        if ($mark > 0) {
            $decimals = strlen($digits) - $mark - 1;
            $asWritten = Pecahan::of(Integers::of(str_replace(['.', ','], '', $digits)), Integers::power(10, $decimals));
            if ($asWritten->compare($value->absolute()) === 0) {
                return $decimals;
            }
        }
        $plain = $value->desimal();
        return $plain === null
            ? self::DECIMALS_OF_NONE
            : min(self::DECIMALS_OF_NONE, strlen(explode('.', "$plain.")[1]));
    }
}
