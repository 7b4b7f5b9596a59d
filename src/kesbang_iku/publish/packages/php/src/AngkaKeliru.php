<?php

declare(strict_types=1);

namespace KesbangIku;

/** Angka yang tidak dapat dibaca, atau dapat dibaca dengan dua cara; `$kode` kode temuannya. */
final class AngkaKeliru extends Kesalahan
{
    public ?Temuan $temuan = null;

    /** @internal */
    public static function ditemukan(Temuan $temuan): self
    {
        $wrong = new self($temuan->pesan, $temuan->saran, $temuan->kode);
        $wrong->temuan = $temuan;
        return $wrong;
    }

    /** @internal */
    public static function bukan(string $nama, string|float $isi): self
    {
        return new self(self::kalimat('bukan_bilangan', ['nama' => $nama, 'isi' => $isi]));
    }
}
