<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * A number that is known exactly: a Pecahan, or a Root where a root does not come out even.
 *
 * @internal
 */
interface Exact
{
    public function sign(): int;

    public function negated(): self;

    /** The value in steps of the last of `$decimals` places, a half going away from zero. */
    public function steps(int $decimals): int|Large;

    public function __toString(): string;
}
