<?php

declare(strict_types=1);

namespace KesbangIku;

/** Bilangan eksak: pembilang dan penyebut tanpa faktor bersama; penyebutnya positif. */
final class Pecahan implements Exact
{
    private const WRITTEN = '~^(-?)([0-9]+)(?:\.([0-9]+)|/([0-9]+))?$~D';

    private const MOST_CONSTANTS = 1000;

    /** @var array<string, self> */
    private static array $constants = [];

    private function __construct(
        public readonly int|Large $numerator,
        public readonly int|Large $denominator,
    ) {
    }

    public static function of(int|Large $numerator, int|Large $denominator = 1): self
    {
        if ($denominator === 1) {
            return new self($numerator, 1);
        }
        $divisor = Integers::gcd($numerator, $denominator);
        if (Integers::sign($denominator) < 0) {
            $divisor = Integers::negated($divisor);
        }
        if ($divisor === 1) {
            return new self($numerator, $denominator);
        }
        return new self(
            Integers::divide($numerator, $divisor)[0],
            Integers::divide($denominator, $divisor)[0],
        );
    }

    /** Reads "85", "-50.46" or "7126841/100000"; null for anything else. */
    public static function read(string $text): ?self
    {
        if (preg_match(self::WRITTEN, $text, $found) !== 1) {
            return null;
        }
        $decimals = $found[3] ?? '';
        $divisor = isset($found[4]) ? Integers::of($found[4]) : Integers::power(10, strlen($decimals));
        return $divisor === 0 ? null : self::of(Integers::of($found[1] . $found[2] . $decimals), $divisor);
    }

    /** A constant of the catalog or of a formula, read once. */
    public static function constant(string $text): self
    {
        if (count(self::$constants) > self::MOST_CONSTANTS) {
            self::$constants = [];
        }
        return self::$constants[$text] ??= self::written($text);
    }

    /** A number that is known to be well written. */
    public static function written(string $text): self
    {
        return self::read($text) ?? throw new \LogicException("no number: $text");
    }

    public function plus(self $other): self
    {
        if ($this->denominator === 1 && $other->denominator === 1) {
            return new self(Integers::add($this->numerator, $other->numerator), 1);
        }
        return self::of(
            Integers::add(
                Integers::multiply($this->numerator, $other->denominator),
                Integers::multiply($other->numerator, $this->denominator),
            ),
            Integers::multiply($this->denominator, $other->denominator),
        );
    }

    public function minus(self $other): self
    {
        return $this->plus($other->negated());
    }

    public function times(self $other): self
    {
        return self::of(
            Integers::multiply($this->numerator, $other->numerator),
            Integers::multiply($this->denominator, $other->denominator),
        );
    }

    /** The divisor is not 0. */
    public function over(self $other): self
    {
        return self::of(
            Integers::multiply($this->numerator, $other->denominator),
            Integers::multiply($this->denominator, $other->numerator),
        );
    }

    public function power(int $exponent): self
    {
        return new self(
            Integers::power($this->numerator, $exponent),
            Integers::power($this->denominator, $exponent),
        );
    }

    public function inverse(): self
    {
        return self::of($this->denominator, $this->numerator);
    }

    public function negated(): self
    {
        return new self(Integers::negated($this->numerator), $this->denominator);
    }

    public function absolute(): self
    {
        return $this->sign() < 0 ? $this->negated() : $this;
    }

    public function compare(self $other): int
    {
        return Integers::compare(
            Integers::multiply($this->numerator, $other->denominator),
            Integers::multiply($other->numerator, $this->denominator),
        );
    }

    public function sign(): int
    {
        return Integers::sign($this->numerator);
    }

    public function isZero(): bool
    {
        return $this->numerator === 0;
    }

    public function isWhole(): bool
    {
        return $this->denominator === 1;
    }

    public function steps(int $decimals): int|Large
    {
        $scaled = Integers::multiply(Integers::abs($this->numerator), Integers::multiply(2, Integers::power(10, $decimals)));
        $doubled = Integers::multiply(2, $this->denominator);
        [$nearest] = Integers::divide(Integers::add($scaled, $this->denominator), $doubled);
        return $this->sign() < 0 ? Integers::negated($nearest) : $nearest;
    }

    /** The nearest rational number with a denominator of at most `$limit`. */
    public function limited(int|Large $limit): self
    {
        if (Integers::compare($this->denominator, $limit) <= 0) {
            return $this;
        }
        [$p0, $q0, $p1, $q1] = [0, 1, 1, 0];
        [$n, $d] = [$this->numerator, $this->denominator];
        for (;;) {
            $whole = Integers::floor($n, $d);
            $next = Integers::add($q0, Integers::multiply($whole, $q1));
            if (Integers::compare($next, $limit) > 0) {
                break;
            }
            [$p0, $q0, $p1, $q1] = [$p1, $q1, Integers::add($p0, Integers::multiply($whole, $p1)), $next];
            [$n, $d] = [$d, Integers::subtract($n, Integers::multiply($whole, $d))];
        }
        $step = Integers::floor(Integers::subtract($limit, $q0), $q1);
        $one = self::of(
            Integers::add($p0, Integers::multiply($step, $p1)),
            Integers::add($q0, Integers::multiply($step, $q1)),
        );
        $other = self::of($p1, $q1);
        $nearer = $other->minus($this)->absolute()->compare($one->minus($this)->absolute());
        return $nearer <= 0 ? $other : $one;
    }

    /** Sebagai desimal dengan titik ("71.27"); null bila tidak berakhir sebagai desimal. */
    public function desimal(): ?string
    {
        if ($this->denominator === 1) {
            return Integers::text($this->numerator);
        }
        [$rest, $places] = [$this->denominator, [2 => 0, 5 => 0]];
        foreach ([2, 5] as $prime) {
            for (;;) {
                [$share, $left] = Integers::divide($rest, $prime);
                if ($left !== 0) {
                    break;
                }
                [$rest, $places[$prime]] = [$share, $places[$prime] + 1];
            }
        }
        $decimals = max($places);
        if ($rest !== 1) {
            return null;
        }
        $power = Integers::power(10, $decimals);
        [$steps] = Integers::divide(Integers::multiply($this->numerator, $power), $this->denominator);
        return Text::ofSteps($steps, $decimals);
    }

    public function __toString(): string
    {
        $numerator = Integers::text($this->numerator);
        return $this->denominator === 1 ? $numerator : $numerator . '/' . Integers::text($this->denominator);
    }
}
