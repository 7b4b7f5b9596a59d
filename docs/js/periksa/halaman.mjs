/* The page that checks files: takes them, asks the library what the command line would be asked, and
 * shows the answers. It judges nothing itself, and no file leaves it. */
import { connection } from "./sambungan.mjs";
import { TEXTS } from "./kata.mjs";
import { table, sheetTables } from "./lembar.mjs";
import { element, button, link } from "./unsur.mjs";

const LARGEST = 40_000_000;
const MOST_FINDINGS = 300;
const LEVELS = ["galat", "peringatan", "info"];
const REGIONAL = ["provinsi", "kabupaten", "kota"];
const PLANS = ["rencana", "perjanjian_kinerja"];
const TABLE = /\.(xlsx|xlsm|csv|tsv)$/i;
const WORKBOOK = /\.(xlsx|xlsm)$/i;
const MICROSOFT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Draws the page into `place`. `setting` says the language, where the library is, and the examples. */
export function open(place, setting) {
  const texts = TEXTS[setting.language];
  const region = element("input", { id: "periksa-wilayah", autocomplete: "off", placeholder: texts.regionHint });
  const level = element("select", { id: "periksa-tingkat" },
    element("option", { value: "" }, texts.unsaid),
    ...REGIONAL.map((name) => element("option", { value: name }, texts.levels[name])));
  const year = element("input", { id: "periksa-tahun", inputmode: "numeric", size: "4", placeholder: "2025" });
  const choose = element("input", { type: "file", multiple: "", id: "periksa-pilihan", accept: ".xlsx,.xlsm,.csv,.tsv,.yaml,.yml,.json" });
  const bar = element("progress", { max: "1", "aria-label": texts.progress, hidden: "" });
  const said = element("p", { role: "status", class: "periksa-kabar" });
  const shown = element("div", { class: "periksa-hasil" });
  const drop = element("div", { class: "periksa-jatuhkan" },
    element("label", { for: choose.id }, texts.drop), choose,
    element("p", {}, texts.examples, ...setting.examples.map((one) => button(one.label, () => example(one)))));
  const again = button(texts.again, () => check());
  const more = element("details", { class: "periksa-konteks" },
    element("summary", {}, texts.context),
    field(region, texts.region), field(level, texts.level), field(year, texts.year), again);
  place.replaceChildren(drop, more, bar, said, shown);

  let library = null;
  let files = [];
  let run = 0;

  choose.addEventListener("change", () => {
    take([...choose.files]);
    choose.value = ""; // A file that was mended is chosen again under its name.
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("di-atas", name === "dragenter" || name === "dragover");
      if (name === "drop") take([...event.dataTransfer.files]);
    });
  }

  /** What was said of other files goes at once. */
  function clear() {
    run += 1;
    shown.replaceChildren();
    tell("");
  }

  async function example({ name, address, bytes }) {
    clear();
    files = [{ name, bytes: bytes ?? new Uint8Array(await (await fetch(address)).arrayBuffer()) }];
    check();
  }

  async function take(chosen) {
    if (!chosen.length) return;
    clear();
    const size = chosen.reduce((sum, one) => sum + one.size, 0);
    if (size > LARGEST) return tell(texts.tooLarge(Math.ceil(size / 1e6), LARGEST / 1e6));
    const names = new Set();
    files = await Promise.all(chosen.map(async (one) => {
      let name = one.name;
      for (let count = 2; names.has(name); count += 1) name = `${count}-${one.name}`;
      names.add(name);
      return { name, bytes: new Uint8Array(await one.arrayBuffer()) };
    }));
    check();
  }

  function tell(text) {
    said.textContent = text;
  }

  function step(name, part) {
    bar.hidden = false;
    if (part === null) bar.removeAttribute("value");
    else bar.value = part;
    tell(texts.steps[name]);
  }

  /** The words that say whose the files are and for when, as the command line takes them. */
  function context() {
    const words = [];
    for (const [option, one] of [["--wilayah", region], ["--tingkat", level], ["--tahun", year]]) {
      if (one.value.trim()) words.push(option, one.value.trim());
    }
    return [...words, "--bahasa", setting.language];
  }

  const question = (command, names, ...more) => ({ words: [command, ...more, ...context(), "--", ...names] });

  async function ask(questions, settings = {}) {
    library ??= connection(setting.script, setting.from, { inPage: setting.inPage });
    return library.ask(questions, { ...settings, tell: step });
  }

  async function check() {
    if (!files.length) return tell(texts.nothing);
    clear();
    const mine = run;
    const names = files.map((one) => one.name);
    const tables = names.filter((name) => TABLE.test(name));
    const current = () => mine === run;
    try {
      const [verdict] = await ask([question("validate", names, "--format", "json")], { files });
      if (!current()) return;
      const findings = showVerdict(verdict);
      const readings = new Map();
      if (tables.length) {
        const read = await ask(tables.map((name) => question("read", [name], "--format", "json", "--sel")));
        if (!current()) return;
        for (const [number, name] of tables.entries()) readings.set(name, parsed(read[number]));
        showReadings(tables, read, readings, findings);
      }
      const aligned = await ask(names.map((name) => question("align", [name], "--format", "json")));
      if (!current()) return;
      const plans = showAlignments(names, aligned);
      const kinds = (name) => (readings.get(name)?.tabel ?? []).map((one) => one.jenis);
      showTakings(names, plans, names.filter((name) => !kinds(name).some((kind) => PLANS.includes(kind))));
      showSummary(names, verdict, aligned);
      tell(texts.done);
    } catch (problem) {
      library = null; // what broke is not asked again
      tell(`${texts.broken} ${problem.message}`);
    } finally {
      if (current()) bar.hidden = true;
    }
  }

  function section(title, ...children) {
    const id = `periksa-bagian-${shown.querySelectorAll("h2").length}`;
    const made = element("section", {}, element("h2", { id }, title), ...children);
    shown.append(made);
    return made;
  }

  /** What was checked, in a sentence, and where the parts of the answer stand below. */
  function showSummary(names, verdict, aligned) {
    const counts = parsed(verdict)?.ringkasan;
    const plans = aligned.map((one) => parsed(one)).filter((one) => one?.item?.length).map((one) => one.ringkasan);
    const sum = (key) => plans.reduce((all, one) => all + one[key], 0);
    const parts = [...shown.querySelectorAll("h2")].map((title) => element("li", {}, link(`#${title.id}`, title.textContent)));
    shown.prepend(element("div", { class: "periksa-ringkas" },
      element("p", {}, element("b", {}, names.join(", ")), counts ? `: ${texts.verdict(counts)}` : "",
        plans.length ? ` ${texts.deviating(sum("menyimpang"), sum("item"))}` : ""),
      element("ul", {}, ...parts),
      counts?.galat || counts?.peringatan || sum("menyimpang") ? element("p", {}, texts.next) : ""));
  }

  /** What a command says instead of an answer. */
  const refusal = (answer) => element("p", { class: "periksa-tolak" }, answer.err.trim().replace(/^kesbang-iku: /gm, ""));

  function showVerdict(answer) {
    const told = parsed(answer);
    if (!told) {
      section(texts.findings, refusal(answer));
      return [];
    }
    const { temuan: findings, ringkasan: counts } = told;
    const summary = element("p", { class: "periksa-jumlah" },
      ...LEVELS.map((name) => element("span", { class: `lencana tingkat--${name}` }, `${counts[name]} ${texts.levelsOf[name]}`)));
    const lines = findings.slice(0, MOST_FINDINGS).map((one, at) => [one.tingkat === "info", findingLine(one, at)]);
    const list = (wanted) => element("ol", { class: "periksa-temuan" }, ...lines.filter(([info]) => info === wanted).map(([, line]) => line));
    const rest = findings.length - lines.length;
    section(texts.findings, summary,
      findings.length ? list(false) : element("p", {}, texts.clean),
      counts.info ? element("details", {}, element("summary", {}, texts.remarks(counts.info)), list(true)) : "",
      rest > 0 ? element("p", {}, texts.more(rest)) : "");
    return findings;
  }

  function findingLine(one, number) {
    const at = one.sel ?? (one.baris ? texts.row(one.baris, one.kolom) : "");
    const place = element("span", { class: "periksa-tempat" }, files.length > 1 && one.berkas ? `${one.berkas} ${at}` : at);
    return element("li", { id: `temuan-${number}`, tabindex: "-1" },
      element("span", { class: `lencana tingkat--${one.tingkat}` }, texts.levelsOf[one.tingkat]), " ",
      setting.findings ? link(setting.findings(one.kode.toLowerCase()), one.kode) : one.kode, " ", place,
      element("div", {}, one.pesan), one.saran ? element("div", { class: "periksa-saran" }, `→ ${one.saran}`) : "");
  }

  function showReadings(names, answers, readings, findings) {
    const made = section(texts.reading, element("p", {}, texts.readingNote));
    for (const [number, name] of names.entries()) {
      const reading = readings.get(name);
      made.append(element("h3", {}, name));
      if (!reading) made.append(refusal(answers[number]));
      else if (!reading.tabel?.length) made.append(element("p", {}, texts.noTable));
      else {
        const about = findings.map((one, at) => ({ ...one, at })).filter((one) => one.berkas === name);
        made.append(...sheetTables(reading, about, texts, (at) => reveal(document.getElementById(`temuan-${at}`))));
      }
    }
    const cells = new Map();
    for (const cell of made.querySelectorAll("[data-temuan]")) {
      const line = document.getElementById(`temuan-${cell.dataset.temuan}`);
      const after = line?.querySelector(".periksa-tempat");
      if (after) cells.set(after.textContent, cell);
    }
    for (const after of shown.querySelectorAll(".periksa-tempat")) {
      const cell = cells.get(after.textContent);
      if (cell) after.after(" ", button(texts.show, () => reveal(cell)));
    }
  }

  function reveal(target) {
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center", inline: "center" });
    target.focus({ preventScroll: true });
  }

  function showAlignments(names, answers) {
    const all = names.map((name, number) => [name, answers[number], parsed(answers[number])]);
    const plans = all.filter(([, , told]) => told?.item?.length);
    // What is no plan is refused by the command; only what may be one is worth its words.
    const refused = all.filter(([name, , told]) => !told && TABLE.test(name));
    if (!plans.length && !refused.length) return [];
    const made = section(texts.alignment);
    for (const [name, , told] of plans) made.append(element("h3", {}, name), ...alignment(told));
    if (!plans.length) for (const [, answer] of refused) made.append(refusal(answer));
    return plans.map(([name]) => name);
  }

  function alignment(told) {
    const { ringkasan: sums } = told;
    const deviation = (one) => element("li", {},
      `${texts.kinds[one.jenis] ?? one.jenis}: ${one.milik_daerah ?? "–"} | ${texts.standard}: ${one.milik_standar ?? "–"}`,
      one.keterangan ? ` (${one.keterangan})` : "");
    const rows = told.item.map((item) => [
      String(item.baris ?? ""), item.nama,
      item.padanan
        ? [setting.indicators ? link(setting.indicators + item.padanan.toLowerCase() + "/", item.padanan) : item.padanan, ` ${item.nama_padanan ?? ""}`]
        : item.terdekat ? [`${texts.nearest} ${item.terdekat.kode}: ${item.terdekat.alasan ?? ""}`] : ["–"],
      item.penyimpangan.length ? [element("ul", {}, ...item.penyimpangan.map(deviation))] : [item.padanan ? texts.same : ""],
    ]);
    return [
      element("p", {}, texts.sums(sums), " ", setting.indicators && sums.wajib_belum_diadopsi
        ? link(`${setting.indicators}../daerah/${told.wilayah ? `?wilayah=${told.wilayah}` : ""}`, texts.asked) : ""),
      table([texts.line, texts.theirs, texts.counterpart, texts.deviations], rows, texts.alignment),
    ];
  }

  /** What may be taken away: the workbook with the findings in it, the page of achievements, the answer. */
  function showTakings(names, plans, reports) {
    const made = section(texts.take);
    made.className = "periksa-ambil";
    const offer = (label, words, leaves, type) => {
      const place = element("p", {});
      place.append(button(label, () => prepare(place, words, leaves, type)));
      made.append(place);
    };
    for (const name of names.filter((one) => WORKBOOK.test(one))) {
      const stem = name.replace(WORKBOOK, ""), end = name.slice(stem.length);
      const noted = `${stem}-catatan${end}`, coded = `${stem}-kode${end}`;
      offer(texts.noted(name), question("validate", [name], "--catat", noted), noted, MICROSOFT);
      if (plans.includes(name)) offer(texts.coded(name), question("align", [name], "--catat", coded, "--isi-kode"), coded, MICROSOFT);
    }
    if (reports.length) offer(texts.page, question("report", reports, "-o", "capaian.html", "--timpa"), "capaian.html", "text/html");
    if (region.value.trim() && year.value.trim()) {
      const words = ["template", "--wilayah", region.value.trim(), "--tahun", year.value.trim(), "-o", "isian.xlsx", "--timpa"];
      offer(texts.template, { words }, "isian.xlsx", MICROSOFT);
    }
    offer(texts.json, question("validate", names, "--format", "json", "-o", "temuan.json", "--timpa"), "temuan.json", "application/json");
  }

  async function prepare(place, { words }, leaves, type) {
    try {
      const [answer] = await ask([{ words, leaves }], { rest: true });
      bar.hidden = true;
      if (!answer.left) {
        tell("");
        place.append(refusal(answer));
        return;
      }
      const address = URL.createObjectURL(new Blob([answer.left], { type }));
      place.replaceChildren(link(address, texts.save(leaves), { download: leaves }));
      place.firstChild.focus();
      tell(texts.ready(leaves));
    } catch (problem) {
      bar.hidden = true;
      library = null;
      tell(`${texts.broken} ${problem.message}`);
    }
  }
}

function field(input, label) {
  return element("p", {}, element("label", { for: input.id }, label), " ", input);
}

/** The answer as data, or nothing where the command gave none. */
function parsed(answer) {
  try {
    return JSON.parse(answer.out);
  } catch {
    return null;
  }
}
