<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Values that were needed and not given.
 *
 * @internal
 */
final class Missing
{
    /** @param list<string> $names */
    public function __construct(public readonly array $names)
    {
    }
}
