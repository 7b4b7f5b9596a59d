<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * The files of data/, each read once: the standard and the words, written by the generator.
 *
 * @internal
 */
final class Data
{
    /** @var array<string, array<string, mixed>> */
    private static array $read = [];

    /** @return array<string, mixed> */
    public static function file(string $name): array
    {
        return self::$read[$name] ??= require __DIR__ . "/../data/$name.php";
    }

    public static function limit(string $name): int
    {
        return self::file('bacaan')['limits'][$name];
    }
}
