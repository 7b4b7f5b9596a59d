<?php

declare(strict_types=1);

namespace KesbangIku;

/** Hasil satu indikator. Angka berbentuk teks, tepat seperti diterbitkan ("85.00"). */
final class Hasil implements \JsonSerializable
{
    /**
     * @param string $status `lengkap`, `belum_lengkap`, `tidak_terdefinisi`, `tidak_berlaku`, `ditolak`
     * @param ?string $asal `dihitung`, `rilis`, atau `tercetak`
     * @param ?string $nilai seperti diterbitkan; null bila tidak ada nilai, tidak pernah 0
     * @param ?string $nilaiEksak sebelum dibulatkan: "85" atau "7126841/100000"
     * @param ?string $kategori kelas nilainya
     * @param ?string $target seperti dibaca
     * @param ?string $capaian dalam persen, seperti diterbitkan
     * @param ?string $predikat kelas capaiannya
     * @param list<string> $kurang variabel yang belum ada
     * @param ?string $alasan mengapa tidak ada nilai
     * @param array{min: ?string, maks: ?string} $batas batas nilai yang mungkin
     * @param array<string, string> $masukan angka yang dibaca, eksak
     * @param array<string, string> $sebelumnya angka periode sebelumnya, eksak
     * @param list<Temuan> $temuan
     * @param ?array{melapor: int, seharusnya: int, kurang: list<string>} $cakupan bagian-bagian tahun
     *     yang melapor, pada hasil `setahun`
     * @param string $sidik sidik definisinya
     */
    public function __construct(
        public readonly string $kode,
        public readonly string $versi,
        public readonly string $nama,
        public readonly string $satuan,
        public readonly ?string $wilayah,
        public readonly ?string $tingkat,
        public readonly ?int $tahun,
        public readonly string $periode,
        public readonly string $status,
        public readonly ?string $asal,
        public readonly ?string $nilai,
        public readonly ?string $nilaiEksak,
        public readonly ?string $kategori,
        public readonly ?string $target,
        public readonly ?string $capaian,
        public readonly ?string $capaianEksak,
        public readonly ?string $capaianTanpaBatas,
        public readonly ?string $metodeCapaian,
        public readonly ?string $alasanCapaian,
        public readonly ?bool $tercapai,
        public readonly ?string $predikat,
        public readonly array $kurang,
        public readonly ?string $alasan,
        public readonly array $batas,
        public readonly array $masukan,
        public readonly array $sebelumnya,
        public readonly array $temuan,
        public readonly ?array $cakupan,
        public readonly string $sidik,
    ) {
    }

    /** Baris verifikasi, yang dapat dihitung ulang bertahun-tahun kemudian; null bila tidak ada nilai. */
    public function verifikasi(): ?string
    {
        if ($this->nilai === null) {
            return null;
        }
        $time = ($this->tahun ?? '-') . ($this->periode === 'tahunan' ? '' : "-$this->periode");
        $parts = [
            rawurlencode($this->kode) . '@' . rawurlencode($this->versi),
            rawurlencode($this->wilayah ?? $this->tingkat ?? '-'),
            $time,
            $this->asal === 'tercetak' ? '' : implode(';', [...self::pairs($this->masukan, ''), ...self::pairs($this->sebelumnya, '-')]),
        ];
        if ($this->target !== null) {
            $parts[] = 't=' . rawurlencode($this->target);
        }
        $parts[] = "v=$this->nilai";
        if ($this->capaian !== null) {
            $parts[] = "c=$this->capaian";
        }
        $parts[] = substr(explode(':', $this->sidik)[1], 0, 8);
        return Data::file('katalog')['awalan'] . implode('/', $parts);
    }

    /** @return array<string, mixed> dengan kunci seperti jawaban JSON kesbang-iku */
    public function jsonSerialize(): array
    {
        $keys = [];
        foreach (get_object_vars($this) as $name => $value) {
            // Numbers by their names are an object, where there are none, too.
            $told = $name === 'masukan' || $name === 'sebelumnya' ? (object) $value : $value;
            $keys[strtolower((string) preg_replace('/[A-Z]/', '_$0', $name))] = $told;
        }
        return $keys + ['verifikasi' => $this->verifikasi()];
    }

    /**
     * @param array<string, string> $numbers
     * @return list<string>
     */
    private static function pairs(array $numbers, string $mark): array
    {
        $pairs = [];
        foreach ($numbers as $name => $number) {
            $pairs[] = "$mark$name=" . rawurlencode(Text::plain(Pecahan::written($number)));
        }
        return $pairs;
    }
}
