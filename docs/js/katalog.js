/* The filter over the list of indicators: words and facets, kept in the address of the page. */
(function () {
  "use strict";

  const { element, labelled } = unsur;

  const place = document.querySelector(".saringan");
  if (!place) return;
  const data = JSON.parse(place.querySelector("script").textContent);

  const TEXTS = {
    id: {
      title: "Saring daftar",
      words: "Kata, singkatan atau kode",
      all: "semua",
      clear: "Hapus saringan",
      count: (some, all) => `${some} dari ${all} indikator`,
      none: "Tidak ada indikator yang cocok dengan saringan ini.",
      meant: "Maksud Anda: ",
    },
    en: {
      title: "Filter the list",
      words: "Word, abbreviation or code",
      all: "all",
      clear: "Clear the filter",
      count: (some, all) => `${some} of ${all} indicators`,
      none: "No indicator fits this filter.",
      meant: "Did you mean: ",
    },
  }[data.bahasa];
  // A list of something else says what it counts.
  if (data.teks) {
    TEXTS.count = (some, all) => data.teks.jumlah.replace("{}", some).replace("{}", all);
    TEXTS.none = data.teks.kosong;
  }

  const { kesbangIkuCari } = globalThis;
  const root = new URL(data.bahasa === "id" ? "../" : "../../", location.href).href.replace(/\/$/, "");
  // A list of what the search does not look through brings its own texts.
  const indicators = Object.entries(data.indikator).map(([code, facets]) => ({
    code, facets, text: facets.teks === undefined ? null : ` ${kesbangIkuCari.plain(facets.teks)} `,
  }));

  // The rows of the tables, by the code in their first cell; lists below them stay as they are.
  const rows = new Map();
  const sections = [];
  for (const table of document.querySelectorAll(".md-content table")) {
    const found = [...table.querySelectorAll("tbody tr")].map((row) => [
      row.querySelector("td code")?.textContent, row,
    ]);
    if (!found.every(([code]) => code in data.indikator)) continue;
    found.forEach(([code, row]) => rows.set(code, row));
    // Material wraps a table once the page has loaded; the heading is looked up when needed.
    sections.push({ table, codes: found.map(([code]) => code) });
  }

  /** Hide a heading, and what leads to it in the contents of the page, which stand there twice. */
  function hide(heading, hidden) {
    if (!heading) return;
    heading.hidden = hidden;
    const links = `.md-nav--secondary a[href="#${CSS.escape(heading.id)}"]`;
    for (const link of document.querySelectorAll(links)) link.parentElement.hidden = hidden;
  }

  function headingOf(table) {
    let before = table;
    while (before && !/^H[1-6]$/.test(before.tagName)) {
      before = before.previousElementSibling ?? before.parentElement;
    }
    return before;
  }

  const search = element("input", {
    type: "search", id: "saring-kata", name: "kata", autocomplete: "off",
  });
  const selects = new Map(
    data.saringan.map((facet) => [
      facet.nama, element("select", { id: `saring-${facet.nama}`, name: facet.nama }),
    ]),
  );
  const status = element("p", { class: "saringan-jumlah", role: "status" });
  const form = element(
    "form", { class: "saringan-isian", role: "search", "aria-label": TEXTS.title },
    labelled(TEXTS.words, search),
    ...data.saringan.map((facet) => labelled(facet.label, selects.get(facet.nama))),
    element("button", { type: "reset", class: "md-button" }, TEXTS.clear),
  );

  /** What is asked for: the codes that have the words, as the search of the site finds them, or nothing
   * where no word is asked for; and the choice of each facet. */
  async function asked() {
    const choices = [...selects].map(([name, select]) => [name, select.value]);
    if (!search.value.trim()) return { codes: null, choices, meant: "" };
    const { entries, asked: wish, isIn } = await kesbangIkuCari.load(data.bahasa, root);
    const known = new Map(entries.map((entry) => [entry.one[4][0], entry.text]));
    const texts = indicators.map(({ code, text }) => text ?? known.get(code) ?? "");
    const { wanted, readAs, words } = wish(search.value, texts);
    const fitting = indicators.filter((_, at) => wanted.every((one) => isIn(one, texts[at])));
    return { codes: new Set(fitting.map(({ code }) => code)), choices, meant: readAs.size ? words : "" };
  }

  function fits(indicator, { codes, choices }, except = null) {
    return (
      (!codes || codes.has(indicator.code)) &&
      choices.every(([name, value]) => !value || name === except || indicator.facets[name].includes(value))
    );
  }

  /** Options of each facet with how many would be left, given all the others. */
  function offer(wanted) {
    for (const facet of data.saringan) {
      const select = selects.get(facet.nama);
      const chosen = select.value;
      const left = indicators.filter((one) => fits(one, wanted, facet.nama));
      const option = (value, label, count) => {
        const made = element("option", { value }, `${label} (${count})`);
        made.disabled = count === 0 && value !== chosen;
        return made;
      };
      select.replaceChildren(
        option("", TEXTS.all, left.length),
        ...Object.entries(facet.pilihan).map(([value, label]) =>
          option(value, label, left.filter((one) => one.facets[facet.nama].includes(value)).length),
        ),
      );
      select.value = chosen;
    }
  }

  async function show() {
    const typed = search.value;
    const wanted = await asked();
    if (typed !== search.value) return; // something else was typed in between
    const left = new Set(indicators.filter((one) => fits(one, wanted)).map((one) => one.code));
    for (const [code, row] of rows) row.hidden = !left.has(code);
    for (const { table, codes } of sections) {
      const empty = !codes.some((code) => left.has(code));
      table.hidden = empty;
      if (sections.length > 1) hide(headingOf(table), empty);
    }
    // What lists the same once more says nothing about what is filtered.
    const themes = document.querySelector(".menurut-tema");
    if (themes) {
      themes.hidden = left.size < indicators.length;
      hide(themes.querySelector("h2"), themes.hidden);
    }
    status.textContent = (wanted.meant ? `${TEXTS.meant}${wanted.meant}. ` : "") + (left.size ? TEXTS.count(left.size, indicators.length) : TEXTS.none);
    offer(wanted);
  }

  function remember() {
    const state = new URLSearchParams();
    if (search.value.trim()) state.set("kata", search.value.trim());
    for (const [name, select] of selects) if (select.value) state.set(name, select.value);
    const hash = state.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  /** Take the state out of the address; an anchor of a heading is none. */
  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    search.value = state.get("kata") ?? "";
    for (const [name, select] of selects) {
      const value = state.get(name) ?? "";
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
    show();
  }

  const changed = () => {
    show();
    remember();
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("hashchange", () => location.hash.includes("=") && recall());

  place.append(form, status);
  place.hidden = false;
  show().then(recall);
})();
