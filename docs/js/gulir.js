/* Tables and formulas wider than the screen scroll by themselves. Where one really does, the
 * keyboard reaches it too, and a screen reader says what it is: the name of its section. */
(function () {
  "use strict";

  const TEXTS = {
    id: { table: "Tabel", formula: "Rumus", scrolls: "dapat digulir ke samping" },
    en: { table: "Table", formula: "Formula", scrolls: "scrolls sideways" },
  };
  const texts = TEXTS[document.documentElement.lang] ?? TEXTS.id;

  function mark(box, section) {
    const kind = box.matches(".rumus") ? texts.formula : texts.table;
    const marks = { tabindex: "0", role: "region", "aria-label": `${kind}: ${section} (${texts.scrolls})` };
    const scrolls = box.scrollWidth > box.clientWidth;
    for (const [name, value] of Object.entries(marks)) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }

  // The theme puts its box around each table at the same event, and was asked before.
  addEventListener("DOMContentLoaded", () => {
    const content = document.querySelector(".md-content");
    let section = document.title;
    for (const found of content.querySelectorAll("h1, h2, h3, h4, .md-typeset__scrollwrap, .rumus")) {
      if (found.matches(".md-typeset__scrollwrap, .rumus")) {
        const name = section;
        const observer = new ResizeObserver(() => mark(found, name));
        // The window may change, and so may what is inside: rows are filtered, lists unfolded.
        observer.observe(found);
        for (const inside of found.querySelectorAll("table, math")) observer.observe(inside);
      } else {
        section = found.textContent.replace(/¶$/, "").trim();
      }
    }
  });
})();
