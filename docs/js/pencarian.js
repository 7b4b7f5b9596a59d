/* The search of the site: what is typed into a field is looked for in the index of the page's language,
 * and shown below it in groups. The exact code comes first, then what has all of the words in its name,
 * then in its text, then what has some. The index is fetched when a field is first used. */
(function () {
  "use strict";

  const { element } = unsur;

  const MOST = 8; // of a group, until more are asked for
  const TEXTS = {
    id: {
      groups: ["Indikator", "Panduan", "Temuan"],
      none: "Tidak ada yang cocok. Coba kata lain, singkatan, atau kodenya.",
      some: "Tidak ada yang memuat semua kata itu; ini memuat sebagian.",
      meant: "Maksud Anda: ",
      count: (count) => `${count} hasil`,
      more: (count) => `${count} lagi`,
      absent: "Daftar pencarian tidak dapat dimuat.",
    },
    en: {
      groups: ["Indicators", "Guides", "Findings"],
      none: "Nothing fits. Try another word, an abbreviation or the code.",
      some: "Nothing has all of these words; these have some.",
      meant: "Did you mean: ",
      count: (count) => `${count} results`,
      more: (count) => `${count} more`,
      absent: "The search list could not be loaded.",
    },
  };
  const { searcher, plain } = globalThis.kesbangIkuCari;
  const GROUP = 0, ADDRESS = 1, TITLE = 2, BESIDE = 3, NAMES = 4, OTHERS = 5, TEXT = 6, RANK = 7;

  /** Entries of the index as they are compared, and what asks for words among them. */
  function prepared({ kosakata, isi }) {
    const entries = isi.map((one) => {
      const names = one[NAMES].map(plain), others = one[OTHERS].map(plain);
      const title = ` ${plain(one[TITLE])} `, called = ` ${[...names, ...others].join("  ")} `;
      // Among equals the official come first, and a name that says little else.
      const order = one[RANK] + (one[GROUP] ? 0 : 1.5 * Math.floor(title.trim().split(" ").length / 8));
      return { one, names, others, order, title, called, text: `${title}${called} ${one[TEXT]} `, part: one[GROUP] === 1 && one[BESIDE] };
    });
    return { entries, texts: entries.map((entry) => entry.text), ...searcher(kosakata) };
  }

  /** How well an entry answers, from 6 for its very name to a fraction for some of the words. */
  function fit(entry, asked, isIn) {
    const { wanted, words } = asked;
    // A part of a page comes behind pages of the same words.
    const less = entry.part ? 2 : 0;
    if (entry.names.includes(words) || entry.title === ` ${words} `) return 6 - less;
    if (entry.title.startsWith(` ${words}`)) return 5 - less;
    if (entry.title.includes(` ${words}`) || entry.others.includes(words)) return 4 - less / 2;
    const all = (text) => wanted.every((one) => isIn(one, text));
    if (all(entry.title)) return 3 - less / 2;
    if (all(entry.title + entry.called)) return 2.5;
    if (all(entry.text)) return 2;
    return wanted.filter((one) => isIn(one, entry.text)).length / (wanted.length + 1);
  }

  function found(text, { entries, texts, asked, isIn }) {
    const wish = asked(text, texts);
    if (!wish.words) return null;
    const fits = entries.map((entry) => ({ entry: entry.one, order: entry.order, fit: fit(entry, wish, isIn) })).filter((one) => one.fit > 0);
    const whole = fits.some((one) => one.fit >= 2);
    const kept = whole ? fits.filter((one) => one.fit >= 2) : fits;
    kept.sort((one, other) => other.fit - one.fit || one.order - other.order);
    return { wish, whole, kept };
  }

  const loading = new Map();
  function load(language, root) {
    if (!loading.has(language)) {
      loading.set(language, new Promise((resolve, reject) => {
        const script = element("script", { src: `${root}/js/cari-${language}.js` });
        script.onload = () => resolve(prepared(globalThis.kesbangIkuIsi[language]));
        script.onerror = reject;
        document.head.append(script);
      }));
    }
    return loading.get(language);
  }

  globalThis.kesbangIkuCari.load = load; // lists are filtered with the same index

  function serve(form) {
    const texts = TEXTS[form.dataset.bahasa];
    const root = form.dataset.akar.replace(/\/$/, "");
    const field = form.querySelector("input");
    const place = form.parentElement.querySelector(".cari-hasil");
    const inHeader = Boolean(form.closest(".md-header"));
    const toggle = document.getElementById("__search");
    const status = element("p", { role: "status", class: "cari-kabar" });
    const list = element("div");
    place.append(status, list);
    form.hidden = false;

    const reveal = (shown) => {
      if (inHeader && toggle.checked !== shown) toggle.click();
    };

    function line(one) {
      const link = element("a", { href: `${root}/${one[ADDRESS]}` }, one[TITLE]);
      return element("li", {}, link, one[BESIDE] ? element("span", { class: "cari-samping" }, one[BESIDE]) : "");
    }

    function group(number, hits) {
      const lines = element("ul", {}, ...hits.slice(0, MOST).map((one) => line(one.entry)));
      const rest = hits.slice(MOST);
      const made = element("section", {}, element("h2", { class: "cari-kelompok" }, texts.groups[number]), lines);
      if (rest.length) {
        const more = element("button", { type: "button", class: "md-button" }, texts.more(rest.length));
        more.addEventListener("click", () => {
          const [next, ...others] = rest.map((one) => line(one.entry));
          lines.append(next, ...others);
          more.remove();
          next.querySelector("a").focus();
        });
        made.append(more);
      }
      return made;
    }

    async function show() {
      const text = field.value;
      let index;
      try {
        index = await load(form.dataset.bahasa, root);
      } catch {
        status.textContent = texts.absent;
        return;
      }
      if (text !== field.value) return; // something else was typed in between
      const answer = found(text, index);
      list.replaceChildren();
      status.replaceChildren();
      if (!answer) return;
      const { wish, whole, kept } = answer;
      if (wish.readAs.size) status.append(texts.meant, element("b", {}, wish.words), ". ");
      status.append(!kept.length ? texts.none : whole ? texts.count(kept.length) : texts.some);
      const groups = [0, 1, 2].map((number) => [number, kept.filter((one) => one.entry[GROUP] === number)]);
      groups
        .filter(([, hits]) => hits.length)
        .sort(([, one], [, other]) => other[0].fit - one[0].fit)
        .forEach(([number, hits]) => list.append(group(number, hits)));
    }

    const links = () => [...list.querySelectorAll("a")];
    field.addEventListener("focus", () => {
      reveal(true);
      load(form.dataset.bahasa, root).catch(() => {});
    });
    field.addEventListener("input", show);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await show();
      links()[0]?.click();
    });
    form.parentElement.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        field.value = "";
        show();
        reveal(false);
        field.focus();
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const all = [field, ...links()];
      const at = all.indexOf(document.activeElement);
      if (!step || at < 0) return;
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
    });
    if (inHeader) {
      toggle.addEventListener("change", () => toggle.checked && document.activeElement !== field && field.focus());
      document.addEventListener("keydown", (event) => {
        const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
        if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
        if (["/", "s", "f"].includes(event.key)) {
          event.preventDefault();
          field.focus();
        }
      });
    }
  }

  for (const form of document.querySelectorAll("form.cari")) serve(form);
})();
