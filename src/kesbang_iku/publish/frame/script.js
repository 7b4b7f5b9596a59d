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
