// One region of very many, drawn when it is asked for from the data at the end of the page.
const source = document.getElementById("data");
if (source) {
  const data = JSON.parse(source.textContent);
  const choice = document.getElementById("pilihan");
  const place = document.getElementById("satu-wilayah");
  const made = (name, text, kind) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (kind) node.className = kind;
    return node;
  };
  // The numbers an indicator was computed from are for verifying.
  const cells = ([when, indicator, value, _, state, target, achieved, rating, category, need, why]) => {
    const [code, name, unit] = data.indikator[indicator];
    const [key, sign, label] = data.keadaan[state ?? 0];
    const of = (number) => data.teks[number ?? 0];
    const mark = made("span", `${sign} ${label}`, `badge ${key}`);
    return [
      [data.waktu[when][0]],
      [made("code", code), ` ${name}`],
      value ? [value, made("span", unit, "small")] : [""],
      [data.target[target ?? 0][0]],
      [achieved ?? ""],
      [[of(rating), of(category)].filter(Boolean).join(" · ")],
      [mark],
      [[of(need), of(why)].filter(Boolean).join(" · ")],
    ];
  };
  const draw = () => {
    place.replaceChildren();
    const [name, items] = data.wilayah[choice.value] ?? [];
    if (!items) return;
    const table = made("table", "", "stack scores");
    table.append(made("caption", name));
    const head = table.createTHead().insertRow();
    for (const title of data.kolom) {
      const cell = made("th", title);
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const item of items) {
      const row = body.insertRow();
      cells(item).forEach((parts, at) => {
        const cell = document.createElement(at === 1 ? "th" : "td");
        if (at === 1) cell.scope = "row";
        if (at > 1 && at < 5) cell.className = "number";
        cell.dataset.label = data.kolom[at];
        cell.append(...parts);
        row.append(cell);
      });
    }
    place.append(made("h3", name), table);
  };
  data.wilayah.forEach(([name], at) => choice.append(new Option(name, at)));
  choice.addEventListener("change", draw);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-region]");
    if (!link) return;
    choice.value = link.dataset.region;
    draw();
  });
  document.getElementById("pemilih").hidden = false;
}
