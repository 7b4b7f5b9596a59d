<?php // Menjawab kasus kesesuaian taraf capaian: kesbang-iku conform --taraf capaian -- php examples/kesesuaian/adaptor.php
declare(strict_types=1);
require __DIR__ . '/../php/rumus.php'; // pecahan, baca, terbit

const IKATAN = ['atau' => 1, 'dan' => 2, '=' => 3, '!=' => 3, '<' => 3, '<=' => 3, '>' => 3, '>=' => 3,
    '+' => 4, '-' => 4, '*' => 5, '/' => 5];

/** Negatif, nol, atau positif: perbandingan dua pecahan. */
function banding(array $a, array $b): int { return $a[0] * $b[1] <=> $b[0] * $a[1]; }

function terapkan(string $tanda, Closure $kiri, Closure $kanan): Closure
{
    return fn (array $v) => match ($tanda) {
        'dan' => $kiri($v) && $kanan($v), 'atau' => $kiri($v) || $kanan($v),
        '=' => banding($kiri($v), $kanan($v)) === 0, '!=' => banding($kiri($v), $kanan($v)) !== 0,
        '<' => banding($kiri($v), $kanan($v)) < 0, '<=' => banding($kiri($v), $kanan($v)) <= 0,
        '>' => banding($kiri($v), $kanan($v)) > 0, '>=' => banding($kiri($v), $kanan($v)) >= 0,
        default => hitung_dua($tanda, $kiri($v), $kanan($v)),
    };
}

function hitung_dua(string $tanda, array $a, array $b): array
{
    [$p, $q] = $a;
    [$r, $s] = $b;
    return match ($tanda) {
        '+' => pecahan($p * $s + $r * $q, $q * $s), '-' => pecahan($p * $s - $r * $q, $q * $s),
        '*' => pecahan($p * $r, $q * $s), '/' => pecahan($p * $s, $q * $r), // $r = 0: DivisionByZeroError
    };
}

/** Mengurai rumus menjadi fungsi atas variabelnya; cabang jika() yang tidak dipilih tidak dihitung. */
function urai(string $rumus): Closure
{
    preg_match_all('/[a-z]\w*|[0-9.]+|[<>!]=|[-+*\/()<>=,]/', $rumus, $cocok);
    $kata = $cocok[0];
    return ungkapan($kata);
}

function ungkapan(array &$kata, int $batas = 1): Closure
{
    $k = array_shift($kata);
    if ($k === '-') {
        $isi = ungkapan($kata, 6);
        $kiri = fn (array $v) => hitung_dua('*', $isi($v), [-1, 1]);
    } elseif ($k === '(') {
        $kiri = ungkapan($kata);
        array_shift($kata);
    } elseif (($kata[0] ?? '') === '(') {
        $isi = [];
        do {
            array_shift($kata); // kurung buka atau koma
            $isi[] = ungkapan($kata);
        } while ($kata[0] === ',');
        array_shift($kata);
        $kiri = match ($k) {
            'abs' => fn (array $v) => [abs($isi[0]($v)[0]), $isi[0]($v)[1]],
            'jika' => fn (array $v) => $isi[0]($v) ? $isi[1]($v) : $isi[2]($v),
        };
    } else {
        $kiri = fn (array $v) => $v[$k] ?? baca($k);
    }
    while ($kata && (IKATAN[$kata[0]] ?? 0) >= $batas) {
        $tanda = array_shift($kata);
        $kiri = terapkan($tanda, $kiri, ungkapan($kata, IKATAN[$tanda] + 1));
    }
    return $kiri;
}

/** Capaian menurut sebuah metode, sebelum dibulatkan; null bila tidak terdefinisi. */
function capaian(array $metode, array $nilai): ?array
{
    foreach ($metode['kebijakan'] as ['jika' => $jika, 'capaian' => $capaian]) {
        if (urai($jika)($nilai)) { // yang pertama berlaku memutuskan
            return $capaian === null ? null : urai($capaian)($nilai);
        }
    }
    try {
        $hasil = urai($metode['rumus'])($nilai);
    } catch (DivisionByZeroError) {
        return null; // tidak terdefinisi, bukan nol
    }
    $bawah = $metode['batas']['bawah'];
    return $bawah !== null && banding($hasil, baca($bawah)) < 0 ? baca($bawah) : $hasil;
}

/** Kelas yang memuat sebuah nilai; null bila tidak ada. */
function kelas(array $nilai, array $skala): ?string
{
    foreach ($skala as $satu) {
        $dari = $satu['dari'] === null ? 1 : banding($nilai, baca($satu['dari']));
        $sampai = $satu['sampai'] === null ? -1 : banding($nilai, baca($satu['sampai']));
        if (($dari > 0 || ($dari === 0 && $satu['dari_termasuk'])) && ($sampai < 0 || ($sampai === 0 && $satu['sampai_termasuk']))) {
            return $satu['label'];
        }
    }
    return null;
}

function jawab(array $kasus): array
{
    if ($kasus['jenis'] === 'bulat') {
        return ['terbit' => terbit(baca($kasus['angka']), $kasus['desimal'])];
    }
    if ($kasus['jenis'] === 'skala') {
        return ['kelas' => kelas(baca($kasus['nilai']), $kasus['batas_kelas'])];
    }
    if ($kasus['jenis'] !== 'capaian') {
        return ['galat' => 'di luar contoh ini'];
    }
    $target = is_array($kasus['target']) ? $kasus['target'] : ['' => $kasus['target']];
    $nilai = ['realisasi' => baca($kasus['realisasi'])];
    foreach ($target as $ujung => $teks) {
        $nilai[$ujung === '' ? 'target' : "target_$ujung"] = baca($teks);
    }
    $hasil = capaian($kasus['metode'], $nilai);
    $terbit = $hasil === null ? null : terbit($hasil, $kasus['metode']['desimal']);
    $predikat = $terbit === null ? null : kelas(baca($terbit), $kasus['batas_kelas'] ?? []);
    return ['capaian' => $terbit, 'predikat' => $predikat];
}

while (($baris = fgets(STDIN)) !== false) {
    $kasus = json_decode($baris, true, flags: JSON_THROW_ON_ERROR);
    try {
        $jawaban = jawab($kasus);
    } catch (TypeError) {
        $jawaban = ['galat' => 'melebihi 64 bit']; // bilangan PHP diam-diam menjadi pecahan biner; jangan diteruskan
    }
    echo json_encode(['id' => $kasus['id']] + $jawaban, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
