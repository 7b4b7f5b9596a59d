<?php // Rumus dengan + - * / dan kurung, dihitung dengan pecahan: tidak ada pembulatan di tengah hitungan.
declare(strict_types=1);

function fpb(int $a, int $b): int { return $b === 0 ? abs($a) : fpb($b, $a % $b); }
function pecahan(int $p, int $q): array { $f = fpb($p, $q) * ($q <=> 0); return [intdiv($p, $f), intdiv($q, $f)]; }
function baca(string $teks): array { // "17", "50.46", "25/8"
    [$p, $q] = explode('/', "$teks/1");
    [$bulat, $desimal] = explode('.', "$p.");
    return pecahan((int) ($bulat . $desimal), 10 ** strlen($desimal) * (int) $q);
}
const KUAT = ['+' => 1, '-' => 1, '*' => 2, '/' => 2];
function hitung(array &$kata, array $nilai, int $batas = 1): array {
    if (($k = array_shift($kata)) === '(') { $hasil = hitung($kata, $nilai); array_shift($kata); }
    else $hasil = baca($nilai[$k] ?? $k);
    while ($kata && (KUAT[$kata[0]] ?? 0) >= $batas) {
        [$p, $q] = $hasil;
        [$r, $s] = hitung($kata, $nilai, KUAT[$tanda = array_shift($kata)] + 1);
        $hasil = match ($tanda) {
            '+' => pecahan($p * $s + $r * $q, $q * $s), '-' => pecahan($p * $s - $r * $q, $q * $s),
            '*' => pecahan($p * $r, $q * $s), '/' => pecahan($p * $s, $q * $r), // $r = 0: DivisionByZeroError
        };
    }
    return $hasil;
}
function terbit(array $n, int $desimal): string { // dibulatkan sekali, setengah menjauhi nol
    $b = str_pad((string) intdiv(abs($n[0]) * 10 ** $desimal * 2 + $n[1], 2 * $n[1]), $desimal + 1, '0', STR_PAD_LEFT);
    return ($n[0] < 0 && trim($b, '0.') !== '' ? '-' : '') . ($desimal ? substr_replace($b, '.', -$desimal, 0) : $b);
}
