<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * `offset + factor * core + ...`: a sum of radicals, exact.
 *
 * Radicals of rational numbers are kept pairwise incommensurable, so that a form of them alone with
 * any term left is irrational; any other form is tested for being rational with separation bounds.
 * The limits are those of the reference, and so are the values.
 *
 * @internal
 */
final class Form
{
    private const FIRST_PRECISION = 64;

    public readonly string $key;

    /** @param list<array{Pecahan, Core}> $terms */
    public function __construct(public readonly Pecahan $offset, public readonly array $terms = [])
    {
        $parts = array_map(static fn (array $term): string => "$term[0]*{$term[1]->key}", $terms);
        $this->key = "$offset+" . implode('+', $parts);
    }

    public static function single(Pecahan $factor, Core $core): self
    {
        return new self(Pecahan::of(0), $factor->isZero() ? [] : [[$factor, $core]]);
    }

    public function isPlain(): bool
    {
        foreach ($this->terms as [, $core]) {
            if (!$core->isRadical()) {
                return false;
            }
        }
        return true;
    }

    public function scaled(Pecahan $factor): self
    {
        $terms = array_map(static fn (array $term): array => [$term[0]->times($factor), $term[1]], $this->terms);
        return new self($this->offset->times($factor), $terms);
    }

    public function plus(self $other): self
    {
        $terms = $this->terms;
        foreach ($other->terms as [$factor, $core]) {
            $share = null;
            foreach ($terms as $at => [$present, $own]) {
                $share = $core->ratio($own);
                if ($share !== null) {
                    $terms[$at] = [$present->plus($factor->times($share)), $own];
                    break;
                }
            }
            if ($share === null) {
                $terms[] = [$factor, $core];
            }
        }
        $left = array_filter($terms, static fn (array $term): bool => !$term[0]->isZero());
        return new self($this->offset->plus($other->offset), array_values($left));
    }

    public function times(self $other): self
    {
        if ($this->isPlain() && $other->isPlain()) {
            $result = $this->spreadOver($other);
            if ($result->bound()->degree() <= $this->bound()->times($other->bound())->degree()) {
                return $result;
            }
        }
        return new self(Pecahan::of(0), [[Pecahan::of(1), Core::product($this, $other)]]);
    }

    private function spreadOver(self $other): self
    {
        $result = new self($this->offset->times($other->offset));
        foreach ($this->terms as [$factor, $core]) {
            $result = $result->plus(self::single($factor->times($other->offset), $core));
        }
        foreach ($other->terms as [$factor, $core]) {
            $result = $result->plus(self::single($factor->times($this->offset), $core));
        }
        foreach ($this->terms as [$factor, $core]) {
            foreach ($other->terms as [$otherFactor, $otherCore]) {
                $fused = $core->fused($otherCore);
                $both = $factor->times($otherFactor);
                $result = $fused instanceof Pecahan
                    ? new self($result->offset->plus($both->times($fused)), $result->terms)
                    : $result->plus(self::single($both, $fused));
            }
        }
        return $result;
    }

    public function inverse(): self
    {
        if (count($this->terms) === 1 && $this->terms[0][1]->radicand !== null) {
            [$factor, $core] = $this->terms[0];
            if ($this->offset->isZero()) {
                return self::single($factor->inverse(), Core::radical($core->degree, $core->radicand->inverse()));
            }
            if ($core->degree === 2) {
                $square = $factor->power(2)->times($core->radicand);
                $norm = $this->offset->power(2)->minus($square);
                return (new self($this->offset, [[$factor->negated(), $core]]))->scaled($norm->inverse());
            }
        }
        return new self(Pecahan::of(0), [[Pecahan::of(1), Core::reciprocal($this)]]);
    }

    public function rooted(int $degree): self
    {
        if (count($this->terms) === 1 && $this->terms[0][1]->radicand !== null && $this->offset->isZero()) {
            [$factor, $inner] = $this->terms[0];
            $radicand = $factor->power($inner->degree)->times($inner->radicand);
            $core = Core::simplest($radicand, $inner->degree * $degree);
            return $core instanceof Pecahan ? new self($core) : self::single(Pecahan::of(1), $core);
        }
        return new self(Pecahan::of(0), [[Pecahan::of(1), Core::nested($degree, $this)]]);
    }

    // --------------------------------------------------------------------------------- enclosing

    /**
     * Integers around the value times `2 ** $precision`; their distance shrinks as that grows.
     *
     * @return array{int|Large, int|Large}
     */
    public function enclosed(int $precision): array
    {
        $unit = Integers::power(2, $precision);
        [$low, $high] = self::stretched($this->offset, $unit, $unit);
        foreach ($this->terms as [$factor, $core]) {
            [$moreLow, $moreHigh] = self::stretched($factor, ...$core->enclosed($precision));
            [$low, $high] = [Integers::add($low, $moreLow), Integers::add($high, $moreHigh)];
        }
        return [$low, $high];
    }

