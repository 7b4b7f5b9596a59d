<?php

declare(strict_types=1);

namespace KesbangIku;

/** Nama variabel yang tidak dikenal definisinya. */
final class VariabelTidakDikenal extends Kesalahan
{
}
