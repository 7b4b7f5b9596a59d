<?php // Untuk sistem tanpa Composer: require 'kesbang-iku/autoload.php';

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . '/src/' . substr($class, strlen('KesbangIku\\')) . '.php';
    if (str_starts_with($class, 'KesbangIku\\') && is_file($file)) {
        require $file;
    }
});
