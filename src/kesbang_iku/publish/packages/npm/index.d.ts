/**
 * Standar indikator kinerja Kesbangpol: definisi, nilai, dan capaian, tepat sampai angka terakhir.
 *
 * Semua angka dalam jawaban berupa teks ("85.00"), supaya tidak dibulatkan di jalan.
 * Every number in an answer is a text ("85.00"), so that nothing rounds it on the way.
 */

/** Angka yang diberikan: bilangan, bigint, pecahan eksak, atau teks seperti "1.234,56"; null dan NaN berarti tidak ada. */
export type Angka = number | bigint | string | Pecahan | null | undefined;

/** Pecahan eksak, dibuat dengan `eksak`. */
export declare class Pecahan {
  private constructor();
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** "85" atau "850/9". */
  toString(): string;
}

export type Bahasa = "id" | "en";
export type Tingkat = "nasional" | "provinsi" | "kabupaten" | "kota";
export type Status = "lengkap" | "belum_lengkap" | "tidak_terdefinisi" | "tidak_berlaku" | "ditolak";
export type Polaritas = "maksimalkan" | "minimalkan" | "stabilkan";

export interface Opsi {
  /** Angka, rentang "81,69–85,23", batas "≥ 80", atau nama kelas. */
  target?: Angka;
  /** Variabel periode sebelumnya. */
  sebelumnya?: Record<string, Angka> | null;
  /** Kode Kemendagri: "62.71" atau "6271"; "0" untuk Indonesia. Tingkatnya mengikuti. */
  wilayah?: string | number | null;
  tingkat?: Tingkat | null;
  /** Menentukan versi yang berlaku, bila kodenya tanpa "@versi". */
  tahun?: number | null;
  /** "tahunan", "triwulan-1", "semester-2", "bulan-03", … */
  periode?: string;
  /** Cara angka dalam teks ditulis; tanpa ini yang dapat dibaca dua cara ditolak. */
  format_angka?: Bahasa | null;
  /** Bahasa kalimatnya; bawaannya "id". */
  bahasa?: Bahasa;
}

/** Sesuatu yang perlu dikatakan tentang masukan; `kode` sama dengan kode temuan kesbang-iku. */
export interface Temuan {
  kode: string;
  tingkat: "galat" | "peringatan" | "info";
  pesan: string;
  saran: string;
}

export interface Hasil {
  kode: string;
  versi: string;
  nama: string;
  wilayah: string | null;
  tingkat: Tingkat | null;
  tahun: number | null;
  periode: string;
  status: Status;
  asal: "dihitung" | "rilis" | "tercetak" | null;
  /** Nilai terbit dengan desimalnya, "85.00"; null bila tidak ada nilai, apa pun sebabnya. */
  nilai: string | null;
  nilai_eksak: string | null;
  satuan: string;
  /** Nilai terendah dan tertinggi yang mungkin. */
  batas: { readonly min: string | null; readonly maks: string | null };
  kategori: string | null;
  target: string | null;
  /** Capaian dalam persen dengan desimalnya, "94.44". */
  capaian: string | null;
  capaian_eksak: string | null;
  capaian_tanpa_batas: string | null;
  metode_capaian: string | null;
  alasan_capaian: string | null;
  tercapai: boolean | null;
  predikat: string | null;
  /** Variabel yang belum ada. */
  kurang: string[];
  alasan: string | null;
  /** Hubungan antarvariabel yang dilanggar. */
  aturan: string[];
  masukan: Record<string, string>;
  sebelumnya: Record<string, string>;
  sidik: string;
  /** Untaian untuk `kesbang-iku verify`; null bila tidak ada nilai. */
  verifikasi: string | null;
  temuan: Temuan[];
}

export interface TemuanSetahun extends Temuan {
  /** Bagian tahun yang dibicarakan; tanpa ini yang dibicarakan tahunnya sendiri. */
  periode?: string;
}

export interface HasilSetahun extends Hasil {
  temuan: TemuanSetahun[];
  /** Dari berapa periode nilai setahun dibuat. */
  cakupan: { melapor: number; seharusnya: number; kurang: string[] };
}

export interface Variabel {
  readonly nama: string;
  readonly label: string;
  readonly satuan: string;
  readonly minimum: string | null;
  readonly maksimum: string | null;
  /** Hanya bilangan bulat yang mungkin. */
  readonly bulat: boolean;
  /** Nilai jadi yang dirilis pemilik indikator. */
  readonly rilis: boolean;
  /** Cara angka periode menjadi angka setahun. */
  readonly waktu: "jumlah" | "rata_rata" | "terakhir" | "maks" | "tidak";
}

export interface Definisi {
  readonly kode: string;
  readonly versi: string;
  readonly nama: string;
  readonly nama_en: string;
  readonly satuan: string;
  readonly desimal: number;
  readonly rentang: { readonly min: string | null; readonly maks: string | null };
  readonly polaritas: Polaritas;
  /** Tingkat pemerintahan yang mempunyai nilai. */
  readonly tingkat: readonly Tingkat[];
  readonly berlaku: { readonly mulai: number | null; readonly selesai: number | null };
  readonly rumus: string | null;
  readonly tanpa_rumus: string | null;
  readonly variabel: readonly Variabel[];
  readonly aturan: readonly { readonly ekspresi: string; readonly pesan: string; readonly pesan_en: string }[];
  readonly capaian: string;
  readonly capaian_rentang: string | null;
  readonly predikat: string | null;
  /** Nama skala menurut tingkat; "" bila sama untuk semua. */
  readonly kategori: Readonly<Record<string, string>>;
  readonly sidik: string;
}

