/* Reading formulas: from text to calls, refused with the finding that the library refuses it with.
 *
 * `iku.parse("a / b")` gives `["divide", ["variable", "a"], ["variable", "b"]]`, as definitions carry
 * their formulas; `iku.translated(calls)` is what `iku.node` takes. What the language is made of
 * comes from the library (`kesbangIku.language`).
 */
(function (iku) {
  "use strict";

  const { language, limits } = iku;
  const { functions, operators, powers, most } = language;
  const set = (list) => new Set(list);
  const COMPARISONS = set(language.comparisons);
  const CONNECTIVES = set(language.connectives);
  const FOREIGN_WORDS = set(language.foreignWords);
  const KEYWORDS = set(["dan", "atau", "bukan"]);

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&");
  const foreign = Object.keys(language.foreignOperators).sort((a, b) => b.length - a.length);
  const TOKEN = new RegExp(
    [
      "(?<space>[ \\t\\r\\n]+)",
      "(?<number>[0-9]+(?:\\.[0-9]+)?)(?![\\p{L}\\p{N}_.])",
      "(?<name>[a-z][a-z0-9_]*)(?![\\p{L}\\p{N}_.])",
      "(?<operator><=(?!=)|>=(?!=)|!=(?!=)|<(?![=<>])|>(?![=>])|=(?![=<>])|\\+(?!=)|-(?![=>])|\\*(?![*=])|\\/(?![/=]))",
      "(?<open>\\()|(?<close>\\))|(?<comma>,)",
    ].join("|"),
    "uy",
  );
  const NAME = /^[a-z][a-z0-9_]*$/;
  const INVISIBLE = /^[\p{C}\p{Z}\p{Mn}\p{Me}]/u;
  const REFUSALS = [
    [/:=|[+*\/-]=/uy, "ASSIGNMENT"],
    [new RegExp(foreign.map(escaped).join("|"), "uy"), "FOREIGN_OPERATOR"],
    [/['"`“”‘’„«»\u00b4]/uy, "TEXT_NOT_ALLOWED"],
    [/[[\]{}⟨⟩]/uy, "BRACKETS"],
    [/\.?[0-9][0-9A-Za-z_.]*/uy, "BAD_NUMBER"],
    [/\./uy, "ATTRIBUTE_ACCESS"],
    [/[A-Za-z0-9_]+/uy, "BAD_NAME"],
    [/[\p{L}\p{N}_\uff01-\uff5e]/uy, "LOOKALIKE"],
    [/[\s\S]/uy, "UNEXPECTED_CHARACTER"],
  ];

  /** A text that is no formula; `finding` says why, `start` and `end` where. */
  class FormulaError extends Error {
    constructor(finding, start, end) {
      super(finding.message.id);
      Object.assign(this, { finding, start, end });
    }
  }

  function refusal(name, text, start, end, facts = {}) {
    const given = { ditemukan: text.slice(start, end), ...facts };
    return new FormulaError(iku.finding(name, given), start, end);
  }

  const matchAt = (pattern, text, place) => {
    pattern.lastIndex = place;
    return pattern.exec(text);
  };

  // -------------------------------------------------------------------------------------- tokens

  function tokenize(text) {
    const size = [...text].length;
    if (size > most.length) {
      throw refusal("FORMULA_TOO_LONG", text, 0, 40, { ada: size, batas: most.length });
    }
    const tokens = [];
    let [place, parts, depth] = [0, 0, 0];
    while (place < text.length) {
      const match = matchAt(TOKEN, text, place);
      if (!match) throw refused(text, place);
      const [start, found] = [place, match[0]];
      place += found.length;
      let kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
      if (kind === "space") continue;
      if (kind === "name") kind = KEYWORDS.has(found) ? "operator" : ownFunction(found) ? "function" : kind;
      const token = { kind, text: found, start, end: place };
      if (kind === "number" && found.replace(".", "").length > most.digits) {
        const facts = { ada: found.replace(".", "").length, batas: most.digits };
        throw refusal("TOO_MANY_DIGITS", text, start, place, facts);
      }
      tokens.push(token);
      if (kind === "open") {
        depth += 1;
        if (depth > most.depth) throw tooLarge("FORMULA_TOO_DEEP", text, token, most.depth);
      } else if (kind === "close") depth -= 1;
      else if (kind !== "comma") {
        parts += 1;
        if (parts > most.nodes) throw tooLarge("FORMULA_TOO_MANY_NODES", text, token, most.nodes);
        if (kind === "number") refuseDecimalComma(text, tokens);
      }
    }
    tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
    return tokens;
  }

  const ownFunction = (name) => Object.prototype.hasOwnProperty.call(functions, name);
  const own = (table, name) => (Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined);
  const tooLarge = (name, text, { start, end }, batas) => refusal(name, text, start, end, { batas });

  /** What is wrong with a text from `start` on. */
  function refused(text, from) {
    const behind = from + /^[0-9A-Za-z_]*/.exec(text.slice(from))[0].length;
    const next = text.slice(behind, behind + 1);
    const runsInto =
      from < behind && next && ((next === "." && !/[0-9]/.test(text[from])) || next > "\x7f");
    const start = runsInto ? behind : from;
    const sign = String.fromCodePoint(text.codePointAt(start));
    if (INVISIBLE.test(sign)) {
      const ditemukan = `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      return refusal("INVISIBLE_CHARACTER", text, start, start + sign.length, { ditemukan, nama: "-" });
    }
    for (const [pattern, name] of REFUSALS) {
      const match = matchAt(pattern, text, start);
      if (!match) continue;
      const better = match[0].toLowerCase().replace(/^_+|_+$/g, "");
      const facts = {
        ganti: name === "FOREIGN_OPERATOR" ? language.foreignOperators[match[0]] : NAME.test(better) ? better : "nama_variabel",
        nama: `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
      };
      return refusal(name, text, start, start + match[0].length, facts);
    }
    throw new TypeError("every character is refused by some pattern");
  }

  /** Refuse `0,5`: a comma between two numbers without a space, whatever was meant by it. */
  function refuseDecimalComma(text, tokens) {
    const [left, comma, right] = tokens.slice(-3);
    if (!right || left.kind !== "number" || comma.kind !== "comma") return;
    if (left.end !== comma.start || comma.end !== right.start) return;
    const digits = ({ text: found }) => found.replace(".", "");
    throw refusal("DECIMAL_COMMA", text, left.start, right.end, {
      desimal: `${digits(left)}.${digits(right)}`,
      argumen: `${left.text}, ${right.text}`,
    });
  }

  // -------------------------------------------------------------------------------------- parser

  /** A part of a formula: its calls, where it stands, and what it is. */
  const part = (calls, start, end, more = {}) => ({ calls, start, end, condition: false, ...more });

  class Parser {
    constructor(text) {
      Object.assign(this, { text, tokens: tokenize(text), index: 0, depth: 0, degree: 1 });
    }

    whole() {
      if (this.peek().kind === "end") throw refusal("FORMULA_EMPTY", this.text, 0, 1);
      const found = this.expression(0);
      if (this.peek().kind !== "end") throw this.misplaced(this.peek());
      return found.calls;
    }

    peek() {
      return this.tokens[this.index];
    }

    take() {
      this.index += 1;
      return this.tokens[this.index - 1];
    }

    /** An expression of operators that bind more tightly than `minimum`. */
    expression(minimum) {
      const { start } = this.peek();
      let left = this.operand();
      let compared = false;
      for (;;) {
        const token = this.peek();
        const operator = token.kind === "operator" ? own(operators, token.text) : undefined;
        if (!operator || operator[1] <= minimum) return left;
        if (COMPARISONS.has(token.text)) {
          if (compared) throw this.refuse("CHAINED_COMPARISON", token, { ganti: "a < b dan b < c" });
          compared = true;
        }
        this.index += 1;
        const right = this.expression(operator[1]);
        left = this.binary(token.text, operator[0], left, right, start);
      }
    }

    binary(sign, call, left, right, start) {
      const joins = CONNECTIVES.has(sign);
      for (const side of [left, right]) {
        if (joins) this.requireCondition(side, sign);
        else this.requireNumber(side, sign);
      }
      const condition = joins || COMPARISONS.has(sign);
      return part([call, left.calls, right.calls], start, this.reached(), { condition });
    }

    operand() {
      const token = this.take();
      const { kind, text, start, end } = token;
      if (kind === "name") return this.name(token);
      if (kind === "number") return part(["number", String(iku.Rational.of(text))], start, end, { number: text });
      if (kind === "open") {
        const inner = this.nested(token, 0);
        this.close(token);
        return inner;
      }
      if (kind === "function") return this.call(token);
      if (text === "-" || text === "bukan") return this.unary(token);
      throw this.noOperand(token);
    }

    unary(token) {
      const negates = token.text === "-";
      const operand = this.nested(token, negates ? powers.negate : powers.not);
      if (negates) this.requireNumber(operand, "-");
      else this.requireCondition(operand, "bukan");
      const call = [negates ? "negate" : "not", operand.calls];
      return part(call, token.start, this.reached(), { condition: !negates });
    }

    nested(opening, minimum) {
      this.depth += 1;
      if (this.depth > most.depth) throw this.refuse("FORMULA_TOO_DEEP", opening, { batas: most.depth });
      const found = this.expression(minimum);
      this.depth -= 1;
      return found;
    }

    close(opening) {
      const token = this.peek();
      if (token.kind === "end") throw this.refuse("UNCLOSED_PARENTHESIS", opening);
      if (token.kind !== "close") throw this.misplaced(token);
      this.index += 1;
    }

    name(token) {
      const next = this.peek();
      const called = next.kind === "open" && (next.start === token.end || own(language.elsewhere, token.text));
      if (called) throw this.unknownFunction(token);
      if (own(language.foreignConnectives, token.text)) throw this.foreignOperator(token);
      if (FOREIGN_WORDS.has(token.text)) throw this.refuse("FOREIGN_WORD", token);
      return part(["variable", token.text], token.start, token.end, { name: token.text });
    }

    call(token) {
      const opening = this.take();
      if (opening.kind !== "open") throw this.refuse("RESERVED_WORD", token);
      const given = [];
      if (this.peek().kind !== "close") {
        given.push(this.nested(opening, 0));
        while (this.peek().kind === "comma") {
          this.index += 1;
          given.push(this.nested(opening, 0));
        }
      }
      this.close(opening);
      return this.checked(token, functions[token.text], given);
    }

    /** A call whose arguments are as many and of the kind that its function takes. */
    checked(token, { call, takes, usage, degree }, given) {
      const whole = { start: token.start, end: this.reached() };
      if (takes ? given.length !== takes.length : !given.length) {
        const perlu = takes ? takes.length : "1+";
        throw this.refuse("ARGUMENT_COUNT", whole, { fungsi: token.text, ada: given.length, perlu, ganti: usage });
      }
      const made = given.map((argument, at) => this.argument(argument, takes ? takes[at] : "NUMBER", token.text));
      for (const [at, argument] of given.entries()) {
        if (!takes || takes[at] !== "CONDITION") this.requireNumber(argument, token.text);
      }
      this.degree *= degree || given.length;
      if (this.degree > limits.rootDegree) {
        throw this.refuse("TOO_MANY_ROOTS", whole, { batas: limits.rootDegree });
      }
      return part([call, ...made], whole.start, whole.end);
    }

    argument(argument, takes, user) {
      if (takes === "CONDITION") this.requireCondition(argument, user);
      if (takes === "NAME") {
        if (!argument.name) throw this.refuse("PREVIOUS_NEEDS_NAME", argument);
        return argument.name;
      }
      if (takes === "DECIMALS") {
        const value = argument.number && iku.Rational.of(argument.number);
        if (!value || !value.isWhole || value.numerator > BigInt(most.decimals)) {
          throw this.refuse("ROUND_NEEDS_CONSTANT", argument, { batas: most.decimals });
        }
        return Number(value.numerator);
      }
      return argument.calls;
    }

    reached() {
      return this.tokens[this.index - 1].end;
    }

    requireNumber(found, user) {
      if (found.condition) throw this.refuse("NUMBER_EXPECTED", found, { pemakai: `"${user}"` });
    }

    requireCondition(found, user) {
      if (found.condition) return;
      const ganti = `${this.text.slice(found.start, found.end)} > 0`;
      throw this.refuse("CONDITION_EXPECTED", found, { pemakai: `"${user}"`, ganti });
    }

    // ------------------------------------------------------------------------------------ errors

    refuse(name, { start, end }, facts) {
      return refusal(name, this.text, start, end, facts);
    }

    unknownFunction(token) {
      const better = own(language.elsewhere, token.text);
      const said = better ? language.writeFunction : language.thereAre;
      const fungsi = better ?? Object.keys(functions).sort().join(", ");
      const filled = (text) => text.split("{fungsi}").join(fungsi);
      const ganti = { id: filled(said.id), en: filled(said.en) };
      return this.refuse("UNKNOWN_FUNCTION", token, { ganti });
    }

    foreignOperator(token) {
      return this.refuse("FOREIGN_OPERATOR", token, { ganti: language.foreignOperatorWords[token.text] });
    }

    noOperand(token) {
      if (token.kind === "end") {
        const last = this.tokens[this.index - 2];
        return this.refuse(last.kind === "open" ? "UNCLOSED_PARENTHESIS" : "UNEXPECTED_END", last);
      }
      const unmatched = token.kind === "close" && this.depth === 0;
      return this.refuse(unmatched ? "UNMATCHED_CLOSING" : "UNEXPECTED_TOKEN", token);
    }

    misplaced(token) {
      if (token.kind === "close") return this.refuse("UNMATCHED_CLOSING", token);
      if (token.kind === "comma") return this.refuse("COMMA_OUTSIDE_CALL", token);
      if (own(language.foreignOperatorWords, token.text)) return this.foreignOperator(token);
      if (FOREIGN_WORDS.has(token.text)) return this.refuse("FOREIGN_WORD", token);
      const before = this.tokens[this.index - 1];
      const joined = before.kind === "name" && token.kind !== "open";
      return this.refuse("MISSING_OPERATOR", token, {
        sebelum: before.text,
        sambung: joined ? `${before.text}_${token.text}` : "nama_variabel",
      });
    }
  }

  /** The calls of a formula; throws FormulaError. */
  const parse = (text) => new Parser(text).whole();

  /** The translated formula that `iku.node` takes. */
  const translated = (calls) => (formula) => walked(formula, calls);
  const walked = (formula, [name, ...given]) =>
    formula[name](...given.map((one) => (Array.isArray(one) ? walked(formula, one) : one)));

  Object.assign(iku, { FormulaError, parse, translated });
})(globalThis.kesbangIku);
