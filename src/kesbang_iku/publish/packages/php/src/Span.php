<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * All numbers between two ends; each end is in it or not.
 *
 * @internal
 */
final class Span
{
    public function __construct(
        public readonly Pecahan $low,
        public readonly Pecahan $high,
        public readonly bool $hasLow = true,
        public readonly bool $hasHigh = true,
    ) {
    }

    public static function exactly(Pecahan $value): self
    {
        return new self($value, $value);
    }

    /** What lies in both, null if nothing does. */
    public function meet(self $other): ?self
    {
        [$low, $high] = [$other->low->compare($this->low), $other->high->compare($this->high)];
        $found = new self(
            $low > 0 ? $other->low : $this->low,
            $high < 0 ? $other->high : $this->high,
            $low > 0 ? $other->hasLow : ($this->hasLow && ($low < 0 || $other->hasLow)),
            $high < 0 ? $other->hasHigh : ($this->hasHigh && ($high > 0 || $other->hasHigh)),
        );
        $side = $found->low->compare($found->high);
        return $side > 0 || ($side === 0 && !($found->hasLow && $found->hasHigh)) ? null : $found;
    }

    public function holds(Pecahan $value): bool
    {
        return $this->meet(self::exactly($value)) !== null;
    }

    public function isPoint(): bool
    {
        return $this->low->compare($this->high) === 0;
    }

    public function middle(): Pecahan
    {
        return $this->low->plus($this->high)->times(Pecahan::constant('1/2'));
    }
}
