/* How a value came about: the operations of a formula, inner to outer, with the numbers put in. */
(function (iku) {
  "use strict";

  const { Rational, Root, Missing, Undefined, POWERS } = iku;

  const TEXTS = {
    missing: { id: "tidak ada", en: "missing" },
    undefined: { id: "tak terdefinisi", en: "undefined" },
    true: { id: "benar", en: "true" },
    false: { id: "salah", en: "false" },
  };
  const NOT_NEEDED = "…";
  /** Decimals up to which an exact number is written out; a longer one is shown as a fraction. */
  const LONGEST_DECIMAL = 12;
  const APPROXIMATE_DECIMALS = [4, 6, 8, 12, 18];
  const SIGNIFICANT = 1000n;

  const isSum = (node) => node.sign === "+" || (node.sign === "-" && node.kind === "binary");
  const isLeaf = (node) => ["number", "variable", "previous"].includes(node.kind);
  /** One value times or by a constant, as the terms of a weighted sum are. */
  const isWeighted = (node) =>
    (node.sign === "*" || node.sign === "/") &&
    node.operands.every(isLeaf) &&
    node.operands.some((operand) => operand.kind === "number");

  /** The value exactly, and whether that is a decimal. */
  function exactText(value, language) {
    const plain = iku.decimalText(value);
    if (plain !== null && (plain.split(".")[1] ?? "").length <= LONGEST_DECIMAL) {
      return [iku.localized(plain, language), true];
    }
    return [`${value.numerator}/${value.denominator}`, false];
  }

  function approximation(value, language) {
    const decimals = APPROXIMATE_DECIMALS.find((places, at) => {
      const last = at === APPROXIMATE_DECIMALS.length - 1;
      return last || iku.integerAbs(value.roundedSteps(places)) >= SIGNIFICANT;
    });
    return iku.localized(iku.roundHalfUp(value, decimals), language);
  }

  /** A value as people write it. */
  function valueText(value, language) {
    if (value === true || value === false) return TEXTS[value][language];
    if (value instanceof Missing) return `${TEXTS.missing[language]}: ${value.names.join(", ")}`;
    if (value instanceof Undefined) {
      return `${TEXTS.undefined[language]}: ${iku.reasons[value.reason][language]}`;
    }
    if (value instanceof Root) return `≈ ${approximation(value, language)}`;
    const [text, ends] = exactText(value, language);
    return ends ? text : `${text} ≈ ${approximation(value, language)}`;
  }

  /**
   * The steps that lead to the value of a node; the last is the node itself. Each has `expression`,
   * `substituted` (the same with the numbers put in) and `value`.
   */
  function steps(node, values, previous, language) {
    const tracer = new Tracer(iku.prepared(values), iku.prepared(previous), language);
    tracer.show(node);
    if (!tracer.steps.length) tracer.add(node, tracer.leaf(node).text);
    return tracer.steps;
  }

  const within = ({ text, power }, minimum) => (power >= minimum ? text : `(${text})`);

  class Tracer {
    constructor(values, previous, language) {
      Object.assign(this, { values, previous, language, steps: [], done: new Set() });
    }

    value(node) {
      return node.evaluate(this.values, this.previous);
    }

    add(node, substituted) {
      if (this.done.has(node.source)) return;
      this.done.add(node.source);
      this.steps.push({ expression: node.source, substituted, value: this.value(node) });
    }

    /** The value of a node as a number in a line. */
    leaf(node) {
      const value = this.value(node);
      const shown = (text, power = POWERS.primary) => ({ text, power });
      if (value instanceof Missing) return shown(TEXTS.missing[this.language]);
      if (value instanceof Undefined) return shown(TEXTS.undefined[this.language]);
      if (value instanceof Root) return shown(`≈${approximation(value, this.language)}`);
      if (!(value instanceof Rational)) return shown(valueText(value, this.language));
      const [text, ends] = exactText(value, this.language);
      if (value.sign() < 0) return shown(text, POWERS["+"]);
      return shown(text, ends ? POWERS.primary : POWERS["/"]);
    }

    /** Add the steps of a node, and return its value as it stands in the line around it. */
    show(node) {
      if (!isLeaf(node)) this.add(node, this.line(node).text);
      return this.leaf(node);
    }

    /** A node with the values of its parts put in. */
    line(node) {
      if (isSum(node)) return this.sum(node);
      const power = POWERS[node.sign];
      switch (node.kind) {
        case "not":
          return { text: `bukan ${within(this.show(node.operands[0]), power)}`, power };
        case "negate":
          return { text: `-${within(this.show(node.operands[0]), POWERS.sign)}`, power: POWERS.sign };
        case "binary": {
          const [left, right] = node.operands;
          const first = within(this.show(left), power === POWERS["="] ? power + 1 : power);
          return { text: `${first} ${node.sign} ${within(this.show(right), power + 1)}`, power };
        }
        default:
          return {
            text: `${node.sign}(${this.arguments(node).join("; ")})`,
            power: POWERS.primary,
          };
      }
    }

    /** A chain of additions and subtractions as one line. */
    sum(node) {
      const links = [];
      for (; isSum(node); node = node.operands[0]) links.unshift([node.sign, node.operands[1]]);
      let text = within(this.term(node), POWERS["+"]);
      for (const [sign, term] of links) {
        text += ` ${sign} ${within(this.term(term), POWERS["+"] + 1)}`;
      }
      return { text, power: POWERS["+"] };
    }

    /** A term of a sum: a weighted value as it is, anything else by its own steps. */
    term(node) {
      if (!isWeighted(node)) return this.show(node);
      const [left, right] = node.operands.map((operand) => this.leaf(operand));
      const power = POWERS["*"];
      return { text: `${within(left, power)} ${node.sign} ${within(right, power + 1)}`, power };
    }

    arguments(node) {
      const [first] = node.operands;
      if (node.sign === "jika" || node.sign === "isi") {
        const value = this.value(first);
        const taken =
          node.sign === "jika"
            ? [true, value === true, value === false]
            : [true, value instanceof Missing];
        return node.operands.map((operand, at) => (taken[at] ? this.show(operand).text : NOT_NEEDED));
      }
      const decimals = node.sign === "bulat" ? [/, (\d+)\)$/.exec(node.source)[1]] : [];
      return [...node.operands.map((operand) => this.term(operand).text), ...decimals];
    }
  }

  Object.assign(iku, { steps, valueText });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
