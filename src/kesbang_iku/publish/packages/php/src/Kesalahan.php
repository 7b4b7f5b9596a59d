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
}
