/* The indicators of a region or of a level: chosen here, kept in the address of the page. */
(function () {
  "use strict";

  const { element, labelled } = unsur;

  const place = document.querySelector(".saringan");
  const data = JSON.parse(place.querySelector("script").textContent);
  const texts = data.teks;
  const NATION = "0";
  const SHOWN = 5; // values of a region in its cell, newest first; its page has all

  /** Shelves as they stand on the page: heading, table, rows with their code and levels. */
  const shelves = Object.entries(data.rak).map(([name, levels]) => {
    const heading = document.getElementById(name);
    let table = heading;
    while (!table.matches("table") && !table.querySelector("table")) table = table.nextElementSibling;
    table = table.matches("table") ? table : table.querySelector("table");
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => {
      const code = row.querySelector("td code").textContent;
      return { row, code, levels: levels[code], cell: row.lastElementChild, first: [...row.lastElementChild.childNodes] };
    });
    const empty = element("p", { hidden: "" }, texts.kosong);
    table.before(empty);
    return { heading, table, rows, empty };
  });
  const command = document.querySelector("#buku-kerja ~ .highlight code, #buku-kerja ~ pre code");
  const example = command.textContent;

  const regions = new Map(data.wilayah.map(([code, name, level]) => [code, { code, name, level }]));
  const meaning = unsur.meaning(data.wilayah);

  function meant(text) {
    const code = meaning(text);
    return code && regions.get(code);
  }

  const search = element("input", { type: "search", id: "daerah-wilayah", list: "daerah-semua", autocomplete: "off" });
  const level = element(
    "select", { id: "daerah-tingkat" }, element("option", { value: "" }, texts.semua),
    ...Object.entries(data.tingkat).map(([value, label]) => element("option", { value }, label)),
  );
  const status = element("p", { class: "saringan-jumlah", role: "status" });
  const print = element("button", { type: "button", class: "md-button" }, texts.cetak);
  const download = element("button", { type: "button", class: "md-button" }, texts.unduh);
  const form = element(
    "form", { class: "saringan-isian", role: "search", "aria-label": document.title },
    labelled(texts.pilih, search), labelled(texts.tingkat, level), print, download,
    element("datalist", { id: "daerah-semua" }, ...data.wilayah.map(([code, name]) => element("option", { value: name }, code))),
  );

  /** What is published of a region, of its province and of the nation: each line with whose it is. */
  function valuesOf(code, region) {
    const known = data.nilai[code] ?? {};
    const province = region.code.includes(".") ? region.code.split(".")[0] : null;
    const owners = [[region.code, ""], [province, texts.provinsi], [NATION, texts.nasional]];
    return owners.flatMap(([owner, whose]) =>
      (known[owner] ?? []).slice(0, whose ? 1 : SHOWN).map(([year, value, standing]) => ({
        text: `${whose} ${year}: ${value}`.trim(), standing, own: !whose,
      })),
    );
  }

  function fill(cell, values) {
    if (!values.some((one) => one.own)) cell.replaceChildren(texts.belum);
    else cell.replaceChildren();
    for (const { text, standing } of values) {
      const badge = element("span", { class: `lencana lencana--${standing}` }, data.kedudukan[standing]);
      cell.append(...(cell.hasChildNodes() ? [element("br")] : []), `${text} `, badge);
    }
  }

  function show() {
    const region = meant(search.value);
    const wanted = region?.level ?? level.value;
    level.disabled = Boolean(region);
    if (region) level.value = region.level;
    let count = 0;
    for (const { table, rows, empty } of shelves) {
      let left = 0;
      for (const { row, code, levels, cell, first } of rows) {
        row.hidden = Boolean(wanted) && !levels.includes(wanted);
        left += !row.hidden;
        if (region) fill(cell, valuesOf(code, region));
        else cell.replaceChildren(...first);
      }
      table.hidden = !left;
      empty.hidden = Boolean(left);
      count += left;
    }
    const name = region ? `${region.name} (${region.code})` : data.tingkat[wanted] ?? texts.semua;
    status.textContent = region === undefined ? texts.tak_dikenal : `${name}: ${count} ${texts.indikator.toLowerCase()}`;
    command.textContent = region ? example.replace(/(--wilayah )\S+/, `$1${region.code}`) : example;
    return region;
  }

  function remember(region) {
    unsur.remember(region ? { wilayah: region.code } : { tingkat: level.value });
  }

  /** The list as a file: what is seen, a line each, in the way the reader's spreadsheet splits it. */
  function save() {
    const split = data.bahasa === "id" ? ";" : ",";
    const quoted = (text) => `"${text.replace(/"/g, '""')}"`;
    const head = [...shelves[0].table.querySelectorAll("th")].map((cell) => cell.textContent);
    const lines = [["", ...head]];
    for (const { heading, rows } of shelves) {
      const title = heading.firstChild.textContent.trim();
      for (const { row } of rows.filter((one) => !one.row.hidden)) {
        lines.push([title, ...[...row.cells].map((cell) => cell.innerText.trim().replace(/\s*\n\s*/g, " · "))]);
      }
    }
    const text = lines.map((line) => line.map(quoted).join(split)).join("\r\n");
    const url = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
    const region = meant(search.value);
    element("a", { href: url, download: `iku-${region?.code ?? (level.value || "semua")}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url));
  }

  const asked = new URLSearchParams(location.search);
  const region = meant(asked.get("wilayah") ?? "");
  search.value = region?.name ?? asked.get("wilayah") ?? "";
  level.value = asked.get("tingkat") in data.tingkat ? asked.get("tingkat") : "";
  form.addEventListener("input", () => remember(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  print.addEventListener("click", () => window.print());
  download.addEventListener("click", save);
  place.append(form, status);
  place.hidden = false;
  show();
})();
