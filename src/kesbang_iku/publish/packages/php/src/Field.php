<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What is known of the field a number stands in; it settles what could be read in two ways.
 *
 * @internal
 */
final class Field
{
    /** @param ?string $format how numbers are written, `id` or `en` */
    public function __construct(
        public readonly ?string $format = null,
        public readonly ?Pecahan $minimum = null,
        public readonly ?Pecahan $maximum = null,
        public readonly bool $whole = false,
    ) {
    }

    public function fits(Pecahan $value): bool
    {
        return ($this->minimum === null || $value->compare($this->minimum) >= 0)
            && ($this->maximum === null || $value->compare($this->maximum) <= 0)
            && (!$this->whole || $value->isWhole());
    }

    public function bounds(): string
    {
        $parts = [];
        if ($this->minimum !== null) {
            $parts[] = '>= ' . Text::plain($this->minimum, ',');
        }
        if ($this->maximum !== null) {
            $parts[] = '<= ' . Text::plain($this->maximum, ',');
        }
        if ($this->whole) {
            $parts[] = 'bulat';
        }
        return implode(', ', $parts);
    }
}
