<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * How large an algebraic number can be, in bits, and which radicals it is made of: what decides how
 * far one must look to tell it from 0.
 *
 * @internal
 */
final class Bound
{
    /** @param array<string, int> $radicals degrees by key */
    private function __construct(
        private readonly int $numerator,
        public readonly int $denominator,
        private readonly array $radicals = [],
    ) {
    }

    public static function of(Pecahan $value): self
    {
        $size = Integers::abs($value->numerator);
        return new self(
            Integers::bits($size === 0 ? 0 : Integers::subtract($size, 1)),
            Integers::bits(Integers::subtract($value->denominator, 1)),
        );
    }

    public function rooted(int $degree, string $key): self
    {
        [$above, $below] = [$this->numerator, $this->denominator];
        if ($above >= $below) {
            $above = intdiv($above + ($degree - 1) * $below + $degree - 1, $degree);
        } else {
            $below = intdiv(($degree - 1) * $above + $below + $degree - 1, $degree);
        }
        return new self($above, $below, [$key => $degree] + $this->radicals);
    }

    public function times(self $other): self
    {
        return new self(
            $this->numerator + $other->numerator,
            $this->denominator + $other->denominator,
            $this->radicals + $other->radicals,
        );
    }

    public function plus(self $other): self
    {
        $one = $this->numerator + $other->denominator;
        $two = $this->denominator + $other->numerator;
        return new self(
            max($one, $two) + 1,
            $this->denominator + $other->denominator,
            $this->radicals + $other->radicals,
        );
    }

    public function inverse(): self
    {
        return new self($this->denominator, $this->numerator, $this->radicals);
    }

    public function degree(): int
    {
        $degree = 1;
        foreach ($this->radicals as $one) {
            $degree = $degree > PHP_INT_MAX / 64 ? $degree : $degree * $one;
        }
        return $degree;
    }

    public function separation(): int
    {
        return ($this->degree() - 1) * $this->numerator + $this->denominator;
    }

    public function rationalDenominator(): int
    {
        return $this->degree() * $this->denominator;
    }
}
