/* Formulas: what `kesbang_iku.formula.to_javascript` translates a formula to.
 *
 * `(f) => f.divide(f.variable("a"), f.variable("b"))` handed `kesbangIku.formula` gives a node, and
 * a node has a value for every set of variables: a Rational, a Root, true or false, or an outcome
 * (Missing, Undefined). The rules are those of the page on the formula language.
 */
(function (iku) {
  "use strict";

  const { Rational, Root, RootLimitError, exact } = iku;

  /** Values that were needed and not given. */
  class Missing {
    constructor(names) {
      this.names = names;
    }
  }

  /** A result that does not exist; `reason` is a key of `kesbangIku.reasons`. */
  class Undefined {
    constructor(reason) {
      this.reason = reason;
    }
  }

  /** What keeps a strict operation from being computed, if anything does. */
  function outcomeOf(operands) {
    const names = new Set();
    let first;
    for (const operand of operands) {
      if (operand instanceof Missing) operand.names.forEach((name) => names.add(name));
      else if (operand instanceof Undefined) first = first ?? operand;
    }
    return names.size ? new Missing([...names]) : first;
  }

  /** How tightly a text holds together; looser ones inside tighter ones are parenthesised. */
  const POWERS = {
    atau: 1, dan: 2, bukan: 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "=": 4, "!=": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, sign: 7, primary: 8,
  };

  class Node {
    /**
     * @param kind what it is: number, variable, previous, negate, not, binary or call
     * @param sign its operator or function as the language spells it, if it has one
     * @param operands the nodes below it
     * @param evaluate its meaning: (values, previous) => value
     * @param source its text in the formula language, and how tightly that holds together
     */
    constructor(kind, sign, operands, evaluate, source) {
      Object.assign(this, { kind, sign, operands, evaluate, source: source[0], power: source[1] });
      Object.freeze(this);
    }

    /**
     * The value for these variables: objects from name to an exact number (Rational, BigInt or
     * text such as "50.46"); what is not there, or null, is missing.
     */
    value(values, previous = {}) {
      return this.evaluate(prepared(values), prepared(previous));
    }
  }

  function prepared(values) {
    if (values instanceof Map) return values;
    const given = Object.entries(values ?? {}).filter(([, value]) => (value ?? null) !== null);
    return new Map(
      given.map(([name, value]) => [name, value instanceof Root ? value : Rational.of(value)]),
    );
  }

  const enclosed = (node, minimum) => (node.power >= minimum ? node.source : `(${node.source})`);

  /** A strict operation: needs all its operands, and looks at all of them. */
  const strict = (operands, operation) => (values, previous) => {
    const found = operands.map((operand) => operand.evaluate(values, previous));
    const outcome = outcomeOf(found);
    if (outcome) return outcome;
    try {
      return operation(...found);
    } catch (problem) {
      if (problem instanceof RootLimitError) return new Undefined("akar_terlalu_bersusun");
      throw problem;
    }
  };

  function binary(sign, left, right, evaluate) {
    const power = POWERS[sign];
    // Operators of one level group to the left; comparisons do not group at all.
    const leftPower = power === POWERS["="] ? power + 1 : power;
    const source = `${enclosed(left, leftPower)} ${sign} ${enclosed(right, power + 1)}`;
    return new Node("binary", sign, [left, right], evaluate, [source, power]);
  }

  const arithmetic = (sign, operation) => (left, right) =>
    binary(sign, left, right, strict([left, right], operation));

  const comparison = (sign, holds) => (left, right) =>
    binary(sign, left, right, strict([left, right], (a, b) => holds(exact.compare(a, b))));

  /** `dan` is settled by a false side, `atau` by a true one, whatever the other side is. */
  const connective = (sign, decisive) => (left, right) =>
    binary(sign, left, right, (values, previous) => {
      const first = left.evaluate(values, previous);
      if (first === decisive) return decisive;
      const second = right.evaluate(values, previous);
      if (second === decisive) return decisive;
      return outcomeOf([first, second]) ?? !decisive;
    });

  function call(name, operands, evaluate, more = []) {
    const inside = [...operands.map((operand) => operand.source), ...more].join(", ");
    return new Node("call", name, operands, evaluate, [`${name}(${inside})`, POWERS.primary]);
  }

  const listing = (name, operation) => (...operands) =>
    call(name, operands, strict(operands, (...values) => operation(values)));

  /** An operation that has no result as soon as one operand is negative. */
  const refusing = (reason, operation) => (values) =>
    values.some((value) => value.sign() < 0) ? new Undefined(reason) : operation(values);

  const total = (values) => values.reduce(exact.add);
  const count = (values) => Rational.of(values.length);
  const extreme = (side) => (values) =>
    values.reduce((best, value) => (exact.compare(value, best) * side > 0 ? value : best));

  const formula = Object.freeze({
    number(text) {
      const value = Rational.of(text);
      const plain = iku.decimalText(value);
      const quotient = `${value.numerator} / ${value.denominator}`;
      const source = plain === null || value.sign() < 0 ? `(${plain ?? quotient})` : plain;
      return new Node("number", null, [], () => value, [source, POWERS.primary]);
    },

    variable(name) {
      const missing = new Missing([name]);
      const read = (values) => values.get(name) ?? missing;
      return new Node("variable", null, [], read, [name, POWERS.primary]);
    },

    previous(name) {
      const source = `sebelumnya(${name})`;
      const missing = new Missing([source]);
      const read = (_values, previous) => previous.get(name) ?? missing;
      return new Node("previous", null, [], read, [source, POWERS.primary]);
    },

    negate(operand) {
      const evaluate = strict([operand], (value) => value.negated());
      const source = `-${enclosed(operand, POWERS.sign)}`;
      return new Node("negate", "-", [operand], evaluate, [source, POWERS.sign]);
    },

    not(operand) {
      const evaluate = strict([operand], (value) => !value);
      const source = `bukan ${enclosed(operand, POWERS.bukan)}`;
      return new Node("not", "bukan", [operand], evaluate, [source, POWERS.bukan]);
    },

    add: arithmetic("+", exact.add),
    subtract: arithmetic("-", exact.subtract),
    multiply: arithmetic("*", exact.multiply),
    divide: arithmetic("/", (dividend, divisor) =>
      divisor instanceof Rational && divisor.isZero
        ? new Undefined("pembagian_nol")
        : exact.divide(dividend, divisor),
    ),

    less: comparison("<", (side) => side < 0),
    lessEqual: comparison("<=", (side) => side <= 0),
    greater: comparison(">", (side) => side > 0),
    greaterEqual: comparison(">=", (side) => side >= 0),
    equal: comparison("=", (side) => side === 0),
    notEqual: comparison("!=", (side) => side !== 0),
    and: connective("dan", false),
    or: connective("atau", true),

    sum: listing("jumlah", total),
    mean: listing("rata_rata", (values) => exact.divide(total(values), count(values))),
    min: listing("min", extreme(-1)),
    max: listing("maks", extreme(1)),
    geometricMean: listing(
      "rata_rata_geometrik",
      refusing("rata_rata_geometrik_negatif", exact.geometricMean),
    ),
    squareRoot: listing("akar", refusing("akar_negatif", ([value]) => exact.nthRoot(value, 2))),
    absolute: listing("abs", ([value]) => (value.sign() < 0 ? value.negated() : value)),

    choose(condition, yes, no) {
      return call("jika", [condition, yes, no], (values, previous) => {
        const decided = condition.evaluate(values, previous);
        if (decided !== true && decided !== false) return decided;
        return (decided ? yes : no).evaluate(values, previous);
      });
    },

    fill(value, substitute) {
      return call("isi", [value, substitute], (values, previous) => {
        const found = value.evaluate(values, previous);
        return found instanceof Missing ? substitute.evaluate(values, previous) : found;
      });
    },

    round(operand, decimals) {
      const rounded = (value) =>
        new Rational(value.roundedSteps(decimals), 10n ** BigInt(decimals));
      return call("bulat", [operand], strict([operand], rounded), [decimals]);
    },
  });

  Object.assign(iku, { Missing, Undefined, POWERS, formula, prepared });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
