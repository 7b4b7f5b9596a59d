<?php

declare(strict_types=1);

namespace KesbangIku;

/** Teks yang bukan rumus: kode temuannya, kolomnya (dari 1), dan yang ditemukan di sana. */
final class RumusKeliru extends Kesalahan
{
    public function __construct(string $kode, public readonly int $kolom, public readonly string $ditemukan)
    {
        $facts = ['nama' => 'rumus', 'isi' => $ditemukan];
        parent::__construct(self::kalimat('isi_tidak_dikenal', $facts), "Lihat kolom $kolom ($kode).", $kode);
    }
}
