/* Answers conformance cases, one a line: kesbang-iku conform -- node node_modules/kesbang-iku/kesesuaian.mjs
 *
 * Levels: angka, rumus, capaian, periode, indeks. Files are not validated here (level validasi).
 */
import { createInterface } from "node:readline";
import { baca, bulatkan, capaianMetode, eksak, evaluasi, hitung, kelas, setahun } from "./index.mjs";

const exactly = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, eksak(value)]));

const ANSWERS = {
  angka({ teks, ...field }) {
    const { bentuk, nilai, min, maks, tanda, kata, temuan } = baca(teks, field);
    const told = {
      bilangan: { nilai },
      rentang: { rentang: { min, maks } },
      batas: { batas: { tanda, nilai } },
      kata: { kata },
      hilang: { hilang: true },
      galat: { galat: temuan[0]?.kode },
    };
    return told[bentuk];
  },
  bulat: ({ angka, desimal }) => ({ terbit: bulatkan(angka, desimal) }),
  rumus({ rumus, variabel, sebelumnya, desimal = 0 }) {
    const { bentuk, temuan, ...told } = evaluasi(rumus, variabel, { sebelumnya, desimal });
    return bentuk === "galat" ? { galat: temuan[0].kode } : told;
  },
  indikator: ({ kode, versi, variabel, wilayah, tahun }) =>
    hitung(`${kode}@${versi}`, exactly(variabel), { wilayah, tahun }),
  capaian({ metode, realisasi, target, batas_kelas: classes }) {
    const { capaian } = capaianMetode(metode, realisasi, target);
    return { capaian, predikat: capaian === null || !classes ? null : kelas(capaian, classes) };
  },
  skala: ({ nilai, batas_kelas: classes }) => ({ kelas: kelas(nilai, classes) }),
  periode({ kode, versi, tahun, bagian }) {
    const { nilai } = setahun(`${kode}@${versi}`, bagian, { tahun });
    return { nilai };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, taraf, jenis, banding, ...asked } = JSON.parse(line);
  const answer = ANSWERS[jenis];
  console.log(JSON.stringify({ id, ...(answer ? answer(asked) : { galat: "di luar paket ini" }) }));
}
