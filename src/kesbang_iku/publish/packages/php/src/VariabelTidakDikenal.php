<?php

declare(strict_types=1);

namespace KesbangIku;

/** Nama variabel yang tidak dikenal definisinya. */
final class VariabelTidakDikenal extends Kesalahan
{
    /** @internal */
    public static function dari(string $kode, string $variabel, string $ada, string $saran): self
    {
        $facts = ['kode' => $kode, 'variabel' => $variabel, 'ada' => $ada];
        return new self(self::kalimat('variabel_tidak_dikenal', $facts), $saran, 'IKU400');
    }
}
