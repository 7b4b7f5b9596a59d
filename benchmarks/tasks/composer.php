<?php // Times full results of the package for PHP: php composer.php PACKAGE CODE NUMBERS; as worker.py, runs in, seconds out.
declare(strict_types=1);

use KesbangIku\Data;
use KesbangIku\Kalkulator;

[, $folder, $code, $numbers] = $argv;
require "$folder/autoload.php";
$parts = json_decode($numbers, true, flags: JSON_THROW_ON_ERROR);
$named = "$code@" . array_key_first(Data::file("katalog")["definisi"][$code]);

/** Seconds of the processor, of the program and of the system for it. */
function seconds(): float
{
    $used = getrusage();
    $of = static fn (string $who): float => $used["ru_{$who}time.tv_sec"] + $used["ru_{$who}time.tv_usec"] / 1e6;
    return $of('u') + $of('s');
}

while (($line = fgets(STDIN)) !== false) {
    $before = seconds();
    for ($run = (int) $line; $run > 0; $run--) {
        Kalkulator::hitung($named, $parts, target: 72)->verifikasi();
    }
    echo seconds() - $before, "\n";
}
