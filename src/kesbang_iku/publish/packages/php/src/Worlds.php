<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What a formula can give of printed numbers, and by which unrounded ones.
 *
 * Known for formulas that are a sum in all that was measured; counts are what they are. Such a sum
 * is smallest at one corner of what its numbers stand for and largest at another, and takes every
 * value between on the line that joins them.
 *
 * @internal
 */
final class Worlds
{
    private const MOST_DECIMALS = 9;
    private const MORE_SHOWN = 2;

    /** @var array<string, Span> what each number stands for */
    private readonly array $spans;
    /** @var array{array<string, Pecahan>, array<string, Pecahan>} */
    private readonly array $corners;
    private readonly Span $reach;

    /**
     * @param array<mixed> $formula
     * @param array<string, array{array<string, mixed>, string, Pecahan}> $numbers variable, text and
     *     value by name, in the order of the formula
     */
    public function __construct(private readonly array $formula, array $numbers)
    {
        $this->spans = array_map(static fn (array $one): Span => self::span(...$one), $numbers);
        [$least, $most, $hasLeast, $hasMost] = $this->extremes();
        $this->corners = [$least, $most];
        $this->reach = new Span($this->at($least), $this->at($most), $hasLeast, $hasMost);
    }

    /** What to say of unrounded numbers that give what was printed; null where there are none. */
    public function witness(PrintedNumber $printed): ?string
    {
        $goal = $this->reach->meet($printed->span());
        if ($goal === null) {
            return null;
        }
        $length = $this->reach->high->minus($this->reach->low);
        $share = $length->isZero() ? $length : $goal->middle()->minus($this->reach->low)->over($length);
        $exact = $this->point($share, null);
        $found = $exact;
        for ($decimals = self::MOST_DECIMALS - 1; $decimals >= 0; $decimals--) {
            $near = $this->point($share, $decimals);
            $found = $near !== null && $goal->holds($this->at($near)) ? $near : $found;
        }
        return $this->said($found ?? [], $printed->decimals + self::MORE_SHOWN);
    }

    /** @param array<string, mixed> $variable */
    private static function span(array $variable, string $text, Pecahan $value): Span
    {
        if ($variable['bulat']) {
            return Span::exactly($value);
        }
        $span = (new PrintedNumber($text, $value))->span();
        [$minimum, $maximum] = [$variable['minimum'], $variable['maksimum']];
        $possible = new Span(
            $minimum === null ? $span->low : Pecahan::constant($minimum),
            $maximum === null ? $span->high : Pecahan::constant($maximum),
        );
        return $span->meet($possible) ?? Span::exactly($value);
    }

    /** @return array{array<string, Pecahan>, array<string, Pecahan>, bool, bool} */
    private function extremes(): array
    {
        $centre = array_map(static fn (Span $span): Pecahan => $span->middle(), $this->spans);
        [$least, $most, $hasLeast, $hasMost] = [$centre, $centre, true, true];
        foreach ($this->spans as $name => $span) {
            $slope = $this->at([$name => $span->high] + $centre)->compare($this->at([$name => $span->low] + $centre));
            if ($slope === 0) {
                continue;
            }
            $rises = $slope > 0;
            [$least[$name], $most[$name]] = $rises ? [$span->low, $span->high] : [$span->high, $span->low];
            $hasLeast = $hasLeast && ($rises ? $span->hasLow : $span->hasHigh);
            $hasMost = $hasMost && ($rises ? $span->hasHigh : $span->hasLow);
        }
        return [$least, $most, $hasLeast, $hasMost];
    }

    /**
     * A place on the line between the corners, with so many decimals; null where it then lies outside.
     *
     * @return ?array<string, Pecahan>
     */
    private function point(Pecahan $share, ?int $decimals): ?array
    {
        [$least, $most] = $this->corners;
        $found = [];
        foreach ($this->spans as $name => $span) {
            $exact = $least[$name]->plus($share->times($most[$name]->minus($least[$name])));
            $isKept = $decimals === null || $span->isPoint();
            $found[$name] = $isKept ? $exact : PrintedNumber::rounded($exact, $decimals);
            if (!$isKept && !$span->holds($found[$name])) {
                return null;
            }
        }
        return $found;
    }

    /** @param array<string, Pecahan> $point */
    private function at(array $point): Pecahan
    {
        $value = Formula::evaluate($this->formula, $point);
        return $value instanceof Pecahan ? $value : throw new \LogicException('no sum');
    }

    /** @param array<string, Pecahan> $point */
    private function said(array $point, int $decimals): string
    {
        $free = array_filter($point, fn (string $name): bool => !$this->spans[$name]->isPoint(), ARRAY_FILTER_USE_KEY);
        $named = [];
        foreach ($free === [] ? $point : $free as $name => $value) {
            $named[] = "$name " . self::written($value, self::MOST_DECIMALS);
        }
        $said = ['{angka}' => implode('; ', $named), '{hasil}' => self::written($this->at($point), $decimals)];
        return strtr(Data::file('bacaan')['gives'], $said);
    }

    private static function written(Pecahan $value, int $decimals): string
    {
        return PrintedNumber::rounded($value, $decimals)->compare($value) === 0
            ? Text::number($value)
            : Text::localized(Text::published($value, $decimals));
    }
}
