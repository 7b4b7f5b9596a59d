<?php // Menjalankan vektor kesesuaian indikator dengan paket PHP: php vektor.php FOLDER_PAKET FOLDER_VEKTOR
declare(strict_types=1);

use KesbangIku\Kalkulator;

require "$argv[1]/autoload.php";

$cocok = $beda = 0;
foreach (glob($argv[2] . '/indikator/*.json') as $berkas) {
    $isi = json_decode(file_get_contents($berkas), true, flags: JSON_THROW_ON_ERROR);
    foreach ($isi['kasus'] as $kasus) {
        $hasil = Kalkulator::hitung(
            "{$isi['kode']}@{$isi['versi']}",
            array_map(Kalkulator::eksak(...), $kasus['variabel']),
            target: $kasus['target'],
            wilayah: $kasus['wilayah'],
            tahun: $kasus['tahun'],
        )->jsonSerialize();
        $sama = array_intersect_key($hasil, $kasus['hasil']) == $kasus['hasil'];
        $sama ? $cocok++ : $beda++;
        if (!$sama) echo "{$isi['kode']} {$kasus['nama']}: {$hasil['nilai']}, bukan {$kasus['hasil']['nilai']}\n";
    }
}
echo "$cocok cocok, $beda berbeda\n";
exit($beda > 0 ? 1 : 0);
