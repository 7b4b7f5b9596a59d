<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * An integer that does not fit in 64 bits: a sign and limbs of nine decimal digits, lowest first.
 *
 * Only Integers makes these; what fits in an int is always an int.
 *
 * @internal
 */
final class Large
{
    /** @param list<int> $limbs without zeros at the high end */
    public function __construct(public readonly bool $negative, public readonly array $limbs)
    {
    }
}
