// Menjawab kasus kesesuaian taraf capaian dengan BigInt: kesbang-iku conform --taraf capaian -- node examples/kesesuaian/adaptor.mjs
import { createInterface } from "node:readline";

/** Pecahan eksak [pembilang, penyebut], penyebutnya positif. */
const pecahan = (p, q) => {
  if (q === 0n) throw new RangeError("pembagian nol");
  return q < 0n ? [-p, -q] : [p, q];
};

/** Membaca "60", "50.46" atau "599999/10000", tanpa pecahan biner. */
function baca(teks) {
  const [atas, bawah = "1"] = teks.split("/");
  const [bulat, desimal = ""] = atas.split(".");
  return pecahan(BigInt(bulat + desimal), BigInt(bawah) * 10n ** BigInt(desimal.length));
}

/** Menulis dengan sekian desimal: dibulatkan sekali, setengah menjauhi nol. */
function terbit([p, q], desimal) {
  const mutlak = p < 0n ? -p : p;
  const angka = (mutlak * 10n ** BigInt(desimal) * 2n + q) / (2n * q);
  const teks = String(angka).padStart(desimal + 1, "0");
  const titik = desimal ? `${teks.slice(0, -desimal)}.${teks.slice(-desimal)}` : teks;
  return (p < 0n && angka ? "-" : "") + titik;
}

const banding = ([p, q], [r, s]) => (p * s < r * q ? -1 : p * s > r * q ? 1 : 0);
const OPERASI = {
  atau: [1, (a, b) => a() || b()],
  dan: [2, (a, b) => a() && b()],
  "=": [3, (a, b) => banding(a(), b()) === 0],
  "!=": [3, (a, b) => banding(a(), b()) !== 0],
  "<": [3, (a, b) => banding(a(), b()) < 0],
  "<=": [3, (a, b) => banding(a(), b()) <= 0],
  ">": [3, (a, b) => banding(a(), b()) > 0],
  ">=": [3, (a, b) => banding(a(), b()) >= 0],
  "+": [4, (a, b) => dua(a(), b(), ([p, q], [r, s]) => pecahan(p * s + r * q, q * s))],
  "-": [4, (a, b) => dua(a(), b(), ([p, q], [r, s]) => pecahan(p * s - r * q, q * s))],
  "*": [5, (a, b) => dua(a(), b(), ([p, q], [r, s]) => pecahan(p * r, q * s))],
  "/": [5, (a, b) => dua(a(), b(), ([p, q], [r, s]) => pecahan(p * s, q * r))],
};
const dua = (a, b, hitung) => hitung(a, b);
const FUNGSI = {
  abs: (v, isi) => isi[0](v).map((n) => (n < 0n ? -n : n)),
  jika: (v, isi) => (isi[0](v) ? isi[1](v) : isi[2](v)), // cabang lain tidak dihitung
};

/** Mengurai rumus menjadi fungsi atas variabelnya. */
function urai(rumus) {
  const kata = rumus.match(/[a-z]\w*|[0-9.]+|[<>!]=|[-+*/()<>=,]/g);
  const ungkapan = (batas = 1) => {
    const k = kata.shift();
    let kiri;
    if (k === "-") {
      const isi = ungkapan(6);
      kiri = (v) => [-isi(v)[0], isi(v)[1]];
    } else if (k === "(") {
      kiri = ungkapan();
      kata.shift();
    } else if (kata[0] === "(") {
      const isi = [];
      do {
        kata.shift(); // kurung buka atau koma
        isi.push(ungkapan());
      } while (kata[0] === ",");
      kata.shift();
      kiri = (v) => FUNGSI[k](v, isi);
    } else kiri = (v) => v[k] ?? baca(k);
    while (kata.length && OPERASI[kata[0]]?.[0] >= batas) {
      const [ikatan, hitung] = OPERASI[kata.shift()];
      const [a, b] = [kiri, ungkapan(ikatan + 1)];
      kiri = (v) => hitung(() => a(v), () => b(v));
    }
    return kiri;
  };
  return ungkapan();
}

/** Capaian menurut sebuah metode, sebelum dibulatkan; null bila tidak terdefinisi. */
function capaian(metode, nilai) {
  for (const { jika, capaian: tetap } of metode.kebijakan)
    if (urai(jika)(nilai)) return tetap === null ? null : urai(tetap)(nilai);
  try {
    const hasil = urai(metode.rumus)(nilai);
    const bawah = metode.batas.bawah;
    return bawah !== null && banding(hasil, baca(bawah)) < 0 ? baca(bawah) : hasil;
  } catch (salah) {
    if (salah instanceof RangeError) return null; // tidak terdefinisi, bukan nol
    throw salah;
  }
}

/** Kelas yang memuat sebuah nilai; null bila tidak ada. */
function kelas(nilai, skala) {
  const memuat = ({ dari, dari_termasuk, sampai, sampai_termasuk }) =>
    (dari === null || banding(nilai, baca(dari)) > (dari_termasuk ? -1 : 0)) &&
    (sampai === null || banding(nilai, baca(sampai)) < (sampai_termasuk ? 1 : 0));
  return skala.find(memuat)?.label ?? null;
}

function jawab(kasus) {
  if (kasus.jenis === "bulat") return { terbit: terbit(baca(kasus.angka), kasus.desimal) };
  if (kasus.jenis === "skala") return { kelas: kelas(baca(kasus.nilai), kasus.batas_kelas) };
  if (kasus.jenis !== "capaian") return { galat: "di luar contoh ini" };
  const { target, metode, batas_kelas: skala = [] } = kasus;
  const nilai = { realisasi: baca(kasus.realisasi) };
  if (typeof target === "string") nilai.target = baca(target);
  else for (const ujung of ["min", "maks"]) nilai[`target_${ujung}`] = baca(target[ujung]);
  const hasil = capaian(metode, nilai);
  const teks = hasil && terbit(hasil, metode.desimal);
  return { capaian: teks, predikat: teks && kelas(baca(teks), skala) };
}

for await (const baris of createInterface({ input: process.stdin })) {
  const kasus = JSON.parse(baris);
  console.log(JSON.stringify({ id: kasus.id, ...jawab(kasus) }));
}
