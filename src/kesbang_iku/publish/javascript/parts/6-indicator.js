/* Indicators, achievement methods and scales: definitions are data, handed in; none stands here. */
(function (iku) {
  "use strict";

  const { Rational, Missing, Undefined, exact } = iku;
  const orNull = (value) => (value === null || value === undefined ? null : Rational.of(value));
  const same = (a, b) => a.toLowerCase() === b.toLowerCase();
  const both = (text, english) => ({ id: text, en: english ?? text });
  const inBoth = (write) => both(write("id"), write("en"));
  const localized = (plain) => inBoth((language) => iku.localized(plain, language));

  // -------------------------------------------------------------------------------------- scales

  const beginsBelow = (found, value) => {
    const side = found.dari === null ? 1 : value.compare(Rational.of(found.dari));
    return side > 0 || (side === 0 && found.dari_termasuk);
  };
  const endsAbove = (found, value) => {
    const side = found.sampai === null ? -1 : value.compare(Rational.of(found.sampai));
    return side < 0 || (side === 0 && found.sampai_termasuk);
  };

  /** The class of a scale that a value lies in, or `null`. */
  function classify(scale, value) {
    const inside = (found) => beginsBelow(found, value) && endsAbove(found, value);
    return scale.kelas.find(inside) ?? null;
  }

  const classNamed = (scale, label) =>
    scale?.kelas.find((found) => same(found.label, label)) ?? null;

  // ------------------------------------------------------------------------------------- methods

  /** The achievement of `inputs` by a method: exact, published, unlimited, and the reason. */
  function achieve(method, inputs) {
    for (const policy of method.kebijakan) {
      if (node(policy.jika).value(inputs) === true) {
        const reason = both(policy.alasan, policy.alasan_en);
        if (!policy.capaian) return { reason };
        return { ...limitedTo(method, node(policy.capaian).value(inputs)), reason };
      }
    }
    return limitedTo(method, node(method.rumus).value(inputs));
  }

  function limitedTo(method, value) {
    if (value instanceof Undefined) return { reason: iku.reasons[value.reason] };
    if (value instanceof Missing) return {};
    const [floor, cap] = [orNull(method.batas.bawah), orNull(method.batas.atas)];
    let limited = value;
    if (floor && exact.compare(value, floor) < 0) limited = floor;
    else if (cap && exact.compare(value, cap) > 0) limited = cap;
    return {
      exact: limited,
      published: iku.roundHalfUp(limited, method.desimal),
      unlimited: iku.roundHalfUp(value, method.desimal),
    };
  }

  const nodes = new WeakMap();

  /** The node of a translated formula, made once. */
  function node(translated) {
    if (!nodes.has(translated)) nodes.set(translated, translated(iku.formula));
    return nodes.get(translated);
  }

  // ------------------------------------------------------------------------------------- reading

  /** Read one variable or target as its definition has it; findings of level galat refuse it. */
  function readOne(text, name, field, unit, label = "") {
    if (text instanceof Rational) return { value: text, findings: [] };
    const { value, findings } = iku.readNumber(text === "" ? null : text, field);
    const found = [...findings];
    if (value?.kind === "number") {
      found.push(...unitFindings(value.unit, unit, name, label));
      return { value: isRefused(found) ? null : value.value, findings: found };
    }
    const form = { range: both("rentang", "a range"), bound: both("batas", "a bound"), words: both("kata", "words") }[value?.kind];
    if (form) {
      const given = { nama: name, bentuk: form.id, bentuk_en: form.en };
      found.push(iku.finding("UNREADABLE_VALUE", given));
    }
    return { value: null, findings: found };
  }

  const isRefused = (findings) => findings.some((found) => found.level === "galat");

  /** What is wrong with a unit written behind a number. */
  function unitFindings(written, expected, name, label) {
    if (!written || !expected) return [];
    const { spellings, known } = iku.units;
    const wanted = known[expected];
    const named = spellings[written.toLowerCase().replace(/\s/g, "").replace(/\.+$/, "")];
    const inLabel = label.toLowerCase().split(/\s+/).includes(written.toLowerCase());
    if (!wanted || named === expected || inLabel) return [];
    const facts = { nama: name, tertulis: written, satuan: wanted.label };
    if (!known[named]) return [iku.finding("UNIT_UNKNOWN", facts)];
    return [iku.finding(wanted.fit.includes(named) ? "UNIT_OTHER" : "UNIT_OTHER_KIND", facts)];
  }

  function boundFindings(value, variable) {
    const facts = { nama: variable.nama, nilai: value };
    const [minimum, maximum] = [orNull(variable.minimum), orNull(variable.maksimum)];
    if (minimum && value.compare(minimum) < 0) {
      return [iku.finding("BELOW_MINIMUM", { ...facts, batas: minimum })];
    }
    if (maximum && value.compare(maximum) > 0) {
      return [iku.finding("ABOVE_MAXIMUM", { ...facts, batas: maximum })];
    }
    return variable.bulat && !value.isWhole ? [iku.finding("NOT_WHOLE", facts)] : [];
  }

  // --------------------------------------------------------------------------------------- goals

  function readGoal(definition, text, scale, format) {
    const field = {
      format,
      minimum: orNull(definition.rentang.min),
      maximum: orNull(definition.rentang.maks),
      whole: definition.desimal === 0, // what has no decimals counts things
    };
    const reading =
      text instanceof Rational
        ? { value: { kind: "number", value: text, unit: null }, findings: [] }
        : iku.readNumber(text, field);
    const findings = [...reading.findings];
    const found = reading.value;
    findings.push(...unitFindings(found?.unit, definition.satuan, "target", field.whole ? definition.nama : ""));
    if (!found || found.kind === "missing" || isRefused(findings)) return { goal: null, findings };
    const goal = goalOf(found);
    if (goal.kind === "words" && !classNamed(scale, goal.text)) {
      const skala = scale?.label;
      const kelas = scale?.kelas.map((one) => one.label).join(", ");
      const [bentuk, pilihan] = iku.goals[scale ? "berskala" : "tanpa_skala"].map((said) =>
        inBoth((language) => said[language].replace("{skala}", skala).replace("{kelas}", kelas)),
      );
      findings.push(iku.finding("UNREADABLE_TARGET", { target: goal.text, bentuk, pilihan }));
      return { goal: null, findings };
    }
    return { goal, findings: [...findings, ...doubts(definition, goal, field)] };
  }

  function goalOf(found) {
    const said = (write) => ({
      text: write((value) => iku.plainText(value, ".")),
      shown: inBoth((language) => write((value) => iku.numberText(value, language))),
    });
    switch (found.kind) {
      case "range":
        return {
          kind: "range", low: found.low, high: found.high,
          ...said((number) => `${number(found.low)}–${number(found.high)}`),
        };
      case "bound": {
        const rising = found.operator.startsWith(">");
        const strict = found.operator.length === 1;
        const sign = rising ? (strict ? ">" : "≥") : strict ? "<" : "≤";
        return {
          kind: "bound", low: found.value, high: found.value, strict,
          direction: rising ? "maksimalkan" : "minimalkan",
          ...said((number) => `${sign} ${number(found.value)}`),
        };
      }
      case "words":
        return { kind: "words", text: found.text, shown: both(found.text) };
      default:
        return { kind: "number", low: found.value, high: found.value, ...said((number) => number(found.value)) };
    }
  }

  function* doubts(definition, goal, { minimum, maximum }) {
    const outside = [goal.low, goal.high].some(
      (end) => end && ((minimum && end.compare(minimum) < 0) || (maximum && end.compare(maximum) > 0)),
    );
    const facts = { target: goal.shown, kode: definition.kode };
    if (outside) {
      const rentang = inBoth((language) =>
        [minimum, maximum].map((end) => (end ? iku.numberText(end, language) : "…")).join("–"),
      );
      yield iku.finding("TARGET_OUT_OF_RANGE", { ...facts, rentang });
    }
    if (goal.direction && goal.direction !== definition.polaritas) {
      yield iku.finding("TARGET_WRONG_WAY", { ...facts, polaritas: definition.polaritas_label });
    }
  }

  /** Whether a value reaches a number, a range or a bound. */
  function reached(goal, value, polarity) {
    const [low, high] = [value.compare(goal.low), value.compare(goal.high)];
    if (goal.strict && low === 0) return false;
    const direction = goal.direction ?? polarity;
    if (direction === "stabilkan") return low >= 0 && high <= 0;
    return direction === "maksimalkan" ? low >= 0 : high <= 0;
  }

  function reachedClass(found, value, polarity) {
    const [begins, ends] = [beginsBelow(found, value), endsAbove(found, value)];
    if (polarity === "maksimalkan") return begins;
    return polarity === "minimalkan" ? ends : begins && ends;
  }

  /** Hold a value of which only its class is told against a goal: a class is reached or not. */
  function judgeClass(definition, stated, goal, scale) {
    const reason = both(
      "yang disebut hanya kelas nilainya, bukan bilangannya.",
      "only the class of the value is told, not its number.",
    );
    const wanted = goal.kind === "words" ? classNamed(scale, goal.text) : null;
    if (!wanted) return { reason };
    const [is, due] = [stated, wanted].map((found) => scale.kelas.indexOf(found));
    const met = { maksimalkan: is >= due, minimalkan: is <= due, stabilkan: is === due };
    return { reason, reached: met[definition.polaritas] };
  }

  /** Hold a value against a goal, by the method of the definition. */
  function judge(definition, published, exactValue, goal, scale) {
    const shown = Rational.of(published);
    const { capaian: single, capaian_rentang: ranged, polaritas } = definition;
    if (goal.kind === "words") {
      return {
        goal, method: single,
        reached: reachedClass(classNamed(scale, goal.text), shown, polaritas),
        reason: both("target berupa kelas, bukan bilangan.", "the target is a class, not a number."),
      };
    }
    const method = goal.kind === "range" ? ranged : single;
    const start = { goal, method: method ?? single, reached: reached(goal, shown, polaritas) };
    if (!method) {
      const reason = both("metode ini tidak mengatur target rentang.", "this method does not settle range targets.");
      return { ...start, reason };
    }
    const inputs = { realisasi: method.dasar === "nilai_terbit" ? shown : exactValue };
    if (goal.kind === "range") Object.assign(inputs, { target_min: goal.low, target_maks: goal.high });
    else inputs.target = goal.low;
    const found = achieve(method, inputs);
    const category =
      found.published && definition.predikat
        ? classify(definition.predikat, Rational.of(found.published))
        : null;
    return { ...start, ...found, inputs, category };
  }

  // ----------------------------------------------------------------------------------- computing

  /**
   * Compute a definition from texts as people write them.
   *
   * @param given `variables` and `previous` (objects from name to text, or to a Rational), `unknown`
   *   (the names of variables that are not known, whatever the formula fills in for them), `printed`
   *   (the value somebody printed, which stands where no variables are given), `target`, `level` of government where the scale of the value differs by it, and `format` of the
   *   numbers ("id", "en" or none).
   * @returns status, published and exact value, category, achievement, what is missing, findings
   */
  function compute(definition, given) {
    const result = { definition, status: "lengkap", findings: [], missing: [], byName: {} };
    const values = readAll(definition, given.variables, given.format, result, "variables");
    const previous = readAll(definition, given.previous, given.format, result, "previous");
    Object.assign(result, { values, previous });
    const scale = scaleAt(definition, given.level);
    if (result.refused || breaksRule(definition, values, previous, result)) result.status = "ditolak";
    else if (given.printed !== undefined && !Object.keys(given.variables ?? {}).length) {
      takePrinted(definition, given, scale, result);
    } else evaluate(definition, given, values, previous, result);
    if (result.exact) publish(definition, result);
    if (given.target) hold(definition, given, scale, result);
    if (result.published) {
      result.scale = scale;
      result.category = scale ? classify(scale, Rational.of(result.published)) : null;
    } else if (result.stated) result.category = result.stated;
    return result;
  }

  const scaleAt = (definition, level) =>
    definition.kategori[level] ?? definition.kategori[""] ?? null;

  function readAll(definition, texts, format, result, group) {
    const values = {};
    for (const [nama, text] of Object.entries(texts ?? {})) {
      const variable = definition.variabel.find((one) => one.nama === nama);
      if (!variable) continue;
      const field = {
        format,
        minimum: orNull(variable.minimum),
        maximum: orNull(variable.maksimum),
        whole: variable.bulat,
      };
      const { value, findings } = readOne(text, variable.nama, field, variable.satuan, variable.label);
      if (value) findings.push(...boundFindings(value, variable));
      if (isRefused(findings)) result.refused = true;
      else if (value) values[variable.nama] = value;
      result.findings.push(...findings);
      if (findings.length) {
        result.byName[group] = { ...result.byName[group], [variable.nama]: findings };
      }
    }
    return values;
  }

  function breaksRule(definition, values, previous, result) {
    let broken = false;
    for (const rule of definition.aturan) {
      if (node(rule.jika).value(values, previous) !== false) continue;
      broken = true;
      const before = Object.entries(previous).map(([name, value]) => [`sebelumnya(${name})`, value]);
      const numbers = [...Object.entries(values), ...before];
      const angka = inBoth((language) =>
        numbers.map(([name, value]) => `${name} = ${iku.numberText(value, language)}`).join(", "),
      );
      result.findings.push(
        iku.finding("RULE_BROKEN", {
          pesan: rule.pesan,
          pesan_en: rule.pesan_en,
          ekspresi: rule.ekspresi,
          angka,
        }),
      );
    }
    return broken;
  }

  function evaluate(definition, given, values, previous, result) {
    if (!definition.rumus) {
      noteUndefined(definition, both(definition.tanpa_rumus), result);
      return;
    }
    const found = node(definition.rumus).value(values, previous);
    const value = given.unknown && !(found instanceof Missing) ? new Missing(given.unknown) : found;
    if (value instanceof Missing) {
      Object.assign(result, { status: "belum_lengkap", missing: value.names });
      const facts = { kode: definition.kode, kurang: value.names.join(", ") };
      result.findings.push(iku.finding("MISSING_VARIABLE", facts));
    } else if (value instanceof Undefined) {
      const holds = definition.tak_terdefinisi.find((one) => node(one.jika).value(values, previous) === true);
      const reason = holds ? both(holds.alasan, holds.alasan_en) : iku.reasons[value.reason];
      noteUndefined(definition, reason, result);
    } else {
      result.exact = value;
      result.released = definition.variabel.some((one) => one.rilis && one.nama in values);
      result.findings.push(...releaseFindings(definition, given.variables, values));
    }
  }

  /** Let the value somebody printed stand as the value: there is nothing to compute it from. */
  function takePrinted(definition, given, scale, result) {
    const { printed: text, format } = given;
    result.stated = typeof text === "string" ? classNamed(scale, text.trim().replace(/\s+/g, " ")) : null;
    if (result.stated) {
      result.status = "belum_lengkap";
      return;
    }
    const field = {
      format,
      minimum: orNull(definition.rentang.min),
      maximum: orNull(definition.rentang.maks),
      whole: definition.desimal === 0,
    };
    const { value, findings } = readOne(text, "realisasi", field, definition.satuan, field.whole ? definition.nama : "");
    result.findings.push(...findings);
    if (!value) {
      const refused = isRefused(findings);
      result.status = refused ? "ditolak" : "belum_lengkap";
      if (!refused) result.missing = definition.diperlukan;
      return;
    }
    result.exact = value;
    result.printed = iku.decimalsOf(text instanceof Rational ? "" : text, value);
  }

  function noteUndefined(definition, reason, result) {
    Object.assign(result, { status: "tidak_terdefinisi", reason });
    const facts = { kode: definition.kode, alasan: reason };
    result.findings.push(iku.finding("UNDEFINED_VALUE", facts));
  }

  /** What is said of a released value that is not what its components give, where both are there. */
  function* releaseFindings(definition, texts, values) {
    const { rilis: name, rumus_hitung: computed, dihitung_dari: parts } = definition;
    if (!computed || !(name in values) || !parts.every((part) => part in values)) return;
    const formula = (numbers) => node(computed).value(numbers);
    const value = formula(values);
    if (value instanceof Undefined) return;
    const [released, expected] = [values[name], value].map((one) =>
      iku.roundHalfUp(one, definition.desimal),
    );
    if (released === expected) return;
    const read = (part) => ({
      text: typeof texts[part] === "string" ? texts[part] : "", value: values[part],
    });
    const variables = parts.map((part) => definition.variabel.find((one) => one.nama === part));
    const behind = Object.fromEntries(parts.map((part) => [part, read(part)]));
    const [rilis, hitung] = [released, expected].map(localized);
    const saksi = iku.witness(formula, variables, behind, read(name));
    yield saksi
      ? iku.finding("VALUE_POSSIBLE", { cetak: rilis, hitung, saksi })
      : iku.finding("RELEASE_DIFFERS", { nama: name, rilis, hitung });
  }

  /** Round once, and refuse a value outside of the indicator's range. */
  function publish(definition, result) {
    const published = iku.roundHalfUp(result.exact, result.printed ?? definition.desimal);
    const [minimum, maximum] = [orNull(definition.rentang.min), orNull(definition.rentang.maks)];
    const facts = { nama: definition.kode, nilai: localized(published) };
    let found = null;
    if (minimum && exact.compare(result.exact, minimum) < 0) {
      found = iku.finding("BELOW_MINIMUM", { ...facts, batas: minimum });
    } else if (maximum && exact.compare(result.exact, maximum) > 0) {
      found = iku.finding("ABOVE_MAXIMUM", { ...facts, batas: maximum });
    }
    if (!found) {
      result.published = published;
      return;
    }
    result.findings.push(found);
    Object.assign(result, { status: "ditolak", exact: null });
  }

  function hold(definition, given, scale, result) {
    const { goal, findings } = readGoal(definition, given.target, scale, given.format);
    result.findings.push(...findings);
    if (findings.length) result.byName.target = findings;
    if (!goal) return;
    if (!result.published) {
      const start = { goal, method: definition.capaian };
      result.achievement = result.stated
        ? { ...start, ...judgeClass(definition, result.stated, goal, scale) }
        : start;
      return;
    }
    result.achievement = judge(definition, result.published, result.exact, goal, scale);
    if (!result.achievement.published) {
      const alasan = result.achievement.reason ?? both(
        "tidak ada nilai yang dapat dibandingkan dengan target.",
        "there is no value to hold against the target.",
      );
      const facts = { kode: definition.kode, target: goal.shown, alasan };
      result.findings.push(iku.finding("ACHIEVEMENT_UNDEFINED", facts));
    }
  }

  /** The steps of the value, and those of the achievement. */
  function explain(result, language) {
    const { definition, achievement } = result;
    const given =
      definition.rumus && Object.keys(result.values).length && result.status !== "ditolak";
    const value = given
      ? iku.steps(node(definition.rumus), result.values, result.previous, language)
      : [];
    const held = achievement?.published && !achievement.reason
      ? iku.steps(node(achievement.method.rumus), achievement.inputs, {}, language)
      : [];
    return { value, achievement: held };
  }

  const definitions = new Map();

  /** Keep a definition, so that a page finds it by code and version. */
  function define(definition) {
    definitions.set(`${definition.kode} ${definition.versi}`, Object.freeze(definition));
  }

  Object.assign(iku, { achieve, classify, compute, define, definitions, explain, node });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
