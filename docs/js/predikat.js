/* Answers an achievement with its category. Numbers are compared as they are written, never rounded. */
(function () {
  "use strict";

  const { element } = unsur;

  const place = document.querySelector(".predikat-tanya");
  const data = JSON.parse(place.querySelector("script").textContent);
  const texts = data.teks;

  /** A number as a fraction of whole ones: "94,44", "94.44 %", "151/2". */
  function read(text) {
    const written = text.trim().replace(/\s*%$/, "");
    const decimal = written.match(/^(-?)(\d{1,6})(?:[.,](\d{1,20}))?$/);
    const other = data.koma === "," ? "." : ",";
    // "1.234" may be a thousand or a decimal.
    if (!decimal || (written.includes(other) && decimal[3].length === 3)) return null;
    const [, sign, whole, rest = ""] = decimal;
    const above = BigInt(whole + rest) * (sign ? -1n : 1n);
    return { above, below: 10n ** BigInt(rest.length), shown: sign + whole + (rest && data.koma + rest) };
  }

  const end = (text) => {
    const [above, below = "1"] = text.split("/");
    return { above: BigInt(above), below: BigInt(below) };
  };
  const compare = (one, other) => {
    const left = one.above * other.below, right = other.above * one.below;
    return left < right ? -1 : left > right ? 1 : 0;
  };

  function holds(kelas, value) {
    if (kelas.dari !== null) {
      const side = compare(value, end(kelas.dari));
      if (side < 0 || (side === 0 && !kelas.dari_termasuk)) return false;
    }
    if (kelas.sampai !== null) {
      const side = compare(value, end(kelas.sampai));
      if (side > 0 || (side === 0 && !kelas.sampai_termasuk)) return false;
    }
    return true;
  }

  const field = element("input", { id: "predikat-capaian", inputmode: "decimal", autocomplete: "off", size: "8" });
  const answers = element("div", { role: "status", class: "predikat-jawaban" });

  function show() {
    answers.replaceChildren();
    if (!field.value.trim()) return;
    const value = read(field.value);
    if (!value) {
      answers.append(element("p", {}, texts.salah));
      return;
    }
    for (const scale of data.skala) {
      const found = scale.kelas.find((one) => holds(one, value));
      const said = texts.jawab.replace("{nilai}", value.shown).replace("{kelas}", found?.label ?? texts.tidak);
      answers.append(element("p", {}, element("b", {}, said), ` · ${scale.nama}`));
    }
  }

  field.addEventListener("input", show);
  place.append(element("label", { for: field.id }, texts.tanya), " ", field, answers);
  place.hidden = false;
  field.value = new URLSearchParams(location.search).get("capaian") ?? "";
  show();
})();
