/* Published values by region: the map and the table of one indicator, and all values of one region. What
 * is chosen stands in the address of the page. */
(function () {
  "use strict";

  const { element, labelled } = unsur;

  const place = document.querySelector(".saringan");
  const data = JSON.parse(place.querySelector("script").textContent);
  const texts = data.teks;
  const NATION = "0";
  const [REGION, YEAR, SHOWN, NUMBER, STANDING, SOURCE, PRINT] = [0, 1, 2, 3, 4, 5, 6];
  const isProvince = (code) => code !== NATION && !code.includes(".");
  const byYear = (one, other) => other.slice(-4).localeCompare(one.slice(-4)) || other.localeCompare(one);

  const badge = (standing) => element("span", { class: `lencana lencana--${standing}` }, data.kedudukan[standing]);

  const indicator = element("select", { id: "wilayah-indikator" });
  for (const [code, [name]] of Object.entries(data.indikator)) {
    if (data.nilai[code].some((one) => isProvince(one[REGION]))) indicator.append(element("option", { value: code }, `${name} (${code})`));
  }
  const year = element("select", { id: "wilayah-tahun" });
  const search = element("input", { type: "search", id: "wilayah-nama", list: "wilayah-semua", autocomplete: "off" });
  const status = element("p", { class: "saringan-jumlah", role: "status" });
  const regions = Object.entries(data.wilayah);
  const form = element(
    "form", { class: "saringan-isian", role: "search", "aria-label": document.title },
    labelled(texts.pilih, search), labelled(texts.indikator, indicator), labelled(texts.tahun, year),
    element("datalist", { id: "wilayah-semua" }, ...regions.map(([code, name]) => element("option", { value: name }, code))),
  );

  const map = document.querySelector(".peta");
  const caption = document.querySelector(".peta-judul");
  const own = document.querySelector(".wilayah-daerah");
  const table = document.querySelector("#provinsi ~ .md-typeset__scrollwrap table, #provinsi ~ table");

  const meaning = unsur.meaning(regions);
  const meant = () => meaning(search.value);

  /** What each region has in a year: its last print, or all numbers where sources print different ones. */
  function told(rows) {
    const found = new Map();
    for (const one of rows) {
      const at = `${one[REGION]}/${one[YEAR]}`;
      const before = one[PRINT] ? undefined : found.get(at);
      found.set(at, { text: before ? `${before.text} / ${one[SHOWN]}` : one[SHOWN], number: Number(one[NUMBER]) });
    }
    return found;
  }

  function fillYears(wanted) {
    const years = [...new Set(data.nilai[indicator.value].filter((one) => isProvince(one[REGION])).map((one) => one[YEAR]))].sort(byYear);
    year.replaceChildren(...years.map((one) => element("option", { value: one }, one)));
    year.value = years.includes(wanted) ? wanted : data.indikator[indicator.value][2];
  }

  function drawMap() {
    const values = told(data.nilai[indicator.value]);
    const found = (code) => values.get(`${code}/${year.value}`);
    const numbers = data.petak.filter(found).map((code) => found(code).number);
    const low = Math.min(...numbers), width = Math.max(...numbers) - low || 1;
    caption.textContent = `${data.indikator[indicator.value][0]}, ${year.value} (${numbers.length}/${data.petak.length} ${texts.hitung})`;
    for (const link of map.querySelectorAll("a")) {
      const one = found(link.dataset.kode);
      const step = one ? Math.min(data.langkah, 1 + Math.floor(((one.number - low) * data.langkah) / width)) : 0;
      link.parentElement.className = `petak petak--${step}`;
      link.querySelector("span").textContent = one ? one.text : "–";
      link.title = `${data.wilayah[link.dataset.kode]}: ${one ? one.text : texts.belum}`;
    }
  }

  function drawTable() {
    const years = [...year.options].map((one) => one.value);
    const values = told(data.nilai[indicator.value]);
    const head = element("tr", {}, element("th", {}, texts.provinsi), ...years.map((one) => element("th", {}, one)));
    const rows = data.petak.map((code) => [code, years.map((one) => values.get(`${code}/${one}`)?.text ?? "")]);
    table.tHead.replaceChildren(head);
    table.tBodies[0].replaceChildren(
      ...rows.filter(([, cells]) => cells.some(Boolean)).map(([code, cells]) =>
        element("tr", {}, element("td", {}, data.wilayah[code]), ...cells.map((text) => element("td", {}, text)))),
    );
  }

  /** All values of a region, newest first, an indicator a row; then those it lies in. */
  function drawRegion(code) {
    own.replaceChildren();
    if (!code) return;
    const owners = [code, ...(code.includes(".") ? [code.split(".")[0]] : []), ...(code === NATION ? [] : [NATION])];
    for (const owner of owners) {
      const rows = Object.entries(data.nilai)
        .map(([kode, list]) => [kode, list.filter((one) => one[REGION] === owner).sort((one, other) => byYear(one[YEAR], other[YEAR]))])
        .filter(([, list]) => list.length);
      const title = element("h2", { id: `nilai-${owner}` }, `${texts.dari} ${data.wilayah[owner]}`);
      own.append(title);
      if (!rows.length) {
        own.append(element("p", {}, texts.kosong));
        continue;
      }
      const lines = rows.map(([kode, list]) => {
        const [name, unit] = data.indikator[kode];
        const values = element("td", {});
        const sources = new Map();
        for (const one of list) {
          if (!sources.has(one[SOURCE])) sources.set(one[SOURCE], sources.size + 1);
          values.append(element("div", {}, `${one[YEAR]}${one[PRINT] ? ` (${texts.cetakan}${one[PRINT]})` : ""}: ${one[SHOWN]} `, badge(one[STANDING]), element("sup", {}, String(sources.get(one[SOURCE])))));
        }
        const cited = [...sources].map(([at, number]) => {
          const [text, address] = data.sumber[at];
          return element("div", {}, `${number}. `, address ? element("a", { href: address, rel: "noopener" }, text) : text);
        });
        const link = element("a", { href: `../indikator/${kode.toLowerCase()}/` }, name);
        return element("tr", {}, element("td", {}, link, ` (${unit})`), values, element("td", {}, ...cited));
      });
      const head = element("tr", {}, ...[texts.indikator.split(" ")[0], texts.nilai, texts.sumber].map((text) => element("th", {}, text)));
      const made = element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines));
      own.append(element("div", { class: "md-typeset__scrollwrap", tabindex: "0", role: "region", "aria-labelledby": title.id }, element("div", { class: "md-typeset__table" }, made)));
    }
  }

  function show() {
    const code = meant();
    drawMap();
    drawTable();
    drawRegion(code);
    status.textContent = code === undefined ? texts.tak_dikenal : code ? `${data.wilayah[code]} (${code})` : texts.semua;
  }

  function remember() {
    unsur.remember({
      wilayah: meant(),
      indikator: indicator.value === data.mula ? "" : indicator.value.toLowerCase(),
      tahun: year.value === data.indikator[indicator.value][2] ? "" : year.value,
    });
  }

  const asked = new URLSearchParams(location.search);
  const named = (asked.get("indikator") ?? "").toUpperCase();
  indicator.value = [...indicator.options].some((one) => one.value === named) ? named : data.mula;
  fillYears(asked.get("tahun"));
  const first = asked.get("wilayah") ?? "";
  search.value = data.wilayah[first] ?? first;
  indicator.addEventListener("change", () => fillYears(year.value));
  form.addEventListener("input", () => {
    if (document.activeElement === indicator) fillYears(year.value);
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  map.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    search.value = data.wilayah[link.dataset.kode];
    show();
    remember();
    own.querySelector("h2")?.scrollIntoView();
  });
  const anchor = location.hash.match(/^#d-(.+)$/);
  if (anchor && data.wilayah[anchor[1]] && !first) search.value = data.wilayah[anchor[1]];

  place.append(form, status);
  place.hidden = false;
  show();
})();
