<?php // Menghitung dengan paket PHP: php hitung.php FOLDER_PAKET
declare(strict_types=1);

use KesbangIku\Kalkulator;
use KesbangIku\Kesalahan;

require "$argv[1]/autoload.php"; // dengan Composer: vendor/autoload.php

try {
    $hasil = Kalkulator::hitung(
        'KBP-POL-01',
        ['kebebasan_sipil' => '90,09', 'hak_politik' => 50.46, 'lembaga_demokrasi' => '80,65'],
        target: 72,
        wilayah: '62',
        tahun: 2018, // memilih versi definisi yang berlaku tahun itu
    );
} catch (Kesalahan $keliru) { // kode, variabel, wilayah, atau waktu yang tidak dikenal
    exit($keliru->getMessage() . "\n");
}
// Angka berbentuk teks; simpan sebagai DECIMAL, jangan sebagai FLOAT. Tanpa nilai, nilainya null.
echo "{$hasil->status}  {$hasil->nilai}  {$hasil->capaian}  {$hasil->predikat}\n{$hasil->verifikasi()}\n";
foreach ($hasil->temuan as $temuan) echo "{$temuan->kode} {$temuan->pesan}\n";
