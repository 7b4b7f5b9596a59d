// Menjalankan vektor kesesuaian skala dengan BigInt: node skala.mjs FOLDER_VEKTOR
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Membaca "60", "50.46" atau "599999/10000" sebagai [pembilang, penyebut], tanpa pecahan biner. */
function baca(teks) {
  const [atas, bawah = "1"] = teks.split("/");
  const [bulat, desimal = ""] = atas.split(".");
  return [BigInt(bulat + desimal), BigInt(bawah) * 10n ** BigInt(desimal.length)];
}

/** Membandingkan dua angka: negatif, nol, atau positif. */
function banding(a, b) {
  const selisih = baca(a)[0] * baca(b)[1] - baca(b)[0] * baca(a)[1];
  return selisih < 0n ? -1 : selisih > 0n ? 1 : 0;
}

/** Memilih kelas sebuah nilai; null bila tidak ada kelas yang memuatnya. */
function kelas(nilai, skala) {
  const memuat = ({ dari, dari_termasuk, sampai, sampai_termasuk }) =>
    (dari === null || banding(nilai, dari) > (dari_termasuk ? -1 : 0)) &&
    (sampai === null || banding(nilai, sampai) < (sampai_termasuk ? 1 : 0));
  return skala.find(memuat)?.label ?? null;
}

const folder = join(process.argv[2], "skala");
let [cocok, berbeda] = [0, 0];
for (const nama of readdirSync(folder)) {
  const isi = JSON.parse(readFileSync(join(folder, nama), "utf8"));
  for (const kasus of isi.kasus) {
    if (kelas(kasus.nilai, isi.kelas) === kasus.kelas) cocok += 1;
    else berbeda += 1;
  }
}
console.log(`${cocok} cocok, ${berbeda} berbeda`);
process.exit(berbeda > 0 ? 1 : 0);
