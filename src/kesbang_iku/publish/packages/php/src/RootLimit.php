<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * An operation on roots whose result is too involved to decide anything about it.
 *
 * @internal
 */
final class RootLimit extends \RuntimeException
{
}
