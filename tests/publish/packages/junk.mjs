/* Calls every function of a package with what nobody should hand in: node junk.mjs MODULE COUNT
 *
 * As JSON: how many calls were made, and what was thrown that is not the package's own error. */
const [module, count] = process.argv.slice(2);
const paket = await import(module);

let state = 7;
const below = (limit) => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor((state / 2147483648) * limit);
};
const JUNK = [
  undefined, null, "", "x", 5, 5n, NaN, true, [], {}, [1], { a: 1 }, Symbol("s"), () => 1, "1/0", -1,
  Infinity, new Date(0), { konflik: Symbol("q") }, { rumus: 5 }, { rumus: "a", kebijakan: [null] },
  [{}], [null], { tahun: 2024n }, { wilayah: {} }, { bahasa: "fr" }, { target: [] }, { min: "x" },
  { bahasa: "en" }, Object.create(null), { kebijakan: 5, rumus: "realisasi" }, { min: 1 },
  { rumus: "realisasi", batas: 5, desimal: "x" }, { min: 1, maks: "z" }, { desimal: 3.5 },
  "maksimalkan", "KBP-WAS-02", "\u0000", "a".repeat(1e5), { wilayah: Object.create(null) },
];
const NAMED = ["hitung", "capaian", "setahun", "definisi"];
const functions = Object.keys(paket).filter((name) => /^[a-z]/.test(name) && name !== "katalog");
const thrown = new Set();
for (let call = 0; call < count; call += 1) {
  const name = functions[below(functions.length)];
  const given = Array.from({ length: below(5) }, () => JUNK[below(JUNK.length)]);
  if (NAMED.includes(name) && below(2)) given[0] = "KBP-WAS-02";
  try {
    paket[name](...given);
  } catch (problem) {
    if (!(problem instanceof paket.GalatIku)) thrown.add(`${name}: ${problem}`);
  }
}
console.log(JSON.stringify({ functions, thrown: [...thrown] }));
