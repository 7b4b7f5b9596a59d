<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * A result that does not exist; `$reason` is its code, as "pembagian_nol".
 *
 * @internal
 */
final class Undefined
{
    public function __construct(public readonly string $reason)
    {
    }
}
