<?php

declare(strict_types=1);

namespace KesbangIku;

/** Angka yang tidak dapat dibaca, atau dapat dibaca dengan dua cara. */
final class AngkaKeliru extends Kesalahan
{
}