export interface Kelas {
  readonly label: string;
  readonly dari: string | null;
  readonly dari_termasuk: boolean;
  readonly sampai: string | null;
  readonly sampai_termasuk: boolean;
}

export interface Skala {
  readonly nama: string;
  readonly label: string;
  readonly label_en: string;
  readonly kelas: readonly (Kelas & { readonly label_en: string })[];
}

/** Metode capaian dengan rumusnya sebagai teks. */
export interface Metode {
  rumus: string;
  desimal: number;
  batas: { bawah: string | null; atas: string | null };
  kebijakan: { jika: string; capaian: string | null; alasan?: string; alasan_en?: string }[];
}

export interface CapaianMetode {
  capaian: string | null;
  capaian_eksak: string | null;
  capaian_tanpa_batas: string | null;
  alasan: string | null;
}

export type Bacaan =
  | { bentuk: "bilangan"; nilai: string; satuan: string | null; temuan: Temuan[] }
  | { bentuk: "rentang"; min: string; maks: string; satuan: string | null; temuan: Temuan[] }
  | { bentuk: "batas"; tanda: "<" | "<=" | ">" | ">="; nilai: string; satuan: string | null; temuan: Temuan[] }
  | { bentuk: "kata"; kata: string; temuan: Temuan[] }
  | { bentuk: "hilang"; temuan: Temuan[] }
  | { bentuk: "galat"; temuan: Temuan[] };

export type NilaiRumus =
  | { bentuk: "bilangan"; nilai: string; terbit: string | null; temuan: Temuan[] }
  | { bentuk: "syarat"; benar: boolean; temuan: Temuan[] }
  | { bentuk: "hilang"; hilang: string[]; temuan: Temuan[] }
  | { bentuk: "tak_terdefinisi"; tak_terdefinisi: string; alasan: string; temuan: Temuan[] }
  | { bentuk: "galat"; temuan: Temuan[] };

/** Permintaan yang keliru: kode, variabel, atau pilihan yang tidak dikenal, atau isi yang bukan bilangan. */
export declare class GalatIku extends Error {
  readonly jenis:
    | "kode_tidak_dikenal"
    | "versi_tidak_dikenal"
    | "variabel_tidak_dikenal"
    | "pilihan_tidak_dikenal"
    | "isi_tidak_dikenal"
    | "bukan_bilangan"
    | "tidak_didukung";
  readonly rincian: Readonly<Record<string, unknown>>;
}

/** Nilai sebuah indikator, dan capaiannya bila `opsi.target` diisi. `kode` boleh "KBP-POL-01@2009". */
export declare function hitung(kode: string, variabel: Record<string, Angka>, opsi?: Opsi): Hasil;

/** Capaian dari nilai yang sudah jadi terhadap targetnya. */
export declare function capaian(
  kode: string,
  realisasi: Angka,
  target: Angka,
  opsi?: Omit<Opsi, "target">,
): Hasil;

/** Nilai setahun dari variabel setiap periodenya: `{"triwulan-1": {…}, …}`. */
export declare function setahun(
  kode: string,
  bagian: Record<string, Record<string, Angka>>,
  opsi?: Opsi,
): HasilSetahun;

/** Satu definisi: versi yang disebut, yang berlaku pada `opsi.tahun`, atau yang terbaru. */
export declare function definisi(kode: string, opsi?: Pick<Opsi, "tahun" | "bahasa">): Definisi;

export declare const katalog: {
  readonly versi: string;
  readonly sidik: string;
  /** Versi kesbang-iku yang membuat paket ini. */
  readonly pustaka: string;
  readonly kode: readonly string[];
  readonly definisi: readonly Definisi[];
  readonly metode: readonly string[];
  readonly skala: Readonly<Record<string, Skala>>;
};

/** Membaca angka sebagaimana orang menulisnya, tanpa menebak. */
export declare function baca(
  teks: string | null,
  opsi?: { format_angka?: Bahasa | null; min?: Angka; maks?: Angka; bulat?: boolean; bahasa?: Bahasa },
): Bacaan;

/** Membulatkan sekali, setengah menjauhi nol. */
export declare function bulatkan(angka: Exclude<Angka, null | undefined>, desimal: number): string;

/** Bilangan eksak dari "17/20", "85.23", bilangan, atau bigint. */
export declare function eksak(angka: number | bigint | string | Pecahan): Pecahan;

/** Nilai sebuah rumus dalam bahasa rumus standar ini. */
export declare function evaluasi(
  rumus: string,
  variabel: Record<string, Angka>,
  opsi?: { sebelumnya?: Record<string, Angka>; desimal?: number | null; bahasa?: Bahasa },
): NilaiRumus;

/** Capaian menurut sebuah metode: nama metode standar, atau metode dengan rumusnya. */
export declare function capaianMetode(
  metode: string | Metode,
  realisasi: Exclude<Angka, null | undefined>,
  target: Exclude<Angka, null | undefined> | { min: Exclude<Angka, null | undefined>; maks: Exclude<Angka, null | undefined> },
): CapaianMetode;

/** Kelas sebuah nilai menurut sebuah skala; null bila tidak ada kelas yang memuatnya. */
export declare function kelas(
  nilai: Exclude<Angka, null | undefined>,
  skala: string | readonly Kelas[],
): string | null;
