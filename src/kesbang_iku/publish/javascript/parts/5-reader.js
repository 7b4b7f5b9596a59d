/* Numbers as Indonesians write them, read without a guess.
 *
 * `readNumber("85,23", field)` answers `{value, findings}`; the value is one of `{kind: "number"}`,
 * `"range"`, `"bound"`, `"words"`, `"missing"`, or `null` where the findings say why there is none.
 * Words and texts of findings come from the library (`kesbangIku.reader`, `kesbangIku.findings`).
 */
(function (iku) {
  "use strict";

  const { Rational } = iku;
  const { reader: words, limits } = iku;

  const DECIMAL_MARK = { id: ",", en: "." };
  const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const LETTERS = "[\\p{L}\\p{No}\\p{Nl}]";
  const DASHES = [...words.dashes].map((dash) => (dash === "-" ? "\\-" : dash)).join("");
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&");
  const pattern = (source, flags = "u") => new RegExp(source.split("\\s").join(SPACE), flags);
  const whole = (source) => pattern(`^(?:${source})$`, "iu");

  const INVISIBLE = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/gu;
  const GROUP_SPACES = /(?<=[0-9])[\u00a0\u2007\u2008\u2009\u202f'\u2019\u02bc](?=[0-9]{3})/gu;
  const SPACES = pattern("\\s+", "gu");
  const EDGES = pattern("^\\s+|\\s+$", "gu");
  const ERROR = /^(?:#(?:n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!|calc!)|#{2,})$/iu;
  const SIMPLE = /^([0-9]{1,15})(?:([.,])([0-9]{1,2}|[0-9]{4,6}))?$/;
  const TOKEN = /[0-9](?:[0-9.,']*[0-9])?/g;
  const EXPONENT = /[0-9][eE][-+]?[0-9]/;
  const YEAR = pattern("\\s*\\(((?:19|20)[0-9]{2})\\)$");
  const LETTER = pattern(LETTERS);
  const FOREIGN_DIGIT = /(?![0-9])\p{Nd}|(?<!\p{L})[²³]|(?![²³])\p{No}/u;

  const operators = Object.keys(words.operators).sort((a, b) => b.length - a.length);
  const MONEY = "(?:Rp\\.?|IDR\\.?)";
  const SIGN = "[-+−]";
  const FOOTNOTE = "\\s?(?:[a-z]\\)|\\*{1,3}\\)?)";
  const HEAD = whole(
    `(?:(?<label>skor|nilai|indeks|angka)\\s*)?(?<operator>${operators.map(escaped).join("|")})?\\s*` +
      `(?<sign>${SIGN})?\\s*(?<money>${MONEY})?\\s*(?<inner>${SIGN})?\\s*`,
  );
  const BETWEEN = whole(
    `(?<cents>[.,][-–—]{1,2}(?=\\s))?\\s*(?<unit>%|${LETTERS}{2,20})?(?:${FOOTNOTE})?\\s*` +
      `(?:[${DASHES}]|s\\.?\\s?[\\/.]?\\s?d\\.?|sampai(?: dengan)?|hingga)\\s*` +
      `(?<sign>${SIGN})?\\s*(?<money>${MONEY})?\\s*`,
  );
  const TAIL = whole(
    `(?<cents>[.,][-–—]{1,2}|,=)?\\s*(?<percent>%)?(?<footnote>${FOOTNOTE})?` +
      `\\s*(?<unit>${LETTERS}[^\\p{Nd}\\(\\)<>=≥≤+]*(?:\\([^\\p{Nd}\\(\\)]*\\))?)?(?<late>${FOOTNOTE})?`,
  );
  const OPEN_END = whole(`\\s*%?\\s*[${DASHES}]\\s*`);
  const ONLY_DASHES = new RegExp(`^[${DASHES} ]*$`, "u");
  const ENDS_IN_DASH = new RegExp(`[${DASHES}]$`, "u");

  const set = (list) => new Set(list);
  const MISSING = set(words.missing);
  const MAGNITUDES = set(words.magnitudes);
  const NOT_UNITS = set(words.notUnits);

  const MOST_DECIMALS = 40; // of a number that does not end as a decimal

  const trimmed = (text) => text.replace(EDGES, "");
  const digitsIn = (text) => [...text].filter((sign) => /[0-9]/.test(sign)).length;

  // ------------------------------------------------------------------------------------ findings

  /** A finding of the library's; arguments are texts, numbers, or texts in both languages. */
  function finding(name, given = {}) {
    const kind = iku.findings[name];
    const filled = (text, language) =>
      text[language].replace(/\{(\w+)\}/g, (_, field) => {
        const own = language === "en" ? given[`${field}_en`] : undefined;
        return shownIn(own ?? given[field], language);
      });
    const both = (text) => ({ id: filled(text, "id"), en: filled(text, "en") });
    return {
      code: kind.code,
      level: kind.level,
      facts: given,
      message: both(kind.message),
      hint: both(kind.hint),
    };
  }

  function shownIn(argument, language) {
    if (argument instanceof Rational) return iku.numberText(argument, language);
    return visible(argument?.[language] ?? String(argument));
  }

  /** A text with every character that is obeyed or hidden named: `<U+202E>`. */
  function visible(text) {
    const named = (sign) => sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return text.replace(new RegExp(iku.obeyed, "gu"), (sign) => `<U+${named(sign)}>`);
  }

  class Refusal extends Error {
    constructor(found) {
      super(found.code);
      this.finding = found;
    }
  }

  function refusal(name, text, given = {}) {
    const signs = [...text];
    const shown =
      signs.length <= limits.shown ? text : `${signs.slice(0, limits.shown - 1).join("")}…`;
    return new Refusal(finding(name, { nilai: shown, ...given }));
  }

  // ------------------------------------------------------------------------------------ notation

  const fraction = (digits, decimals) =>
    new Rational(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
  const isGrouped = (text, mark) =>
    new RegExp(`^[1-9][0-9]{0,2}(?:${escaped(mark)}[0-9]{3})+$`).test(text);
  const other = (format) => (format === "id" ? "en" : "id");

  /** What digits and marks can mean: nothing, one value, or two, each with its format. */
  function candidates(token) {
    const marks = token.match(/[^0-9]/g) ?? [];
    if (!marks.length) return [{ value: fraction(token, ""), format: null }];
    const last = marks[marks.length - 1];
    const split = token.lastIndexOf(last);
    const [before, decimals] = [token.slice(0, split), token.slice(split + 1)];
    const asDecimal = last === "," ? "id" : "en";
    const grouped = (format) =>
      isGrouped(token, last) ? [{ value: fraction(token.split(last).join(""), ""), format }] : [];
    if (last === "'") return grouped(null);
    if (marks.length === 1) {
      const decimal = { value: fraction(before, decimals), format: asDecimal };
      return [decimal, ...grouped(other(asDecimal))];
    }
    if (marks.every((mark) => mark === last)) return grouped(other(asDecimal));
    const [group] = marks;
    const regular = marks.slice(0, -1).every((mark) => mark === group) && isGrouped(before, group);
    if (!regular) return [];
    return [{ value: fraction(before.split(group).join(""), decimals), format: asDecimal }];
  }

  /** The values of tokens under each format that explains all of them; `null`: grouped wrongly. */
  function readings(tokens) {
    const choices = tokens.map(candidates);
    if (choices.some((options) => !options.length)) return null;
    const found = {};
    for (const format of ["id", "en"]) {
      const values = choices.map(
        (options) => options.find((one) => [null, format].includes(one.format))?.value,
      );
      if (values.every(Boolean)) found[format] = values;
    }
    return found;
  }

  // -------------------------------------------------------------------------------------- reader

  /**
   * Read a text. `field` may hold `format` ("id" or "en"), `minimum` and `maximum` (Rational), and
   * `whole` (only whole numbers are possible); they settle what could be read in two ways.
   */
  function readNumber(text, field = {}) {
    if (text === null || text === undefined) return { value: { kind: "missing" }, findings: [] };
    const simple = SIMPLE.exec(text);
    if (simple) {
      const [, digits, mark, decimals = ""] = simple;
      if (!mark || !field.format || mark === DECIMAL_MARK[field.format]) {
        const value = fraction(digits, decimals);
        return { value: { kind: "number", value, unit: null }, findings: [] };
      }
    }
    try {
      return read(text, field);
    } catch (problem) {
      if (problem instanceof Refusal) return { value: null, findings: [problem.finding] };
      throw problem;
    }
  }

  const clean = (text) =>
    trimmed(text.replace(INVISIBLE, "").replace(GROUP_SPACES, "'").replace(SPACES, " "));

  /** How many decimals the number in a text was written with; of any other number, how many it has. */
  function decimalsOf(text, value) {
    const token = /\d(?:[\d.,]*\d)?/.exec(clean(text))?.[0] ?? "";
    const mark = Math.max(token.lastIndexOf(","), token.lastIndexOf("."));
    const size = magnitude(value);
    if (mark >= 0) {
      const decimals = token.length - mark - 1;
      const digits = BigInt(token.replace(/[.,]/g, ""));
      if (size.numerator * 10n ** BigInt(decimals) === digits * size.denominator) return decimals;
    }
    let places = 0;
    while (places < MOST_DECIMALS && (10n ** BigInt(places)) % size.denominator !== 0n) places += 1;
    return places;
  }

  function read(text, field) {
    const cleaned = clean(text);
    if (ONLY_DASHES.test(cleaned) || MISSING.has(cleaned.toLowerCase())) {
      return { value: { kind: "missing" }, findings: [] };
    }
    if (ERROR.test(cleaned)) throw refusal("SPREADSHEET_ERROR", cleaned);
    const hasDigit = /[0-9]/.test(cleaned);
    const asWords = { value: { kind: "words", text: cleaned }, findings: [] };
    if ([...cleaned].length > limits.length) {
      if (!hasDigit && LETTER.test(cleaned)) return asWords;
      const tooLong = digitsIn(cleaned) > Math.floor(limits.length / 2);
      throw refusal(tooLong ? "NUMBER_TOO_LONG" : "WORDS_WITH_NUMBER", cleaned, {
        batas: limits.digits,
      });
    }
    if (FOREIGN_DIGIT.test(cleaned)) throw refusal("NUMBER_FOREIGN_DIGITS", cleaned);
    if (!hasDigit) {
      if (LETTER.test(cleaned)) return asWords;
      throw refusal("NUMBER_UNREADABLE", cleaned);
    }
    return new Parser(cleaned, field).outcome();
  }

  /** Reads one cleaned text that holds at least one digit. */
  class Parser {
    constructor(text, field) {
      Object.assign(this, { text, field, findings: [] });
    }

    outcome() {
      const { text } = this;
      if (EXPONENT.test(text)) throw this.refused("NUMBER_EXPONENT");
      const year = YEAR.exec(text);
      const before = year ? text.slice(0, year.index) : text;
      const body = /[0-9]/.test(before) ? before : text;
      const tokens = [...body.matchAll(TOKEN)].map((found) => ({
        text: found[0],
        start: found.index,
        end: found.index + found[0].length,
      }));
      if (tokens.some((token) => digitsIn(token.text) > limits.digits)) {
        throw this.refused("NUMBER_TOO_LONG", { batas: limits.digits });
      }
      const value = tokens.length === 1 ? this.single(body, tokens[0]) : this.range(body, tokens);
      return { value, findings: this.findings };
    }

    single(body, token) {
      const head = this.head(body.slice(0, token.start), body);
      const [tail, after] = this.tail(body.slice(token.end));
      const money = Boolean(head.money || tail.cents);
      const [value] = this.settle([token.text], [isNegative(head)], money);
      this.refuseCents([value], tail);
      const written = head.operator
        ? words.operators[head.operator.toLowerCase().replace(SPACES, " ")]
        : null;
      const [unit, behind] = this.unit(head, tail, after);
      if (behind && written) throw this.refused("WORDS_WITH_NUMBER");
      const relation = written ?? behind;
      if (relation) return { kind: "bound", operator: relation, value, unit };
      if (head.label) throw this.refused("WORDS_WITH_NUMBER");
      return { kind: "number", value, unit };
    }

    range(body, tokens) {
      const [first, second] = tokens;
      const gaps = tokens.slice(1).map((token, at) => body.slice(tokens[at].end, token.start));
      const joint = BETWEEN.exec(gaps[0])?.groups;
      if (tokens.length > 2 || !joint) {
        const worded = gaps.some((gap) => LETTER.test(gap));
        throw this.refused(worded ? "WORDS_WITH_NUMBER" : "NUMBER_SEVERAL");
      }
      const head = this.head(body.slice(0, first.start), body);
      if (head.operator || head.label) throw this.refused("NUMBER_SEVERAL");
      const [tail, after] = this.tail(body.slice(second.end));
      const money = Boolean(head.money || joint.money || tail.cents || joint.cents);
      const negative = [isNegative(head), ["-", "−"].includes(joint.sign)];
      const [low, high] = this.settle([first.text, second.text], negative, money);
      this.refuseCents([low, high], tail);
      const [unit, behind] = this.unit(head, tail, after);
      if (joint.unit) this.refuseMagnitude(joint.unit);
      const differs = unit && joint.unit && unit.toLowerCase() !== joint.unit.toLowerCase();
      if (behind || differs) throw this.refused("WORDS_WITH_NUMBER");
      if (low.compare(high) > 0) throw this.refused("RANGE_FALLING");
      return { kind: "range", low, high, unit: unit ?? joint.unit ?? null };
    }

    head(before, body) {
      const head = HEAD.exec(before)?.groups;
      if (!head) {
        if (trimmed(before) && ONLY_DASHES.test(before)) throw this.refused("RANGE_OPEN");
        throw this.refused(LETTER.test(body) ? "WORDS_WITH_NUMBER" : "NUMBER_UNREADABLE");
      }
      if (head.sign && head.inner) throw this.refused("NUMBER_UNREADABLE");
      // "- 4,50" is a bullet, or the end of a range torn from its start, as often as a minus.
      if (before.endsWith(" ") && (head.inner || (head.sign && !head.money))) {
        throw this.refused("RANGE_OPEN");
      }
      return head;
    }

    /** The parts behind the number, and the words among them. */
    tail(rest) {
      if (OPEN_END.test(rest)) throw this.refused("RANGE_OPEN");
      const tail = TAIL.exec(rest)?.groups;
      if (!tail) throw this.refused(LETTER.test(rest) ? "WORDS_WITH_NUMBER" : "NUMBER_UNREADABLE");
      if (tail.footnote && tail.late) throw this.refused("NUMBER_UNREADABLE");
      const after = trimmed(tail.unit ?? "");
      if (ENDS_IN_DASH.test(after)) throw this.refused("RANGE_OPEN");
      return [tail, after];
    }

    /** The unit text, and the bound that words behind a number make of it. */
    unit(head, tail, after) {
      const behind = words.behind[after.toLowerCase()] ?? null;
      if (!behind && after) {
        this.refuseMagnitude(after);
        if (NOT_UNITS.has(after.toLowerCase().split(/[\s./,-]/u)[0])) {
          throw this.refused("WORDS_WITH_NUMBER");
        }
      }
      const parts = [head.money ? "Rp" : "", tail.percent ? "%" : "", behind ? "" : after];
      return [parts.filter(Boolean).join(" ") || null, behind];
    }

    refuseMagnitude(text) {
      const [word] = text.split(/[\s./,]/u);
      if (MAGNITUDES.has(word.toLowerCase())) throw this.refused("NUMBER_MAGNITUDE", { kata: word });
    }

    // ",-" says that there are no cents; a number with decimals before it contradicts itself.
    refuseCents(values, tail) {
      if (tail.cents && values.some((value) => !value.isWhole)) throw this.refused("NUMBER_GROUPING");
    }

    /** The values of tokens in the one reading that holds. */
    settle(tokens, negative, money) {
      const found = readings(tokens);
      if (found === null) throw this.refused("NUMBER_GROUPING");
      const signed = Object.entries(found).map(([format, values]) => [
        format,
        values.map((value, at) => (negative[at] ? value.negated() : value)),
      ]);
      if (!signed.length) throw this.refused("NUMBER_MIXED");
      const { format: declared } = this.field;
      if (declared) {
        const match = signed.find(([format]) => format === declared);
        if (match) return match[1];
        throw this.refused("NUMBER_OTHER_FORMAT", { format: declared, tanda: DECIMAL_MARK[declared] });
      }
      const [one, two] = signed.map(([, values]) => values);
      if (!two || one.every((value, at) => value.compare(two[at]) === 0)) return one;
      const size = (values) =>
        values.reduce((sum, value) => sum.plus(magnitude(value)), new Rational(0n));
      const [decimals, thousands] = [one, two].sort((a, b) => size(a).compare(size(b)));
      // Rupiah has no thousandths, so the mark can only part thousands.
      return money ? thousands : this.byBounds(thousands, decimals);
    }

    byBounds(thousands, decimals) {
      const fitting = [thousands, decimals].filter((values) => values.every((one) => this.fits(one)));
      const names = {
        ribuan: spelled(thousands, ","),
        ribuan_en: spelled(thousands, "."),
        desimal: spelled(decimals, ","),
        desimal_en: spelled(decimals, "."),
      };
      if (!fitting.length) {
        throw this.refused("NUMBER_FITS_NEITHER", { batas: this.bounds(), ...names });
      }
      if (fitting.length > 1) {
        throw this.refused("NUMBER_AMBIGUOUS", {
          tulis_ribuan: spelled(thousands, ","),
          tulis_desimal: spelled(decimals, ",", "0"),
          ...names,
        });
      }
      const [chosen] = fitting;
      const passed = chosen === thousands ? decimals : thousands;
      this.findings.push(
        finding("NUMBER_SETTLED", {
          nilai: this.text,
          terbaca: spelled(chosen, ","),
          terbaca_en: spelled(chosen, "."),
          lain: spelled(passed, ","),
          lain_en: spelled(passed, "."),
          tulis: spelled(chosen, ",", "0"),
        }),
      );
      return chosen;
    }

    fits(value) {
      const { minimum, maximum, whole: onlyWhole } = this.field;
      return (
        (!minimum || value.compare(minimum) >= 0) &&
        (!maximum || value.compare(maximum) <= 0) &&
        (!onlyWhole || value.isWhole)
      );
    }

    bounds() {
      const { minimum, maximum, whole: onlyWhole } = this.field;
      const parts = [];
      if (minimum) parts.push(`>= ${iku.plainText(minimum, ",")}`);
      if (maximum) parts.push(`<= ${iku.plainText(maximum, ",")}`);
      if (onlyWhole) parts.push("bulat");
      return parts.join(", ");
    }

    refused(name, given) {
      return refusal(name, this.text, given);
    }
  }

  const magnitude = (value) => (value.sign() < 0 ? value.negated() : value);
  const isNegative = (head) => ["-", "−"].includes(head.sign || head.inner);

  /** Values without thousands marks; `extra` decimals make them read one way only. */
  function spelled(values, mark, extra = "") {
    return values
      .map((value) => {
        const text = iku.plainText(value, mark);
        const decimals = text.split(mark)[1] ?? "";
        return decimals.length === 3 ? text + extra : text;
      })
      .join(" - ");
  }

  Object.assign(iku, { decimalsOf, finding, readNumber });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
