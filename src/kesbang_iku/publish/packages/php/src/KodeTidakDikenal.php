<?php

declare(strict_types=1);

namespace KesbangIku;

/** Kode, versi, metode, atau skala yang tidak ada dalam katalog. */
final class KodeTidakDikenal extends Kesalahan
{
}
