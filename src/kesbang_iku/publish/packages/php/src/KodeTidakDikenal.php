<?php

declare(strict_types=1);

namespace KesbangIku;

/** Kode atau versi indikator yang tidak ada dalam katalog. */
final class KodeTidakDikenal extends Kesalahan
{
    /** @internal */
    public static function kodenya(string $kode, string $saran): self
    {
        return new self(self::kalimat('kode_tidak_dikenal', ['kode' => $kode, 'versi' => Katalog::versi()]), $saran);
    }

    /** @internal */
    public static function versinya(string $kode, string|int $versi, string $ada): self
    {
        return new self(self::kalimat('versi_tidak_dikenal', ['kode' => $kode, 'versi' => $versi, 'ada' => $ada]));
    }
}
