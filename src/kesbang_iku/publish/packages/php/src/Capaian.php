<?php

declare(strict_types=1);

namespace KesbangIku;

/** Capaian sebuah nilai terhadap targetnya, dalam persen. */
final class Capaian
{
    /**
     * @param ?string $nilai seperti diterbitkan, di antara batas metodenya; null bila tidak terdefinisi
     * @param ?string $eksak sebelum dibulatkan
     * @param ?string $tanpaBatas seperti diterbitkan, tanpa batas bawah dan atas
     * @param ?string $alasan mengapa tidak terdefinisi, atau kebijakan mana yang memutuskan
     */
    public function __construct(
        public readonly string $metode,
        public readonly ?string $nilai = null,
        public readonly ?string $eksak = null,
        public readonly ?string $tanpaBatas = null,
        public readonly ?string $alasan = null,
    ) {
    }
}
