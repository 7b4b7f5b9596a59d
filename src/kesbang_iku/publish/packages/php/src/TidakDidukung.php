<?php

declare(strict_types=1);

namespace KesbangIku;

/** Indikator gabungan yang boleh dihitung dari sebagian komponennya; paket ini tidak melakukannya. */
final class TidakDidukung extends Kesalahan
{
    /** @internal */
    public static function untuk(string $kode): self
    {
        return new self(self::kalimat('tidak_didukung', ['kode' => $kode]));
    }
}
