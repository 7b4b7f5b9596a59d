/* The calculator on the page of an indicator. It draws the form and shows what the runtime
 * (kesbang-iku.js) gives; it computes nothing itself and asks no network. */
(function () {
  "use strict";

  const iku = globalThis.kesbangIku;

  const TEXTS = {
    id: {
      variables: "Angka periode ini",
      previous: "Angka periode sebelumnya",
      target: "Target",
      targetHint: "Boleh kosong. Angka, rentang (81,69–85,23), batas (≥ 80), atau nama kelas.",
      level: "Tingkat pemerintahan",
      noLevel: "tidak disebut",
      levels: { nasional: "nasional", provinsi: "provinsi", kabupaten: "kabupaten", kota: "kota" },
      notation: "Tulis seperti biasa: 85,23 atau 1234567.",
      compute: "Hitung",
      example: "Isi dengan contoh",
      clear: "Kosongkan",
      meant: "Maksudnya:",
      result: "Hasil",
      value: "Nilai",
      exact: "Nilai eksak",
      category: "Kategori",
      noClass: "tidak masuk kelas mana pun",
      achievement: "Capaian",
      unlimited: "Tanpa batas atas dan bawah",
      grade: "Predikat",
      reached: "Target tercapai",
      yes: "ya",
      no: "tidak",
      steps: "Langkah nilai",
      stepsAchievement: "Langkah capaian",
      policy: "Kebijakan",
      findings: "Temuan",
      released: "nilai rilis",
      rounded: "dibulatkan sekali, setengah ke atas",
      copy: "Salin hasil dan tautannya",
      copied: "Tersalin.",
      print: "Cetak",
      statuses: {
        belum_lengkap: "Belum lengkap, nilai tidak dapat dihitung.",
        tidak_terdefinisi: "Tidak terdefinisi: nilai tidak ada, bukan nol.",
        ditolak: "Ditolak: ada angka yang tidak mungkin benar.",
      },
    },
    en: {
      variables: "Numbers of this period",
      previous: "Numbers of the previous period",
      target: "Target",
      targetHint: "May stay empty. A number, a range (81,69–85,23), a bound (≥ 80), or a class.",
      level: "Level of government",
      noLevel: "not stated",
      levels: { nasional: "national", provinsi: "province", kabupaten: "regency", kota: "city" },
      notation: "Write as usual: 85,23 or 85.23, 1234567.",
      compute: "Compute",
      example: "Fill in the example",
      clear: "Clear",
      meant: "You mean:",
      result: "Result",
      value: "Value",
      exact: "Exact value",
      category: "Category",
      noClass: "in no class",
      achievement: "Achievement",
      unlimited: "Without floor and cap",
      grade: "Class of the achievement",
      reached: "Target reached",
      yes: "yes",
      no: "no",
      steps: "Steps of the value",
      stepsAchievement: "Steps of the achievement",
      policy: "Policy",
      findings: "Findings",
      released: "released value",
      rounded: "rounded once, half up",
      copy: "Copy the result and its link",
      copied: "Copied.",
      print: "Print",
      statuses: {
        belum_lengkap: "Incomplete, the value cannot be computed.",
        tidak_terdefinisi: "Undefined: there is no value, which is not zero.",
        ditolak: "Refused: a number cannot be right.",
      },
    },
  };

  /** Make an element; children are elements or texts, null ones are left out. */
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  /** Facts of a finding that name variables, as the file of a report would. */
  const NAMING = ["nama", "kurang", "ekspresi", "angka"];
  const NAMES = Object.fromEntries(Object.entries(iku.findings).map(([name, kind]) => [kind.code, name]));
  const IDENTIFIER = /[a-z][a-z0-9_]*/g;
  const FRACTION = /(\d[\d.,]*)\/(\d[\d.,]*)/g;

  /** Numbers on both sides of a bar stand without the marks of thousands. */
  const barred = (text) => text.replace(FRACTION, (all) => all.replace(/[.,]/g, "")).replaceAll(" * ", " × ");

  /** A fraction above one as a whole number and the rest. */
  function mixed(text) {
    return barred(text).replace(/(\d+)\/(\d+)/g, (all, above, below) => {
      const [n, d] = [BigInt(above), BigInt(below)];
      return n > d ? `${n / d} ${n % d}/${d}` : all;
    });
  }

  /** The variables of the previous period that a formula asks for. */
  function previousNames(node) {
    const names = node.operands.flatMap(previousNames);
    if (node.kind === "previous") names.push(/\((.*)\)/.exec(node.source)[1]);
    return [...new Set(names)];
  }

  class Calculator {
    constructor(place) {
      this.place = place;
      this.language = place.dataset.bahasa;
      this.texts = TEXTS[this.language];
      this.definition = iku.definitions.get(place.dataset.definisi);
      this.fields = [];
      this.prefix = `hitung-${place.dataset.definisi.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    }

    draw() {
      const { definition, texts } = this;
      const translated = definition.rumus ? iku.node(definition.rumus) : null;
      const before = translated ? previousNames(translated) : [];
      const earlier = definition.variabel.filter((one) => before.includes(one.nama));
      this.output = element("div", {
        class: "kalkulator-hasil", role: "status", "aria-live": "polite",
      });
      const example = definition.contoh
        ? element("button", { type: "button", class: "md-button" }, texts.example)
        : null;
      const clear = element("button", { type: "reset", class: "md-button" }, texts.clear);
      this.form = element(
        "form", { class: "kalkulator-isian", novalidate: true, autocomplete: "off" },
        this.group(texts.variables, "variables", definition.variabel),
        earlier.length ? this.group(texts.previous, "previous", earlier) : null,
        this.goal(),
        element(
          "p", { class: "kalkulator-tombol" },
          element("button", { type: "submit", class: "md-button md-button--primary" }, texts.compute),
          example, clear,
        ),
      );
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.compute();
      });
      this.form.addEventListener("reset", () => this.clear());
      this.form.addEventListener("change", () => this.answered && this.compute());
      example?.addEventListener("click", () => this.fill(definition.contoh));
      this.place.replaceChildren(this.form, this.output);
      this.recall();
    }

    /** Names of variables in a text of the formula language, as the form calls them. */
    labelled(text) {
      const labels = Object.fromEntries(this.definition.variabel.map((one) => [one.nama, one.label]));
      const said = (part) => part.replace(IDENTIFIER, (name) => labels[name] ?? name);
      return typeof text === "string" ? said(text) : { id: said(text.id), en: said(text.en) };
    }

    /** What was typed, as the end of an address; without anything typed, nothing. */
    state() {
      const typed = this.fields.filter(({ input }) => input.value.trim());
      const state = new URLSearchParams(typed.map(({ input }) => [input.name, input.value.trim()]));
      if (this.level.value) state.set("level", this.level.value);
      return state.toString();
    }

    remember() {
      const state = this.answered ? this.state() : "";
      history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    }

    /** Take what was typed out of the address, and compute with it. */
    recall() {
      const state = new URLSearchParams(location.hash.slice(1));
      if (!this.fields.some(({ input }) => state.has(input.name))) return;
      for (const { input } of this.fields) input.value = state.get(input.name) ?? "";
      this.level.value = state.get("level") ?? "";
      this.compute();
    }

    group(title, name, variables) {
      const hint = `${this.prefix}-${name}-cara`;
      return element(
        "fieldset", {}, element("legend", {}, title),
        element("p", { class: "kalkulator-cara", id: hint }, this.texts.notation),
        ...variables.map((one) => this.field(name, one.nama, one.label, one.satuan_label[this.language], hint)),
      );
    }

    field(group, name, label, unit, hint) {
      const id = `${this.prefix}-${group}-${name}`;
      const input = element("input", {
        id, name: `${group}.${name}`, type: "text", inputmode: group === "target" ? null : "decimal",
        "aria-describedby": `${id}-temuan ${hint}`,
      });
      const said = element("div", { id: `${id}-temuan`, class: "kalkulator-temuan" });
      this.fields.push({ group, name, input, said });
      const foreign = this.language !== "id" && group !== "target" ? "id" : null;
      return element(
        "div", { class: "kalkulator-baris" },
        element(
          "label", { for: id }, element("span", { lang: foreign }, label),
          unit ? element("span", { class: "kalkulator-satuan" }, ` (${unit})`) : null,
        ),
        input, said,
      );
    }

    /** The target, and the level where the scale of the value differs by it. */
    goal() {
      const { texts, definition } = this;
      const hint = `${this.prefix}-target-cara`;
      const levels = Object.keys(definition.kategori).filter(Boolean);
      const select = `${this.prefix}-tingkat`;
      this.level = element(
        "select", { id: select, name: "level" }, element("option", { value: "" }, texts.noLevel),
        ...levels.map((level) => element("option", { value: level }, texts.levels[level] ?? level)),
      );
      return element(
        "fieldset", {}, element("legend", {}, texts.target),
        element("p", { class: "kalkulator-cara", id: hint }, texts.targetHint),
        this.field("target", "target", texts.target, definition.satuan_label[this.language], hint),
        levels.length
          ? element("div", { class: "kalkulator-baris" },
              element("label", { for: select }, texts.level), this.level)
          : null,
      );
    }

    texted(group) {
      const found = this.fields.filter((field) => field.group === group);
      return Object.fromEntries(found.map(({ name, input }) => [name, input.value]));
    }

    compute() {
      this.answered = true;
      const result = iku.compute(this.definition, {
        variables: this.texted("variables"),
        previous: this.texted("previous"),
        target: this.texted("target").target,
        level: this.level.value,
      });
      for (const { group, name, input, said } of this.fields) {
        const byName = group === "target" ? result.byName : result.byName[group];
        const findings = byName?.[name] ?? [];
        const between = group === "variables" && this.broken(result).has(name);
        const wrong = between || findings.some((found) => found.level === "galat");
        if (wrong) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
        said.replaceChildren(...findings.flatMap((found) => this.saidOf(found, input)));
      }
      this.output.replaceChildren(...this.shown(result));
      this.remember();
    }

    /** The variables of rules that do not hold. */
    broken(result) {
      const rules = result.findings.map((found) => found.facts.ekspresi ?? "");
      return new Set(rules.flatMap((rule) => rule.match(IDENTIFIER) ?? []));
    }

    clear() {
      this.answered = false;
      this.remember();
      for (const { input, said } of this.fields) {
        input.removeAttribute("aria-invalid");
        said.replaceChildren();
      }
      this.output.replaceChildren();
    }

    fill(example) {
      this.form.reset();
      for (const { group, name, input } of this.fields) {
        const written = group === "target" ? example.target : example[group]?.[name];
        if (written) input.value = written;
      }
      this.level.value = example.level ?? "";
      this.compute();
    }

    /** A finding beside its field; what can be read in two ways is asked back. */
    saidOf(found, input) {
      const parts = [element("p", { class: `kalkulator-${found.level}` }, this.findingText(found))];
      const { tulis_ribuan: thousands, tulis_desimal: decimals } = found.facts;
      if (thousands && decimals) {
        const choices = [thousands, decimals].map((text) => {
          const button = element("button", { type: "button", class: "kalkulator-pilihan" }, text);
          button.addEventListener("click", () => {
            input.value = text;
            input.focus();
            this.compute();
          });
          return button;
        });
        parts.push(element("p", {}, `${this.texts.meant} `, ...choices));
      }
      return parts;
    }

    findingText(found) {
      const facts = { ...found.facts };
      for (const key of NAMING) if (facts[key]) facts[key] = this.labelled(facts[key]);
      const { message, hint } = iku.finding(NAMES[found.code], facts);
      return `${message[this.language]} ${hint[this.language]}`;
    }

    /** What may be done with a result: taken along with its address, or printed. */
    taken() {
      const { texts } = this;
      const said = element("span"); // the result around it is read out as it changes
      const copy = element("button", { type: "button", class: "md-button" }, texts.copy);
      const print = element("button", { type: "button", class: "md-button" }, texts.print);
      copy.addEventListener("click", async () => {
        const words = [...this.output.querySelectorAll("dl > div")].map((row) =>
          [...row.children].map((part) => part.textContent).join(": "),
        );
        const lines = [this.definition.kode, ...words, location.href].join("\n");
        await navigator.clipboard?.writeText(lines);
        said.textContent = navigator.clipboard ? texts.copied : location.href;
      });
      print.addEventListener("click", () => globalThis.print());
      return element("p", { class: "kalkulator-tombol" }, copy, print, said);
    }

    shown(result) {
      const { texts } = this;
      const rows = [];
      const say = (name, ...content) =>
        rows.push(element("div", {}, element("dt", {}, name), element("dd", {}, ...content)));
      if (result.published) this.sayValue(result, say);
      else say(texts.value, texts.statuses[result.status] ?? "–", this.reason(result));
      if (result.achievement) this.sayAchievement(result, say);
      const steps = iku.explain(result, this.language);
      return [
        element("p", { class: "kalkulator-judul" }, texts.result),
        element("dl", {}, ...rows),
        ...this.stepList(texts.steps, steps.value),
        ...this.stepList(texts.stepsAchievement, steps.achievement),
        ...this.findingList(result.findings),
        this.taken(),
      ];
    }

    sayValue(result, say) {
      const { texts, language, definition } = this;
      const number = iku.localized(result.published, language);
      const origin = result.released ? texts.released : texts.rounded;
      say(texts.value, element("strong", {}, number), ` ${definition.satuan_label[this.language]} (${origin})`);
      const exact = iku.valueText(result.exact, language);
      if (exact !== number) say(texts.exact, mixed(exact));
      if (result.scale) {
        const label = result.category ? this.label(result.category) : texts.noClass;
        say(texts.category, label, ` · ${this.label(result.scale)}`);
      }
    }

    sayAchievement(result, say) {
      const { texts, language } = this;
      const { published, unlimited, category, reached, reason, method } = result.achievement;
      const number = published ? `${iku.localized(published, language)} %` : "–";
      say(texts.achievement, element("strong", {}, number), ` (${this.label(method)})`);
      if (unlimited && unlimited !== published) {
        say(texts.unlimited, `${iku.localized(unlimited, language)} %`);
      }
      if (reason && result.published) say(texts.policy, reason[language]);
      if (category) say(texts.grade, this.label(category), ` · ${this.label(this.definition.predikat)}`);
      if (reached !== undefined) say(texts.reached, reached ? texts.yes : texts.no);
    }

    label(found) {
      return this.language === "id" ? found.label : found.label_en;
    }

    reason(result) {
      return result.reason ? ` ${result.reason[this.language]}` : "";
    }

    stepList(title, steps) {
      if (!steps.length) return [];
      const line = ({ expression, substituted, value }) =>
        element(
          "li", {}, barred(this.labelled(expression)), " → ",
          element("span", { class: "kalkulator-angka" }, `${barred(substituted)} = `),
          element("strong", {}, mixed(this.labelled(iku.valueText(value, this.language)))),
        );
      return [element("p", { class: "kalkulator-judul" }, title), element("ol", {}, ...steps.map(line))];
    }

    findingList(findings) {
      if (!findings.length) return [];
      const root = this.place.dataset.akar;
      const line = (found) =>
        element(
          "li", {},
          element("a", { href: `${root}temuan/${found.code.toLowerCase()}/` }, found.code),
          ` ${this.findingText(found)}`,
        );
      return [
        element("p", { class: "kalkulator-judul" }, this.texts.findings),
        element("ul", {}, ...findings.map(line)),
      ];
    }
  }

  for (const place of document.querySelectorAll(".kalkulator[data-definisi]")) {
    new Calculator(place).draw();
  }
})();
