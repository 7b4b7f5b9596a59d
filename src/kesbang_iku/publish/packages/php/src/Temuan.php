<?php

declare(strict_types=1);

namespace KesbangIku;

/** Sesuatu yang perlu dikatakan tentang masukan. */
final class Temuan implements \JsonSerializable
{
    /**
     * @param string $tingkat `galat`, `peringatan`, atau `info`
     * @param ?string $periode pada `setahun`, bagian tahun yang dibicarakan
     */
    public function __construct(
        public readonly string $kode,
        public readonly string $tingkat,
        public readonly string $pesan,
        public readonly string $saran,
        public readonly ?string $periode = null,
    ) {
    }

    /**
     * A finding of the library's, by the name it has there.
     *
     * @internal
     * @param array<string, string|int|Pecahan> $facts
     */
    public static function tentang(string $name, array $facts): self
    {
        $kind = Data::file('bacaan')['findings'][$name];
        $filled = static fn (string $text): string => (string) preg_replace_callback(
            '/\{(\w+)\}/',
            static fn (array $found): string => self::shown($facts[$found[1]] ?? $found[0]),
            $text,
        );
        return new self($kind['code'], $kind['level'], $filled($kind['message']), $filled($kind['hint']));
    }

    public function menolak(): bool
    {
        return $this->tingkat === 'galat';
    }

    /** @return array{kode: string, tingkat: string, pesan: string, saran: string, periode?: string} */
    public function jsonSerialize(): array
    {
        return array_filter(get_object_vars($this), static fn (?string $part): bool => $part !== null);
    }

    /**
     * The same, told of a part of a year.
     *
     * @internal
     */
    public function untuk(string $periode): self
    {
        return new self($this->kode, $this->tingkat, $this->pesan, $this->saran, $periode);
    }

    /** A fact as people see it; signs that are obeyed or hidden are named, as <U+202E>. */
    private static function shown(string|int|Pecahan $fact): string
    {
        $text = $fact instanceof Pecahan ? Text::number($fact) : (string) $fact;
        return (string) preg_replace_callback(
            '/' . Data::file('bacaan')['obeyed'] . '/u',
            static fn (array $found): string => sprintf('<U+%04X>', self::point($found[0])),
            $text,
        );
    }

    /** The number of a sign in Unicode, without mbstring. */
    private static function point(string $sign): int
    {
        $point = 0;
        foreach (str_split($sign) as $at => $byte) {
            $point = $at > 0 ? $point << 6 | ord($byte) & 63 : ord($byte) & (strlen($sign) > 1 ? 127 >> strlen($sign) : 127);
        }
        return $point;
    }
}
