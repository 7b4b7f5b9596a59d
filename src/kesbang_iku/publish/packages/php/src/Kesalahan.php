<?php

declare(strict_types=1);

namespace KesbangIku;

/** Masukan yang tidak dapat dihitung; `$kode` kode temuannya dalam standar, bila ada. */
abstract class Kesalahan extends \InvalidArgumentException
{
    public function __construct(string $pesan, public readonly string $saran = '', public readonly ?string $kode = null)
    {
        parent::__construct($saran === '' ? $pesan : "$pesan $saran");
    }

    /**
     * A sentence of the library's, by the name it has there.
     *
     * @internal
     * @param array<string, string|int|float> $facts
     */
    final protected static function kalimat(string $name, array $facts): string
    {
        $fields = array_map(static fn (string $field): string => '{' . $field . '}', array_keys($facts));
        return str_replace($fields, array_map(strval(...), $facts), Data::file('bacaan')['kata'][$name]);
    }
}
