<?php

declare(strict_types=1);

namespace KesbangIku;

/** Tahun, periode, wilayah, atau tingkat yang tidak ada. */
final class WaktuAtauWilayahKeliru extends Kesalahan
{
}
