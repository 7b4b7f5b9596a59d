"use strict";
// Filters: what stands on the page is shown or hidden, nothing is made. Without a script all of it
// is shown, and the boxes of the filters are not.
for (const box of document.querySelectorAll(".filter")) {
  const part = document.getElementById(box.dataset.of);
  const rows = [...part.querySelectorAll("[data-keys]")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const keys = rows.map((row) => row.dataset.keys.split(" "));
  const choose = () => {
    const words = box.querySelector("[type=search]").value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = [...box.querySelectorAll("select, :checked[type=checkbox]")]
      .map((one) => one.value)
      .filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const kept =
        words.every((word) => texts[at].includes(word)) &&
        wanted.every((key) => keys[at].includes(key));
      row.hidden = !kept;
      shown += kept;
    });
    for (const group of part.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-keys]:not([hidden])");
    }
    box.querySelector("output").textContent = `${shown} / ${rows.length}`;
  };
  box.addEventListener("input", choose);
  box.hidden = false;
  choose();
}
// One region of very many, drawn when it is asked for from the data at the end of the page. A room
// says how: the class of its table, the column that heads a row, those of numbers, and the parts of each cell.
function drawn(kind, head, numbers, cells) {
  const source = document.getElementById("data");
  if (!source) return;
  const data = JSON.parse(source.textContent);
  const choice = document.getElementById("pilihan");
  const place = document.getElementById("satu-wilayah");
  const made = (name, text, style) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (style) node.className = style;
    return node;
  };
  const draw = () => {
    place.replaceChildren();
    const [name, items] = data.wilayah[choice.value] ?? [];
    if (!items) return;
    const table = made("table", "", `stack ${kind}`);
    table.append(made("caption", name));
    const top = table.createTHead().insertRow();
    for (const title of data.kolom) {
      const cell = made("th", title);
      cell.scope = "col";
      top.append(cell);
    }
    const body = table.createTBody();
    for (const item of items) {
      const row = body.insertRow();
      cells(data, made, item).forEach((parts, at) => {
        const cell = document.createElement(at === head ? "th" : "td");
        if (at === head) cell.scope = "row";
        if (numbers.includes(at)) cell.className = "number";
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
