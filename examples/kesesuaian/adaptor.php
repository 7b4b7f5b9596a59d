<?php // Menjawab kasus kesesuaian: kesbang-iku conform --taraf capaian -- php adaptor.php vendor/autoload.php
declare(strict_types=1);

use KesbangIku\Kalkulator;

require $argv[1] ?? __DIR__ . '/vendor/autoload.php';

/**
 * Ganti isinya dengan panggilan ke fungsi capaian sistem Anda; null bila tidak terdefinisi.
 * Angkanya teks eksak, "71.27" atau "7127/100"; (float) "7127/100" memberi 7127, jadi pakai desimal().
 */
function capaian(array $metode, string $realisasi, string|array $target): ?string
{
    return Kalkulator::capaianMetode($metode, $realisasi, $target)->nilai;
}

/** Ganti isinya dengan panggilan ke fungsi predikat sistem Anda; null bila tidak ada kelasnya. */
function kelas(string $nilai, array $kelas): ?string
{
    return Kalkulator::kelas($nilai, $kelas);
}

/** Bilangan eksak sebagai desimal, untuk sistem yang menghitung dengan float. */
function desimal(string $teks): float
{
    return (float) (Kalkulator::eksak($teks)->desimal() ?? throw new RangeException("$teks tidak berakhir sebagai desimal"));
}

function jawab(array $kasus): array
{
    if ($kasus['jenis'] === 'bulat') {
        return ['terbit' => Kalkulator::bulatkan($kasus['angka'], $kasus['desimal'])];
    }
    if ($kasus['jenis'] === 'skala') {
        return ['kelas' => kelas($kasus['nilai'], $kasus['batas_kelas'])];
    }
    if ($kasus['jenis'] !== 'capaian') {
        return ['galat' => 'di luar contoh ini'];
    }
    $capaian = capaian($kasus['metode'], $kasus['realisasi'], $kasus['target']);
    return ['capaian' => $capaian, 'predikat' => $capaian === null ? null : kelas($capaian, $kasus['batas_kelas'] ?? [])];
}

while (($baris = fgets(STDIN)) !== false) {
    $kasus = json_decode($baris, true, flags: JSON_THROW_ON_ERROR);
    try {
        $jawaban = jawab($kasus);
    } catch (Throwable $galat) { // satu kasus yang gagal tidak menghentikan kasus berikutnya
        fwrite(STDERR, "{$kasus['id']}: {$galat->getMessage()}\n");
        $jawaban = ['galat' => $galat->getMessage()];
    }
    echo json_encode(['id' => $kasus['id']] + $jawaban, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
