<?php // Menjalankan vektor kesesuaian indikator: php vektor.php FOLDER_VEKTOR
declare(strict_types=1);
require __DIR__ . '/rumus.php';

$cocok = $beda = $lewat = 0;
foreach (glob($argv[1] . '/indikator/*.json') as $berkas) {
    $isi = json_decode(file_get_contents($berkas), true, flags: JSON_THROW_ON_ERROR);
    $terbaca = $isi['rumus'] !== null && !preg_match('/[a-z]\s*\(|[<>=]/', $isi['rumus']);
    preg_match_all('/[a-z]\w*|[0-9.]+|[-+*\/()]/', $isi['rumus'] ?? '', $kata);
    foreach ($isi['kasus'] as $kasus) {
        $harap = $kasus['hasil'];
        if (!$terbaca || !in_array($harap['status'], ['lengkap', 'tidak_terdefinisi'], true)) {
            $lewat++; // fungsi, data yang kurang, atau data yang ditolak: di luar contoh ini
            continue;
        }
        $salinan = $kata[0];
        try {
            $hasil = hitung($salinan, $kasus['variabel']);
            $nilai = terbit($hasil, $isi['desimal']);
        } catch (DivisionByZeroError) {
            $nilai = null; // tidak terdefinisi, bukan nol
        }
        $nilai === $harap['nilai'] ? $cocok++ : $beda++;
        if ($nilai !== $harap['nilai']) echo "{$isi['kode']} {$kasus['nama']}: $nilai, bukan {$harap['nilai']}\n";
    }
}
echo "$cocok cocok, $beda berbeda, $lewat dilewati\n";
exit($beda > 0 ? 1 : 0);
