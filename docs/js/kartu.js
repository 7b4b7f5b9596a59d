/* On a phone the rows of a wide table become cards: each cell says what it is by the head of its
 * column. The style sheet does the rest; here the cells learn their names, and keep what they are
 * for a screen reader. Empty cells say nothing there. */
(function () {
  "use strict";

  const FEWEST = 3; // columns that no longer fit side by side

  // Of a sheet too wide for a phone the cell that is meant comes into sight.
  for (const cell of document.querySelectorAll(".lembar-kena")) {
    const box = cell.closest(".lembar-gulir");
    box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
  }

  for (const table of document.querySelectorAll(".md-content table")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => {
      const text = head.textContent.trim();
      return text.charAt(0).toUpperCase() + text.slice(1);
    });
    if (heads.length < FEWEST || table.closest(".periksa, .jawaban, .lembar")) continue;
    table.dataset.kartu = "";
    table.setAttribute("role", "table");
    for (const group of table.querySelectorAll("thead, tbody")) group.setAttribute("role", "rowgroup");
    for (const head of table.querySelectorAll("th")) head.setAttribute("role", "columnheader");
    for (const row of table.querySelectorAll("tr")) {
      row.setAttribute("role", "row");
      const cells = [...row.querySelectorAll("td")];
      // What a row is about needs no name: its code, and what the code stands for.
      const coded = cells[0]?.querySelector(":scope > code:only-child");
      for (const cell of cells.slice(0, coded ? 2 : 1)) cell.dataset.judul = "";
      cells.forEach((cell, at) => {
        cell.setAttribute("role", "cell");
        cell.dataset.label = heads[at] ?? "";
        if (cell.textContent.trim() === "–") cell.dataset.kosong = "";
      });
    }
  }
})();
