/* The filter over the list of findings: words of the code, the title, the message or the cure, and the
 * level, kept in the address of the page. Words are found as the search of the site finds them. */
(function () {
  "use strict";

  const { element, labelled } = unsur;

  const place = document.querySelector(".saringan");
  const { bahasa, judul, kata, tingkat } = place.dataset;
  const root = new URL(bahasa === "id" ? "../" : "../../", location.href).href.replace(/\/$/, "");

  const sections = [...document.querySelectorAll(".md-content table")].map((table) => ({
    table,
    rows: [...table.tBodies[0].rows].map((row) => ({
      row, code: row.cells[0].textContent.trim(), level: row.cells[1].textContent.trim(),
    })),
  }));
  const levels = [...new Set(sections.flatMap(({ rows }) => rows.map((one) => one.level)))];
  const search = element("input", { type: "search", id: "saring-kata", autocomplete: "off" });
  const level = element("select", { id: "saring-tingkat" }, element("option", { value: "" }, "–"), ...levels.map((one) => element("option", { value: one }, one)));
  const status = element("p", { class: "saringan-jumlah", role: "status" });
  const form = element("form", { class: "saringan-isian", role: "search", "aria-label": judul }, labelled(kata, search), labelled(tingkat, level));

  const headingOf = (table) => {
    let before = table.closest(".md-typeset__scrollwrap") ?? table;
    while (before && before.tagName !== "H2") before = before.previousElementSibling;
    return before;
  };

  /** The codes that have the words, or nothing where no word is asked for. */
  async function fitting() {
    if (!search.value.trim()) return null;
    const { entries, texts, asked, isIn } = await globalThis.kesbangIkuCari.load(bahasa, root);
    const { wanted } = asked(search.value, texts);
    return new Set(entries.filter((entry) => wanted.every((one) => isIn(one, entry.text))).flatMap((entry) => entry.one[4]));
  }

  async function show() {
    const typed = search.value;
    const codes = await fitting();
    if (typed !== search.value) return;
    let count = 0, all = 0;
    for (const { table, rows } of sections) {
      let left = 0;
      for (const one of rows) {
        one.row.hidden = (codes && !codes.has(one.code)) || (level.value && one.level !== level.value) || false;
        left += !one.row.hidden;
      }
      table.hidden = !left;
      const heading = headingOf(table);
      if (heading) heading.hidden = !left;
      count += left;
      all += rows.length;
    }
    status.textContent = `${count} / ${all}`;
    const state = new URLSearchParams();
    if (search.value.trim()) state.set("kata", search.value.trim());
    if (level.value) state.set("tingkat", level.value);
    const query = state.toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  }

  const asked = new URLSearchParams(location.search);
  search.value = asked.get("kata") ?? "";
  level.value = levels.includes(asked.get("tingkat")) ? asked.get("tingkat") : "";
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.append(form, status);
  place.hidden = false;
  show();
})();
