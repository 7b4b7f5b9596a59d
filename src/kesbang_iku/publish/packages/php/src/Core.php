<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * One irrational part of a form: a radical of a rational number or of a form, a product of two
 * forms, or the reciprocal of one.
 *
 * @internal
 */
final class Core
{
    private const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61];

    /** @param list<Form> $inner the forms inside; none in a radical of a rational number */
    private function __construct(
        public readonly string $kind,
        public readonly string $key,
        public readonly array $inner,
        public readonly int $degree = 1,
        public readonly ?Pecahan $radicand = null,
    ) {
    }

    public static function radical(int $degree, Pecahan $radicand): self
    {
        return new self('radical', "r$degree($radicand)", [], $degree, $radicand);
    }

    public static function nested(int $degree, Form $radicand): self
    {
        return new self('nested', "n$degree({$radicand->key})", [$radicand], $degree);
    }

    public static function product(Form $left, Form $right): self
    {
        return new self('product', "p({$left->key};{$right->key})", [$left, $right]);
    }

    public static function reciprocal(Form $of): self
    {
        return new self('reciprocal', "i({$of->key})", [$of]);
    }

    public function isRadical(): bool
    {
        return $this->radicand !== null;
    }

    /** The positive root of a positive rational number if it is rational, else null. */
    public static function rationalRoot(Pecahan $value, int $degree): ?Pecahan
    {
        $root = Pecahan::of(
            Integers::root($value->numerator, $degree),
            Integers::root($value->denominator, $degree),
        );
        return $root->power($degree)->compare($value) === 0 ? $root : null;
    }

    /** The same root with the least degree possible. */
    public static function simplest(Pecahan $radicand, int $degree): Pecahan|self
    {
        foreach (self::PRIMES as $prime) {
            while ($degree % $prime === 0 && ($root = self::rationalRoot($radicand, $prime)) !== null) {
                [$radicand, $degree] = [$root, intdiv($degree, $prime)];
            }
        }
        return $degree === 1 ? $radicand : self::radical($degree, $radicand);
    }

    /** `$this / $other` if it is plain to see that it is rational, else null. */
    public function ratio(self $other): ?Pecahan
    {
        if ($this->key === $other->key) {
            return Pecahan::of(1);
        }
        if ($this->radicand !== null && $other->radicand !== null && $this->degree === $other->degree) {
            return self::rationalRoot($this->radicand->over($other->radicand), $this->degree);
        }
        return null;
    }

    /** The product of two radicals of rational numbers. */
    public function fused(self $other): Pecahan|self
    {
        [$a, $b] = [$this->degree, $other->degree];
        while ($b !== 0) {
            [$a, $b] = [$b, $a % $b];
        }
        $degree = intdiv($this->degree * $other->degree, $a);
        assert($this->radicand !== null && $other->radicand !== null);
        $radicand = $this->radicand->power(intdiv($degree, $this->degree))
            ->times($other->radicand->power(intdiv($degree, $other->degree)));
        return self::simplest($radicand, $degree);
    }

    /**
     * Integers around the value times `2 ** $precision`.
     *
     * @return array{int|Large, int|Large}
     */
    public function enclosed(int $precision): array
    {
        if ($this->radicand !== null) {
            $shifted = Integers::shifted($this->radicand->numerator, $this->degree * $precision);
            [$whole] = Integers::divide($shifted, $this->radicand->denominator);
            $root = Integers::root($whole, $this->degree);
            return [$root, Integers::add($root, 1)];
        }
        return match ($this->kind) {
            'nested' => $this->enclosedRoot($precision),
            'product' => $this->enclosedProduct($precision),
            default => $this->enclosedReciprocal($precision),
        };
    }

    /** @return array{int|Large, int|Large} */
    private function enclosedRoot(int $precision): array
    {
        [$low, $high] = $this->inner[0]->enclosed($precision);
        $room = ($this->degree - 1) * $precision;
        $low = Integers::sign($low) > 0 ? $low : 0;
        return [
            Integers::root(Integers::shifted($low, $room), $this->degree),
            Integers::add(Integers::root(Integers::shifted($high, $room), $this->degree), 1),
        ];
    }

    /** @return array{int|Large, int|Large} */
    private function enclosedProduct(int $precision): array
    {
        $corners = [];
        foreach ($this->inner[0]->enclosed($precision) as $one) {
            foreach ($this->inner[1]->enclosed($precision) as $other) {
                $corners[] = Integers::multiply($one, $other);
            }
        }
        usort($corners, Integers::compare(...));
        $unit = Integers::power(2, $precision);
        $above = Integers::floor(Integers::negated($corners[3]), $unit);
        return [Integers::floor($corners[0], $unit), Integers::negated($above)];
    }

    /** @return array{int|Large, int|Large} */
    private function enclosedReciprocal(int $precision): array
    {
        $working = $precision;
        [$low, $high] = $this->inner[0]->enclosed($working);
        while (Integers::sign($low) <= 0 && Integers::sign($high) >= 0) {
            $working *= 2;
            [$low, $high] = $this->inner[0]->enclosed($working);
        }
        $one = Integers::power(2, $precision + $working);
        $below = static fn (int|Large $dividend, int|Large $divisor): int|Large => Integers::sign($divisor) < 0
            ? Integers::floor(Integers::negated($dividend), Integers::negated($divisor))
            : Integers::floor($dividend, $divisor);
        return [$below($one, $high), Integers::negated($below(Integers::negated($one), $low))];
    }

    public function bound(): Bound
    {
        if ($this->radicand !== null) {
            return Bound::of($this->radicand)->rooted($this->degree, $this->key);
        }
        return match ($this->kind) {
            'nested' => $this->inner[0]->bound()->rooted($this->degree, $this->key),
            'product' => $this->inner[0]->bound()->times($this->inner[1]->bound()),
            default => $this->inner[0]->bound()->inverse(),
        };
    }

    public function text(): string
    {
        if ($this->radicand !== null) {
            return self::rootText(Form::rationalText($this->radicand), $this->degree);
        }
        $inner = array_map(static fn (Form $form): string => $form->text(), $this->inner);
        return match ($this->kind) {
            'nested' => self::rootText($inner[0], $this->degree),
            'product' => "(($inner[0]) * ($inner[1]))",
            default => "(1 / ($inner[0]))",
        };
    }

    /** The n-th root of x is the geometric mean of x and n - 1 ones. */
    private static function rootText(string $inside, int $degree): string
    {
        return $degree === 2
            ? "akar($inside)"
            : "rata_rata_geometrik($inside" . str_repeat(', 1', $degree - 1) . ')';
    }
}
