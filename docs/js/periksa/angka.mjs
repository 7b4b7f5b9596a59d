/* The page that verifies numbers: takes a string, a text or a file, asks the library what `verify`
 * answers, and shows it. It judges nothing itself, and nothing leaves it. */
import { connection } from "./sambungan.mjs";
import { TEXTS } from "./kata-angka.mjs";
import { located } from "./letak.mjs";
import { element, button, link } from "./unsur.mjs";

const START = "IKU1/";
const LARGEST = 40_000_000;
const MOST = 300;
const LEVELS = { sesuai: "info", versi_lain: "info", tidak_sesuai: "galat", tidak_dikenal: "peringatan" };
const TEXT = "teks.txt";

const place = document.querySelector(".periksa");
const found = await located(place);
if (found) open(place, found);

function open(place, { language, script, from }) {
  const texts = TEXTS[language];
  const text = element("textarea", { id: "angka-teks", rows: "4", spellcheck: "false", autocomplete: "off" });
  const choose = element("input", { type: "file", multiple: "", id: "angka-pilihan", accept: ".html,.htm,.json,.csv,.tsv,.xlsx,.xlsm,.txt" });
  const bar = element("progress", { max: "1", "aria-label": texts.progress, hidden: "" });
  const said = element("p", { role: "status", class: "periksa-kabar" });
  const shown = element("div", { class: "periksa-hasil" });
  const drop = element("div", { class: "periksa-jatuhkan" },
    element("label", { for: text.id }, texts.paste), text,
    element("p", {}, button(texts.run, fromText)),
    element("label", { for: choose.id }, texts.drop), choose);
  place.replaceChildren(drop, bar, said, shown);

  let library = null;
  let run = 0;

  choose.addEventListener("change", () => {
    const chosen = [...choose.files];
    choose.value = ""; // so that a file that was mended can be chosen again
    take(chosen);
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("di-atas", name === "dragenter" || name === "dragover");
      if (name === "drop") take([...event.dataTransfer.files]);
    });
  }
  addEventListener("hashchange", fromAddress);
  fromAddress();

  /** A code on paper opens this page with its string behind the sign #. */
  function fromAddress() {
    const line = location.hash.slice(1);
    if (!line.startsWith(START)) return;
    text.value = line;
    fromText();
  }

  /** One string is asked as the command line would be; any other text as a file that holds it. */
  function fromText() {
    const written = text.value.trim();
    if (!written) return tell(texts.nothing);
    const line = written.startsWith(START) && !/\s/.test(written);
    if (line) verify([written], []);
    else verify([TEXT], [{ name: TEXT, bytes: new TextEncoder().encode(text.value) }]);
  }

  async function take(chosen) {
    if (!chosen.length) return;
    clear();
    const size = chosen.reduce((sum, one) => sum + one.size, 0);
    if (size > LARGEST) return tell(texts.tooLarge(Math.ceil(size / 1e6), LARGEST / 1e6));
    const files = await Promise.all(chosen.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })));
    verify(files.map((one) => one.name), files);
  }

  function tell(words) {
    said.textContent = words;
  }

  function step(name, part) {
    bar.hidden = false;
    if (part === null) bar.removeAttribute("value");
    else bar.value = part;
    tell(texts.steps[name]);
  }

  /** What was said of something else goes at once. */
  function clear() {
    run += 1;
    shown.replaceChildren();
    tell("");
  }

  async function verify(names, files) {
    clear();
    const mine = run;
    try {
      library ??= connection(script, from);
      const words = ["verify", "--format", "json", "--bahasa", language, "--", ...names];
      const [answer] = await library.ask([{ words }], { files, tell: step });
      if (mine !== run) return;
      show(answer);
      tell(texts.done);
    } catch (problem) {
      library = null; // what broke is not asked again
      tell(`${texts.broken} ${problem.message}`);
    } finally {
      if (mine === run) bar.hidden = true;
    }
  }

  function show(answer) {
    const made = element("section", {}, element("h2", {}, texts.result));
    shown.replaceChildren(made);
    const told = parsed(answer);
    if (!told) {
      made.append(element("p", { class: "periksa-tolak" }, answer.err.trim().replace(/^kesbang-iku: /gm, "")));
      return;
    }
    const { hasil: verdicts, ringkasan: counts } = told;
    const parts = Object.keys(counts).filter((name) => counts[name]).map((name) => element("span", { class: `lencana tingkat--${LEVELS[name]}` }, `${counts[name]} ${texts.answers[name]}`));
    // What does not follow stands first.
    const order = [...verdicts].sort((one, other) => (one.jawaban === "sesuai") - (other.jawaban === "sesuai"));
    const rest = verdicts.length - MOST;
    made.append(
      element("p", { class: "periksa-jumlah" }, texts.sum(verdicts.length), ...parts),
      element("p", {}, texts.arithmetic),
      element("ol", { class: "periksa-temuan" }, ...order.slice(0, MOST).map(line)),
      rest > 0 ? element("p", {}, texts.more(rest)) : "",
      element("p", {}, link(URL.createObjectURL(new Blob([answer.out], { type: "application/json" })), texts.json, { download: "verifikasi.json" })));
  }

  function line(one) {
    const where = [one.berkas, one.baris && texts.row(one.baris)].filter(Boolean).join(", ");
    return element("li", {},
      element("span", { class: `lencana tingkat--${LEVELS[one.jawaban]}` }, texts.answers[one.jawaban]), " ",
      element("span", { class: "periksa-tempat" }, where),
      element("div", {}, element("code", {}, one.teks)),
      one.alasan ? element("div", {}, one.alasan) : "",
      ...differences(one));
  }

  /** What is written otherwise than it follows, and what today's definition gives where that differs. */
  function differences(one) {
    const now = one.terkini ?? {};
    const today = Object.keys(now).filter((key) => told(now[key]) !== told(one.terhitung[key] ?? one.tertulis[key]));
    const keys = [...new Set([...one.beda, ...today])];
    if (!keys.length) return [];
    const head = [texts.key, texts.written, texts.follows, ...(today.length ? [texts.today] : [])];
    const row = (key) => [key, told(one.tertulis[key]), told(one.terhitung[key]), ...(today.length ? [told(now[key])] : [])];
    return [element("div", { class: "periksa-bingkai", tabindex: "0", role: "region", "aria-label": texts.result }, element("table", {},
      element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...keys.map((key) => element("tr", {}, ...row(key).map((cell) => element("td", {}, cell)))))))];
  }
}

/** A fact as the command line shows it. */
function told(fact) {
  if (fact === null || fact === undefined) return "-";
  if (typeof fact !== "object") return String(fact);
  return Object.entries(fact).map(([name, one]) => `${name}=${one}`).join("; ") || "-";
}

/** The answer as data, or nothing where the command gave none. */
function parsed(answer) {
  try {
    return JSON.parse(answer.out);
  } catch {
    return null;
  }
}
