/* A sheet as it was read: its cells, what each column was taken for, and what was found in them. */
import { element } from "./unsur.mjs";

const MOST_ROWS = 200;
const WORST = ["galat", "peringatan", "info"];

/** A table in a frame that scrolls by itself. */
export function table(heads, rows, label) {
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, ...[cell].flat()))));
  return frame(label, element("table", { class: "periksa-tabel" }, element("thead", {}, head), element("tbody", {}, ...body)));
}

const frame = (label, made) => element("div", { class: "periksa-bingkai", tabindex: "0", role: "region", "aria-label": label }, made);

/** The sheets of a file with their tables; `press` is called with the number of a finding. */
export function sheetTables(reading, findings, texts, press) {
  return reading.isi_lembar.flatMap((sheet) => {
    const tables = reading.tabel.filter((one) => one.lembar === sheet.lembar);
    const found = marks(findings, sheet.lembar);
    const made = drawn(sheet, tables, found, texts, press);
    const summary = tables.map((one) => element("p", { class: "periksa-dibaca" }, texts.tableLine(one)));
    return [...(sheet.lembar ? [element("h4", {}, sheet.lembar)] : []), ...summary, made];
  });
}

/** The findings of a sheet by their cells, the worst of each. */
function marks(findings, name) {
  const found = new Map();
  for (const one of findings) {
    const at = address(one, name);
    if (!at) continue;
    const before = found.get(at);
    if (!before || WORST.indexOf(one.tingkat) < WORST.indexOf(before.tingkat)) found.set(at, one);
  }
  return found;
}

/** Where a finding stands in a sheet, as C7; nothing if it stands elsewhere. */
function address(one, name) {
  const [, quoted, plain, cell] = /^(?:'((?:[^']|'')*)'!|([^!]*)!)?\$?([A-Z]+\$?\d+)/.exec(one.sel ?? "") ?? [];
  if (cell) {
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    return sheet === undefined || sheet === name ? cell : null;
  }
  return one.sel === null && one.baris ? `A${one.baris}` : null;
}

const letters = (number) => (number > 26 ? letters(Math.floor((number - 1) / 26)) : "") + String.fromCharCode(65 + ((number - 1) % 26));
const number = (text) => [...text].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

function drawn(sheet, tables, found, texts, press) {
  const widest = Math.max(1, ...sheet.baris.flatMap((row) => Object.keys(row.sel).map(number)));
  const columns = Array.from({ length: widest }, (_, at) => letters(at + 1));
  const marked = new Set([...found.keys()].map((at) => Number(at.replace(/\D/g, ""))));
  const rows = sheet.baris.filter((row, at) => at < MOST_ROWS || marked.has(row.baris));
  const body = rows.flatMap((row) => [
    ...tables.filter((one) => one.isi[0] === row.baris).map((one) => roles(one, columns, texts)),
    line(row, columns, tables, found, press, texts),
  ]);
  const head = element("tr", {}, element("td", {}), ...columns.map((one) => element("th", { scope: "col" }, one)));
  const made = element("table", { class: "periksa-lembar" }, element("thead", {}, head), element("tbody", {}, ...body));
  const left = sheet.baris.length - rows.length;
  return element("div", {}, frame(sheet.lembar ?? texts.reading, made), left ? element("p", {}, texts.rowsLeft(left)) : "");
}

/** What each column of a table was taken for, in a row above its first row. */
function roles(one, columns, texts) {
  const meant = new Map(one.kolom.map((column) => [column.kolom, column]));
  return element("tr", { class: "periksa-arti" }, element("th", { scope: "row" }, texts.takenFor),
    ...columns.map((name) => {
      const column = meant.get(name);
      if (!column) return element("td", {});
      const when = [column.tahun, column.periode].filter(Boolean).join(" ");
      const role = column.isi ?? column.sebagai;
      return element("td", { class: `arti--${role}` }, `${texts.roles[role] ?? role} ${when}`.trim());
    }));
}

function line(row, columns, tables, found, press, texts) {
  const skipped = tables.flatMap((one) => one.dilewati).find((one) => one.baris === row.baris);
  const title = tables.some((one) => one.judul[0] <= row.baris && row.baris <= one.judul[1]);
  const kind = title ? "baris--judul" : skipped ? "baris--dilewati" : "";
  const name = element("th", { scope: "row", ...(skipped ? { title: `${texts.skipped}: ${skipped.sebab}` } : {}) }, String(row.baris));
  // A title that stands alone in its row goes over the columns, as it does in the workbook.
  const [alone, another] = Object.keys(row.sel);
  const cells = another || found.has(`${alone}${row.baris}`)
    ? columns.map((column) => cell(row, column, found, press))
    : [element("td", { colspan: String(columns.length) }, row.sel[alone])];
  return element("tr", kind ? { class: kind } : {}, name, ...cells);
}

function cell(row, column, found, press) {
  const text = row.sel[column] ?? "";
  const one = found.get(`${column}${row.baris}`);
  if (!one) return element("td", {}, text);
  const mark = element("button", { type: "button", title: `${one.kode} ${one.pesan}`, "data-temuan": String(one.at) }, text || "∅");
  mark.addEventListener("click", () => press(one.at));
  return element("td", { class: `sel--${one.tingkat}` }, mark);
}