    /** @return array{int|Large, int|Large} */
    private static function stretched(Pecahan $factor, int|Large $low, int|Large $high): array
    {
        if ($factor->sign() < 0) {
            [$low, $high] = [$high, $low];
        }
        $above = Integers::multiply(Integers::negated($factor->numerator), $high);
        return [
            Integers::floor(Integers::multiply($factor->numerator, $low), $factor->denominator),
            Integers::negated(Integers::floor($above, $factor->denominator)),
        ];
    }

    public function sign(): int
    {
        for ($precision = self::FIRST_PRECISION;; $precision *= 2) {
            [$low, $high] = $this->enclosed($precision);
            if (Integers::sign($low) > 0) {
                return 1;
            }
            if (Integers::sign($high) < 0) {
                return -1;
            }
        }
    }

    public function floor(): int|Large
    {
        for ($precision = self::FIRST_PRECISION;; $precision *= 2) {
            $unit = Integers::power(2, $precision);
            [$low, $high] = $this->enclosed($precision);
            $floor = Integers::floor($low, $unit);
            if (Integers::compare($floor, Integers::floor($high, $unit)) === 0) {
                return $floor;
            }
        }
    }

    private function isZero(): bool
    {
        $separation = $this->bound()->separation();
        for ($precision = self::FIRST_PRECISION;; $precision *= 2) {
            [$low, $high] = $this->enclosed($precision);
            if (Integers::sign($low) > 0 || Integers::sign($high) < 0) {
                return false;
            }
            $size = Integers::compare(Integers::negated($low), $high) > 0 ? Integers::negated($low) : $high;
            if ($precision > $separation && Integers::compare($size, Integers::power(2, $precision - $separation)) < 0) {
                return true;
            }
        }
    }

    /** The rational number that this is, or null if it is irrational. */
    private function rational(): ?Pecahan
    {
        $limit = $this->bound()->rationalDenominator();
        $precision = max(self::FIRST_PRECISION, 2 * $limit + 2);
        [$low, $high] = $this->enclosed($precision);
        while (Integers::bits(Integers::subtract($high, $low)) >= $precision - 2 * $limit) {
            $precision *= 2;
            [$low, $high] = $this->enclosed($precision);
        }
        $middle = Pecahan::of(Integers::add($low, $high), Integers::power(2, $precision + 1));
        $candidate = $middle->limited(Integers::power(2, $limit));
        $place = Integers::shifted($candidate->numerator, $precision);
        $isBelow = Integers::compare(Integers::multiply($low, $candidate->denominator), $place) > 0;
        $isAbove = Integers::compare($place, Integers::multiply($high, $candidate->denominator)) > 0;
        if ($isBelow || $isAbove) {
            return null;
        }
        return (new self($this->offset->minus($candidate), $this->terms))->isZero() ? $candidate : null;
    }

    public function bound(): Bound
    {
        $result = Bound::of($this->offset);
        foreach ($this->terms as [$factor, $core]) {
            $result = $result->plus(Bound::of($factor)->times($core->bound()));
        }
        return $result;
    }

    /**
     * The number this is, as simple as it can be.
     *
     * @throws RootLimit it is too involved to decide anything about it
     */
    public function settled(): Exact
    {
        if ($this->terms === []) {
            return $this->offset;
        }
        $root = $this->limited();
        if ($this->isPlain()) {
            return $root;
        }
        if ($this->bound()->rationalDenominator() > Data::limit('denominatorBits')) {
            throw new RootLimit('denominator');
        }
        return $this->rational() ?? $root;
    }

    /** @throws RootLimit it is too involved to decide anything about it */
    public function limited(): Root
    {
        $bound = $this->bound();
        $isInvolved = $bound->degree() > Data::limit('rootDegree') || (!$this->isPlain()
            && ($bound->separation() > Data::limit('separationBits') || $this->nesting() > Data::limit('rootNesting')));
        if ($isInvolved) {
            throw new RootLimit('form');
        }
        return new Root($this);
    }

    private function nesting(): int
    {
        $deepest = 0;
        foreach ($this->terms as [, $core]) {
            foreach ($core->inner as $inner) {
                $deepest = max($deepest, $inner->nesting());
            }
        }
        return 1 + $deepest;
    }

    // -------------------------------------------------------------------------------------- text

    public static function rationalText(Pecahan $value): string
    {
        return str_replace('/', ' / ', (string) $value);
    }

    /** The form in the language of formulas. */
    public function text(): string
    {
        $pieces = $this->offset->isZero()
            ? []
            : [[$this->offset->sign() < 0, self::rationalText($this->offset->absolute())]];
        foreach ($this->terms as [$factor, $core]) {
            $size = $factor->absolute();
            $weight = $size->compare(Pecahan::of(1)) === 0 ? '' : self::rationalText($size) . ' * ';
            $pieces[] = [$factor->sign() < 0, $weight . $core->text()];
        }
        $text = '';
        foreach ($pieces as $at => [$negative, $piece]) {
            $text .= ($at > 0 ? ($negative ? ' - ' : ' + ') : ($negative ? '-' : '')) . $piece;
        }
        return $text;
    }
}
