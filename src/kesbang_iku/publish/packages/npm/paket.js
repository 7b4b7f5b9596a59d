/* What the package offers: definitions, values and achievements, in the words of the standard.
 *
 * The engine below knows no catalog; here stands which definition is meant, what may be handed in,
 * and how an answer is told. The standard (`kesbangIku.standar`) and every sentence
 * (`kesbangIku.kata`, `kesbangIku.findings`) come from the library.
 */
(function (iku) {
  "use strict";

  const { Rational, Missing, Undefined, standar, kata } = iku;

  // -------------------------------------------------------------------------------------- errors

  /** What a program asked wrongly: a code, a name, a choice, or something that is no number. */
  class GalatIku extends Error {
    constructor(jenis, pesan, rincian = {}) {
      super(pesan);
      this.name = "GalatIku";
      this.jenis = jenis;
      this.rincian = rincian;
    }
  }

  /** Anything that may be handed in, as a text. */
  const textOf = (value) => {
    try {
      return String(value);
    } catch {
      return typeof value; // an object may have no text
    }
  };
  const filled = (text, facts) =>
    text.replace(/\{(\w+)\}/g, (_, name) => textOf(facts[name]).slice(0, 200));
  const wrong = (jenis, facts, bahasa) =>
    new GalatIku(jenis, filled(kata[jenis][bahasa === "en" ? "en" : "id"], facts), facts);

  // --------------------------------------------------------------------------------- definitions

  const frozen = (value) => {
    if (value && typeof value === "object" && !Object.isFrozen(value)) {
      Object.freeze(value);
      Object.values(value).forEach(frozen);
    }
    return value;
  };
  frozen(standar);
  const code = (calls) => calls && iku.translated(calls);
  const named = (table, name) => (name === null ? null : table[name]);
  const own = (table, name) =>
    Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;

  const methods = {};
  for (const [name, method] of Object.entries(standar.metode)) {
    methods[name] = {
      ...method,
      rumus: code(method.rumus),
      kebijakan: method.kebijakan.map((one) => ({
        ...one, jika: code(one.jika), capaian: code(one.capaian),
      })),
    };
  }

  /** A definition as the engine takes it: its formulas as code, its methods and scales put in. */
  const prepared = (definition) => ({
    ...definition,
    rumus: code(definition.rumus),
    rumus_hitung: code(definition.rumus_hitung),
    aturan: definition.aturan.map((one) => ({ ...one, jika: code(one.jika) })),
    tak_terdefinisi: definition.tak_terdefinisi.map((one) => ({ ...one, jika: code(one.jika) })),
    capaian: methods[definition.capaian],
    capaian_rentang: named(methods, definition.capaian_rentang),
    predikat: named(standar.skala, definition.predikat),
    kategori: Object.fromEntries(
      Object.entries(definition.kategori).map(([level, name]) => [level, standar.skala[name]]),
    ),
  });

  /** What is told of a definition. */
  const told = (one) => ({
    kode: one.kode,
    versi: one.versi,
    nama: one.nama,
    nama_en: one.nama_en,
    satuan: one.satuan,
    desimal: one.desimal,
    rentang: one.rentang,
    polaritas: one.polaritas,
    tingkat: one.ada,
    berlaku: one.berlaku,
    rumus: one.rumus_teks,
    tanpa_rumus: one.tanpa_rumus,
    variabel: one.variabel.map(({ nama, label, satuan, minimum, maksimum, bulat, rilis, waktu }) => ({
      nama, label, satuan, minimum, maksimum, bulat, rilis, waktu,
    })),
    aturan: one.aturan.map(({ ekspresi, pesan, pesan_en }) => ({ ekspresi, pesan, pesan_en })),
    capaian: one.capaian,
    capaian_rentang: one.capaian_rentang,
    predikat: one.predikat,
    kategori: one.kategori,
    sidik: one.sidik,
  });

  const versions = new Map();
  for (const content of standar.definisi) {
    const known = versions.get(content.kode) ?? [];
    known.push({ content, engine: prepared(content), told: null });
    versions.set(content.kode, known);
  }
  const tellOf = (found) => (found.told = found.told ?? frozen(told(found.content)));

  const holds = ({ mulai, selesai }, year) =>
    (mulai === null || year >= mulai) && (selesai === null || year <= selesai);

  /** The definition of `KODE` or `KODE@versi`: of a code alone the one in force, else the newest. */
  function find(reference, year, bahasa) {
    if (typeof reference !== "string") {
      throw wrong("kode_tidak_dikenal", { kode: textOf(reference), versi: standar.katalog.versi }, bahasa);
    }
    const [kode, versi, ...rest] = reference.trim().split("@");
    const known = versions.get(kode.trim().toUpperCase());
    if (!known || rest.length) {
      throw wrong("kode_tidak_dikenal", { kode: reference, versi: standar.katalog.versi }, bahasa);
    }
    if (versi === undefined) {
      const inForce = year === null ? undefined : known.find((one) => holds(one.content.berlaku, year));
      return inForce ?? known[known.length - 1];
    }
    const found = known.find((one) => one.content.versi === versi.trim());
    if (found) return found;
    const ada = known.map((one) => `${one.content.kode}@${one.content.versi}`).join(", ");
    throw wrong("versi_tidak_dikenal", { kode, versi, ada }, bahasa);
  }

  // ------------------------------------------------------------------------------------- numbers

  /** An exact number: of a text such as "17/20" or "85.23", a whole number, or a bigint. */
  function eksak(value) {
    if (typeof value === "number" && !isInReach(value)) {
      throw wrong("bukan_bilangan", { nama: "eksak", isi: value });
    }
    try {
      return Rational.of(typeof value === "number" ? shortest(value) : value);
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem;
      throw wrong("bukan_bilangan", { nama: "eksak", isi: textOf(value) });
    }
  }

  /** Whether a binary number has a power of ten of at most 30, as the library and PHP's package ask. */
  const isInReach = (value) => value === 0 || (Math.abs(value) >= 1e-30 && Math.abs(value) < 1e31);

  /** A binary number as the shortest decimal that names it: 0.1 is one tenth. */
  function shortest(value) {
    const [digits, exponent = "0"] = String(value).split("e");
    const power = Number(exponent);
    if (!power) return digits;
    const [whole, decimals = ""] = digits.split(".");
    if (power > 0) return whole + decimals.padEnd(power, "0");
    const sign = whole.startsWith("-") ? "-" : "";
    return `${sign}0.${"0".repeat(-power - 1)}${whole.replace("-", "")}${decimals}`;
  }

  /** What a program hands in as a number: a text stays one, null and NaN are missing. */
  function given(value, nama, bahasa) {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (typeof value === "string" || value instanceof Rational) return value;
    if (typeof value === "bigint") return new Rational(value);
    if (typeof value === "number" && isInReach(value)) return Rational.of(shortest(value));
    throw wrong("bukan_bilangan", { nama, isi: typeof value === "number" ? value : typeof value }, bahasa);
  }

  function givenAll(values, definition, bahasa) {
    if (values === null || values === undefined) return {};
    if (typeof values !== "object" || Array.isArray(values)) {
      throw wrong("bukan_bilangan", { nama: "variabel", isi: typeof values }, bahasa);
    }
    const known = definition.variabel.map((one) => one.nama);
    const found = {};
    for (const [name, value] of Object.entries(values)) {
      if (!known.includes(name)) {
        const facts = { kode: definition.kode, variabel: name, ada: known.join(", ") };
        throw wrong("variabel_tidak_dikenal", facts, bahasa);
      }
      found[name] = given(value, name, bahasa);
    }
    return found;
  }

  // ------------------------------------------------------------------------------------- choices

  const CHOICES = ["target", "sebelumnya", "wilayah", "tingkat", "tahun", "periode", "format_angka", "bahasa"];
  const PERIOD = /^(?:tahunan|(?:sd-)?([a-z]+)-(\d{1,2}))$/;
  const levelOf = new Map();
  for (const [level, codes] of Object.entries(standar.wilayah)) {
    for (const one of codes) levelOf.set(one, level);
  }

  /** The language of an answer and the form of numbers, and what refuses other choices in it. */
  function spokenIn({ bahasa: spoken, format_angka: format = null }) {
    const bahasa = spoken ?? "id";
    const refuse = (nama, isi) => wrong("isi_tidak_dikenal", { nama, isi }, bahasa);
    if (!["id", "en"].includes(bahasa)) throw refuse("bahasa", bahasa);
    if (format !== null && !["id", "en"].includes(format)) throw refuse("format_angka", format);
    return { bahasa, format, refuse };
  }

  /** The choices of a call, each of them known and in its form. */
  function choicesOf(opsi) {
    const chosen = opsi ?? {};
    const { bahasa, format, refuse } = spokenIn(chosen);
    for (const name of Object.keys(chosen)) {
      if (!CHOICES.includes(name)) {
        throw wrong("pilihan_tidak_dikenal", { pilihan: name, ada: CHOICES.join(", ") }, bahasa);
      }
    }
    const { tahun = null, periode = "tahunan", sebelumnya } = chosen;
    if (tahun !== null && !(Number.isInteger(tahun) && tahun >= 1945 && tahun <= 2100)) {
      throw refuse("tahun", tahun);
    }
    if (partOf(periode) === undefined) throw refuse("periode", periode);
    const tertulis = chosen.wilayah ?? null;
    const wilayah = regionOf(tertulis, refuse);
    const tingkat = wilayah === null ? (chosen.tingkat ?? null) : levelOf.get(wilayah);
    if (tingkat !== null && !own(standar.wilayah, tingkat)) {
      throw refuse("tingkat", tingkat);
    }
    if (wilayah !== null && chosen.tingkat && chosen.tingkat !== tingkat) {
      throw refuse("tingkat", chosen.tingkat);
    }
    const target = given(chosen.target, "target", bahasa);
    return { target, sebelumnya, tertulis, wilayah, tingkat, tahun, periode, format, bahasa };
  }

  /** The code of a region, with its point, for `"62.71"`, `"6271"` or 62. */
  function regionOf(written, refuse) {
    if (written === null) return null;
    const text = textOf(written).trim();
    const pointed = /^\d{4}$/.test(text) ? `${text.slice(0, 2)}.${text.slice(2)}` : text;
    if (!levelOf.has(pointed)) throw refuse("wilayah", written);
    return pointed;
  }

  /** The part of the year that a period is; null for a whole year, undefined for none. */
  function partOf(periode) {
    const found = typeof periode === "string" ? PERIOD.exec(periode) : null;
    if (!found) return undefined;
    if (periode === "tahunan") return null;
    const [, kind, written] = found;
    const count = own(standar.periode, kind);
    const number = Number(written);
    const inForm = written.length === (kind === "bulan" ? 2 : 1);
    if (!count || !inForm || number < 1 || number > count) return undefined;
    if (!periode.startsWith("sd-")) return { kind, number, cumulative: false, count };
    // What runs up to the end of the second quarter is the first half of the year.
    const same = Object.entries(standar.periode).find((one) => one[1] * number === count);
    return same
      ? { kind: same[0], number: 1, cumulative: false, count: same[1] }
      : { kind, number, cumulative: true, count };
  }

  // ------------------------------------------------------------------------------------- results

  const text = (value) => (value === null || value === undefined ? null : value.toString());
  const texts = (values) =>
    Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, text(value)]));

  /** A finding in one language. */
  const findingOf = (found, bahasa) => ({
    kode: found.code,
    tingkat: found.level,
    pesan: found.message[bahasa],
    saran: found.hint[bahasa],
  });

  function asTold(definition, choices, found) {
    const { bahasa } = choices;
    const held = found.achievement;
    const nilai = found.published ?? null;
    const origin = found.printed !== undefined ? "tercetak" : found.released ? "rilis" : "dihitung";
    const hasil = {
      kode: definition.kode,
      versi: definition.versi,
      nama: bahasa === "en" ? definition.nama_en : definition.nama,
      wilayah: choices.wilayah,
      tingkat: choices.tingkat,
      tahun: choices.tahun,
      periode: choices.periode,
      status: found.status,
      asal: nilai === null ? null : origin,
      nilai,
      nilai_eksak: nilai === null ? null : text(found.exact),
      satuan: definition.satuan,
      batas: definition.rentang,
      kategori: found.category?.label ?? null,
      target: held?.goal.text ?? null,
      capaian: held?.published ?? null,
      capaian_eksak: text(held?.exact),
      capaian_tanpa_batas: held?.unlimited ?? null,
      metode_capaian: held?.method.nama ?? null,
      alasan_capaian: held?.reason?.[bahasa] ?? null,
      tercapai: held?.reached ?? null,
      predikat: held?.category?.label ?? null,
      kurang: [...found.missing],
      alasan: found.reason?.[bahasa] ?? null,
      aturan: found.findings.map((one) => one.facts.ekspresi).filter(Boolean),
      masukan: texts(found.values),
      sebelumnya: texts(found.previous),
      sidik: definition.sidik,
      verifikasi: null,
      temuan: found.findings.map((one) => findingOf(one, bahasa)),
    };
    if (nilai !== null) hasil.verifikasi = statement(definition, hasil, found);
    return hasil;
  }

  const quoted = (part) =>
    encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

  /** What a result states, as one line that can be printed beside it and recomputed years later. */
  function statement(definition, hasil, found) {
    const printed = hasil.asal === "tercetak";
    const pairs = (values, mark) =>
      Object.entries(printed ? {} : values ?? {}).map(
        ([name, value]) => `${mark}${name}=${quoted(iku.plainText(value, "."))}`,
      );
    const year = hasil.tahun === null ? "-" : String(hasil.tahun);
    return standar.awalan + [
      `${quoted(hasil.kode)}@${quoted(hasil.versi)}`,
      quoted(hasil.wilayah ?? hasil.tingkat ?? "-"),
      hasil.periode === "tahunan" ? year : `${year}-${hasil.periode}`,
      [...pairs(found.values, ""), ...pairs(found.previous, "-")].join(";"),
      ...(hasil.target === null ? [] : [`t=${quoted(hasil.target)}`]),
      `v=${hasil.nilai}`,
      ...(hasil.capaian === null ? [] : [`c=${hasil.capaian}`]),
      definition.sidik8,
    ].join("/");
  }

  // ----------------------------------------------------------------------------------- computing

  /** Why a definition does not apply, as a finding; null where it does. */
  function whyNot(definition, { tahun, tingkat }) {
    const { kode, versi, berlaku, masa, ada, diestimasi } = definition;
    if (tahun !== null && !holds(berlaku, tahun)) {
      return iku.finding("VERSION_OF_OTHER_YEARS", { kode, versi, masa, tahun });
    }
    if (tingkat !== null && !ada.includes(tingkat)) {
      return iku.finding("NOT_ESTIMATED", { kode, tingkat: kata.tingkat[tingkat], ada: diestimasi });
    }
    return null;
  }

  /** What is said of the region and the time of an item, whatever its numbers are. */
  function* remarks(definition, { tertulis, wilayah, tahun, periode }) {
    if (wilayah !== null) yield* regionRemarks(textOf(tertulis), wilayah, tahun);
    if (periode !== "tahunan" && definition.jarang) {
      yield iku.finding("IKU437", { kode: definition.kode, frekuensi: definition.jarang, periode });
    }
  }

  function* regionRemarks(written, wilayah, tahun) {
    const nama = standar.nama[wilayah];
    const facts = { kode: written.trim(), baku: wilayah, nama };
    const other = own(standar.bps, written.trim());
    if (other) {
      const kind = other.includes(".") ? "CODE_OF_OTHER_SYSTEM" : "PROVINCE_OF_OTHER_SYSTEM";
      yield iku.finding(kind, { ...facts, kode_bps: other, nama_bps: standar.nama[other] });
    } else if (written !== wilayah) yield iku.finding("NORMALISED_CODE", { ...facts, kode: written });
    const [mulai, dasar, kedudukan, induk] = own(standar.berdiri, wilayah) ?? [];
    if (tahun === null || mulai === undefined || tahun >= mulai) return;
    const asal = (language) => (induk ? filled(kata.bagian_dari[language], { asal: induk }) : "");
    yield iku.finding("BEFORE_REGION", {
      nama, wilayah, dasar, mulai, tahun,
      kedudukan: kata.kedudukan[kedudukan], asal: { id: asal("id"), en: asal("en") },
    });
  }

  function computed(reference, opsi, more) {
    const choices = choicesOf(opsi);
    const found = find(reference, choices.tahun, choices.bahasa);
    return { choices, ...found, hasil: () => resultOf(found, choices, more(found, choices)) };
  }

  function resultOf({ content, engine }, choices, input) {
    const said = [...remarks(content, choices)];
    const why = whyNot(content, choices);
    if (why) {
      const nothing = { status: "tidak_berlaku", findings: [...said, why], missing: [], reason: why.message };
      return asTold(content, choices, nothing);
    }
    const found = iku.compute(engine, {
      ...input,
      previous: givenAll(choices.sebelumnya, content, choices.bahasa),
      target: choices.target,
      level: choices.tingkat,
      format: choices.format ?? undefined,
    });
    if (content.sebagian && found.status === "belum_lengkap") {
      throw wrong("tidak_didukung", { kode: content.kode }, choices.bahasa);
    }
    return asTold(content, choices, { ...found, findings: [...said, ...found.findings] });
  }

  /** The value of an indicator, and its achievement where the choices name a target. */
  function hitung(kode, variabel, opsi) {
    return computed(kode, opsi, ({ content }, { bahasa }) => ({
      variables: givenAll(variabel, content, bahasa),
    })).hasil();
  }

  /** The achievement of a value that is told, against a target. */
  function capaian(kode, realisasi, target, opsi) {
    return computed(kode, { ...opsi, target }, (_, { bahasa }) => ({
      printed: given(realisasi, "realisasi", bahasa) ?? undefined,
    })).hasil();
  }

  /** A definition. */
  function definisi(kode, opsi) {
    const { tahun, bahasa } = choicesOf(opsi);
    return tellOf(find(kode, tahun, bahasa));
  }

  // --------------------------------------------------------------------------------------- years

  const periodName = (kind, number) =>
    `${kind}-${kind === "bulan" ? String(number).padStart(2, "0") : number}`;

  /** The value of a year made of the variables of its periods, as each variable adds up. */
  function setahun(kode, bagian, opsi) {
    const { choices, content, engine } = computed(kode, opsi, () => ({}));
    const byKind = new Map();
    const why = notOverTime(content);
    const names = why ? [] : content.setahun_dari;
    const said = [];
    let running = null;
    for (const [periode, variabel] of Object.entries(bagian ?? {})) {
      const part = partOf(periode);
      if (!part) throw wrong("isi_tidak_dikenal", { nama: "periode", isi: periode }, choices.bahasa);
      const variables = givenAll(variabel, content, choices.bahasa);
      const found = iku.compute(engine, { variables, level: choices.tingkat, format: choices.format ?? undefined });
      said.push(...found.findings.map((one) => ({ ...findingOf(one, choices.bahasa), periode })));
      const whole = ["lengkap", "tidak_terdefinisi"].includes(found.status);
      const usable = whole && names.every((name) => found.values[name]);
      if (!part.cumulative) {
        const parts = byKind.get(part.kind) ?? new Map();
        // Of two spellings of one part the first counts, as in the library.
        byKind.set(part.kind, usable ? new Map([[part.number, found.values], ...parts]) : parts);
      } else if (usable && part.number === part.count) running = found.values;
    }
    const made = running ? ofRunningTotal(why, running) : ofParts(content, why, byKind);
    const year = { content, engine };
    const hasil = resultOf(year, choices, made.values ? { variables: made.values } : { unknown: content.setahun_dari });
    hasil.cakupan = made.cakupan;
    if (hasil.status === "tidak_berlaku") return hasil;
    if (made.values) return { ...hasil, temuan: [...hasil.temuan, ...said] };
    const facts = { kode: content.kode, wilayah: choices.wilayah ?? "-", tahun: choices.tahun ?? "-" };
    const told = made.why
      ? iku.finding("YEAR_NEEDS_ITS_OWN_VALUE", { ...facts, sebab: made.why })
      : iku.finding("YEAR_NOT_WHOLE", { ...facts, kurang: made.cakupan.kurang.join(", ") || kata.sebagian_variabel });
    const rest = hasil.temuan.filter((one) => one.kode !== "IKU401");
    const temuan = [findingOf(told, choices.bahasa), ...rest, ...said];
    return { ...hasil, alasan: told.message[choices.bahasa], temuan };
  }

  /** The variables of a definition that a year is made of. */
  function variablesOf(content) {
    return content.setahun_dari.map((name) => content.variabel.find((one) => one.nama === name));
  }

  /** The variable of a definition that neither adds up over the year nor lasts, as a reason. */
  function notOverTime(content) {
    const found = variablesOf(content).find((one) => !["jumlah", "terakhir"].includes(one.waktu));
    if (!found) return null;
    const said = (language) => filled(kata.tidak_menurut_waktu[language], { variabel: found.label });
    return { id: said("id"), en: said("en") };
  }

  function ofRunningTotal(why, values) {
    const cakupan = { melapor: 1, seharusnya: 1, kurang: [] };
    return why ? { cakupan, why } : { cakupan, values };
  }

  function ofParts(content, why, byKind) {
    if (!byKind.size) return { cakupan: { melapor: 0, seharusnya: 0, kurang: [] } };
    const told = [...byKind].filter(([, parts]) => parts.size);
    const made = (told.length ? told : [...byKind]).map(([kind, parts]) => ofKind(content, why, kind, parts));
    const lacking = ({ values, cakupan }) => [values ? 0 : 1, cakupan.kurang.length, -cakupan.seharusnya];
    const byLack = (a, b) => lacking(a).map((one, at) => one - lacking(b)[at]).find(Boolean) ?? 0;
    return made.sort(byLack)[0];
  }

  function ofKind(content, why, kind, parts) {
    const count = standar.periode[kind];
    const numbers = Array.from({ length: count }, (_, at) => at + 1);
    const cakupan = {
      melapor: parts.size,
      seharusnya: count,
      kurang: numbers.filter((one) => !parts.has(one)).map((one) => periodName(kind, one)),
    };
    if (!parts.size) return { cakupan };
    if (why) return { cakupan, why };
    const values = {};
    for (const { nama: name, waktu } of variablesOf(content)) {
      const amounts = numbers.map((one) => parts.get(one)?.[name]);
      if (waktu === "terakhir") values[name] = amounts[count - 1];
      else if (amounts.every(Boolean)) values[name] = amounts.reduce((sum, one) => sum.plus(one));
      if (!values[name]) return { cakupan };
    }
    return { cakupan, values };
  }

  // ----------------------------------------------------------------------------------- the parts

  const isNone = (value) => value === null || value === undefined;
  const bound = (value) => (isNone(value) ? null : eksak(value));

  /** Read a text as people write numbers; `opsi` may hold format_angka, min, maks and bulat. */
  function baca(teks, opsi) {
    const { min, maks, bulat = false, ...spoken } = opsi ?? {};
    const { bahasa, format } = spokenIn(spoken);
    const { value, findings } = iku.readNumber(isNone(teks) ? null : textOf(teks), {
      format: format ?? undefined,
      minimum: bound(min),
      maximum: bound(maks),
      whole: bulat,
    });
    const temuan = findings.map((one) => findingOf(one, bahasa));
    switch (value?.kind) {
      case undefined:
        return { bentuk: "galat", temuan };
      case "number":
        return { bentuk: "bilangan", nilai: text(value.value), satuan: value.unit, temuan };
      case "range":
        return { bentuk: "rentang", min: text(value.low), maks: text(value.high), satuan: value.unit, temuan };
      case "bound":
        return { bentuk: "batas", tanda: value.operator, nilai: text(value.value), satuan: value.unit, temuan };
      case "words":
        return { bentuk: "kata", kata: value.text, temuan };
      default:
        return { bentuk: "hilang", temuan };
    }
  }

  /** Round once, a half away from zero: the published digits. */
  const bulatkan = (angka, desimal) => rounded(eksak(angka), desimal);

  const MOST_DECIMALS = 100;

  const isDecimals = (desimal) =>
    Number.isInteger(desimal) && desimal >= 0 && desimal <= MOST_DECIMALS;

  function rounded(value, desimal) {
    if (isDecimals(desimal)) return iku.roundHalfUp(value, desimal);
    throw wrong("isi_tidak_dikenal", { nama: "desimal", isi: desimal });
  }

  const nodes = new Map();
  const MOST_NODES = 1000; // kept, so that a formula is read once and not for each row

  function nodeOf(rumus) {
    if (!nodes.has(rumus)) {
      if (nodes.size >= MOST_NODES) nodes.clear();
      nodes.set(rumus, iku.translated(iku.parse(rumus)));
    }
    return iku.node(nodes.get(rumus));
  }

  /** The value of a formula in the language of the standard. */
  function evaluasi(rumus, variabel, opsi) {
    const { sebelumnya, desimal = null, ...spoken } = opsi ?? {};
    const { bahasa } = spokenIn(spoken);
    const all = (values) => {
      const present = Object.entries(values ?? {}).filter(([, value]) => !isNone(value));
      return Object.fromEntries(present.map(([name, value]) => [name, eksak(value)]));
    };
    let found;
    try {
      found = nodeOf(textOf(rumus)).value(all(variabel), all(sebelumnya));
    } catch (problem) {
      if (!(problem instanceof iku.FormulaError)) throw problem;
      return { bentuk: "galat", temuan: [findingOf(problem.finding, bahasa)] };
    }
    if (found === true || found === false) return { bentuk: "syarat", benar: found, temuan: [] };
    if (found instanceof Missing) return { bentuk: "hilang", hilang: [...found.names], temuan: [] };
    if (found instanceof Undefined) {
      return { bentuk: "tak_terdefinisi", tak_terdefinisi: found.reason, alasan: iku.reasons[found.reason][bahasa], temuan: [] };
    }
    const terbit = desimal === null ? null : rounded(found, desimal);
    return { bentuk: "bilangan", nilai: text(found), terbit, temuan: [] };
  }

  /** An achievement by a method: one of the standard by its name, or one with formulas as texts. */
  function capaianMetode(metode, realisasi, target) {
    const method = typeof metode === "string" ? own(methods, metode) : methodOf(metode ?? {});
    if (!method) throw wrong("isi_tidak_dikenal", { nama: "metode", isi: metode });
    const goal = isRange(target)
      ? { target_min: eksak(target.min), target_maks: eksak(target.maks) }
      : { target: eksak(target) };
    const found = iku.achieve(method, { realisasi: eksak(realisasi), ...goal });
    return {
      capaian: found.published ?? null,
      capaian_eksak: text(found.exact),
      capaian_tanpa_batas: found.unlimited ?? null,
      alasan: found.reason?.id || null,
    };
  }

  const isRange = (target) =>
    target !== null && typeof target === "object" && !(target instanceof Rational);

  function methodOf(metode) {
    const [kebijakan, desimal] = [metode.kebijakan ?? [], metode.desimal ?? 2];
    if (!Array.isArray(kebijakan) || kebijakan.some(isNone)) {
      throw wrong("isi_tidak_dikenal", { nama: "kebijakan", isi: kebijakan });
    }
    if (!isDecimals(desimal)) throw wrong("isi_tidak_dikenal", { nama: "desimal", isi: desimal });
    const said = (rumus) => {
      try {
        nodeOf(textOf(rumus));
      } catch (problem) {
        if (!(problem instanceof iku.FormulaError)) throw problem;
        throw wrong("isi_tidak_dikenal", { nama: "rumus", isi: rumus });
      }
      return nodes.get(textOf(rumus));
    };
    const { bawah = null, atas = null } = metode.batas ?? {};
    return {
      ...metode,
      batas: { bawah: bound(bawah), atas: bound(atas) },
      desimal,
      rumus: said(metode.rumus),
      kebijakan: kebijakan.map(({ jika, capaian: amount, alasan = "", alasan_en: english }) => ({
        jika: said(jika), capaian: amount && said(amount), alasan, alasan_en: english,
      })),
    };
  }

  /** The class of a value: of a scale of the standard by its name, or of classes. */
  function kelas(nilai, skala) {
    const classes = typeof skala === "string" ? own(standar.skala, skala)?.kelas : skala;
    if (!Array.isArray(classes) || classes.some(isNone)) {
      throw wrong("isi_tidak_dikenal", { nama: "skala", isi: skala });
    }
    const ended = (one) => ({ ...one, dari: bound(one.dari), sampai: bound(one.sampai) });
    return iku.classify({ kelas: classes.map(ended) }, eksak(nilai))?.label ?? null;
  }

  const katalog = {
    ...standar.katalog,
    pustaka: standar.pustaka,
    kode: [...versions.keys()],
    metode: Object.keys(standar.metode),
    skala: standar.skala,
    get definisi() {
      return [...versions.values()].flat().map(tellOf);
    },
  };
  Object.freeze(katalog);

  iku.paket = Object.freeze({
    GalatIku, Pecahan: Rational, baca, bulatkan, capaian, capaianMetode, definisi, eksak, evaluasi,
    hitung, katalog, kelas, setahun,
  });
})(globalThis.kesbangIku);
