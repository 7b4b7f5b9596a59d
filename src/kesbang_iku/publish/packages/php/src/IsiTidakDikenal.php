<?php

declare(strict_types=1);

namespace KesbangIku;

/** Tahun, periode, wilayah, tingkat, metode, skala, format, atau isi lain yang tidak dikenal. */
final class IsiTidakDikenal extends Kesalahan
{
    /** @internal */
    public static function untuk(string $nama, string|int $isi, string $saran = ''): self
    {
        return new self(self::kalimat('isi_tidak_dikenal', ['nama' => $nama, 'isi' => $isi]), $saran);
    }
}
