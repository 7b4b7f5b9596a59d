<?php // Answers one request a line with the package: php answers.php FOLDER_OF_THE_PACKAGE

declare(strict_types=1);

use KesbangIku\Kalkulator;
use KesbangIku\Kesalahan;

require "$argv[1]/autoload.php";

while (($line = fgets(STDIN)) !== false) {
    [$call, $given] = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
    foreach ($given['variabel'] ?? [] as $name => $number) { // what JSON cannot carry
        if (is_array($number)) {
            $given['variabel'][$name] = isset($number['pecahan']) ? Kalkulator::eksak($number['pecahan']) : ($number ? INF : []);
        }
    }
    try {
        $answer = ['hasil' => Kalkulator::$call(...$given)];
    } catch (Kesalahan $wrong) {
        $class = substr($wrong::class, strlen('KesbangIku\\'));
        $answer = ['salah' => $class, 'kode' => $wrong->kode, 'pesan' => $wrong->getMessage()];
    }
    echo json_encode($answer, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
}
