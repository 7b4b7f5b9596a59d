<?php // Menghitung laporan lewat perintah kesbang-iku: php laporan.php BERKAS
declare(strict_types=1);

$perintah = ['kesbang-iku', 'compute', $argv[1], '--format', 'json'];
$proses = proc_open($perintah, [1 => ['pipe', 'w']], $pipa);
$jawaban = json_decode(stream_get_contents($pipa[1]), true, flags: JSON_THROW_ON_ERROR);
$status = proc_close($proses); // 0: tanpa galat, 1: ada galat, 2: tidak dapat dijalankan

if ($jawaban['skema'] !== 'kesbang-iku/hasil/1') exit(2); // bentuk lain: jangan ditebak
foreach ($jawaban['hasil'] as $hasil) {
    // Angka berbentuk teks; simpan sebagai DECIMAL, jangan sebagai FLOAT.
    printf("%s %d  %s  %s  %s\n", $hasil['kode'], $hasil['tahun'], $hasil['nilai'] ?? '-',
        $hasil['capaian'] ?? '-', $hasil['predikat'] ?? '-');
    foreach ($hasil['temuan'] as $temuan) echo "  {$temuan['kode']} {$temuan['pesan']}\n";
}
exit($status);
