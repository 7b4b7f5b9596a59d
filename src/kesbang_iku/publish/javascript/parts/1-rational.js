/* Rational numbers of any size, exact, in lowest terms; and how people write them. */
(function (iku) {
  "use strict";

  const abs = (value) => (value < 0n ? -value : value);

  function gcd(left, right) {
    let [a, b] = [abs(left), abs(right)];
    while (b) [a, b] = [b, a % b];
    return a;
  }

  /** The largest integer that is at most `dividend / divisor`; the divisor is positive. */
  function floorDivide(dividend, divisor) {
    const quotient = dividend / divisor;
    return dividend % divisor < 0n ? quotient - 1n : quotient;
  }

  class Rational {
    /** `numerator` and `denominator` are BigInts; the denominator is not 0. */
    constructor(numerator, denominator = 1n) {
      const sign = denominator < 0n ? -1n : 1n;
      const divisor = sign * (gcd(numerator, denominator) || 1n);
      this.numerator = numerator / divisor;
      this.denominator = denominator / divisor;
      Object.freeze(this);
    }

    /** Read `"85"`, `"-50.46"` or `"7126841/100000"`; take a BigInt, a safe integer or a Rational. */
    static of(value) {
      if (value instanceof Rational) return value;
      if (typeof value === "bigint") return new Rational(value);
      if (Number.isSafeInteger(value)) return new Rational(BigInt(value));
      const found = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(value);
      if (typeof value !== "string" || !found || /^0+$/.test(found[4] ?? "")) {
        throw new TypeError(`no exact number: ${String(value)}`);
      }
      const [, sign, whole, decimals = "", divisor] = found;
      const digits = BigInt(whole + decimals);
      const denominator = divisor ? BigInt(divisor) : 10n ** BigInt(decimals.length);
      return new Rational(sign ? -digits : digits, denominator);
    }

    plus(other) {
      return new Rational(
        this.numerator * other.denominator + other.numerator * this.denominator,
        this.denominator * other.denominator,
      );
    }

    minus(other) {
      return this.plus(other.negated());
    }

    times(other) {
      return new Rational(
        this.numerator * other.numerator,
        this.denominator * other.denominator,
      );
    }

    over(other) {
      return this.times(other.inverse());
    }

    power(exponent) {
      return new Rational(
        this.numerator ** BigInt(exponent),
        this.denominator ** BigInt(exponent),
      );
    }

    negated() {
      return new Rational(-this.numerator, this.denominator);
    }

    inverse() {
      return new Rational(this.denominator, this.numerator);
    }

    /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
    compare(other) {
      const left = this.numerator * other.denominator;
      const right = other.numerator * this.denominator;
      return left < right ? -1 : left > right ? 1 : 0;
    }

    sign() {
      return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
    }

    get isZero() {
      return this.numerator === 0n;
    }

    get isWhole() {
      return this.denominator === 1n;
    }

    /** The value in steps of the last of `decimals` places, a half going away from zero. */
    roundedSteps(decimals) {
      const doubled = 2n * abs(this.numerator) * 10n ** BigInt(decimals);
      const nearest = (doubled + this.denominator) / (2n * this.denominator);
      return this.numerator < 0n ? -nearest : nearest;
    }

    /** The nearest rational number with a denominator of at most `limit`. */
    limited(limit) {
      if (this.denominator <= limit) return this;
      let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
      let [n, d] = [this.numerator, this.denominator];
      for (;;) {
        const whole = floorDivide(n, d);
        const next = q0 + whole * q1;
        if (next > limit) break;
        [p0, q0, p1, q1] = [p1, q1, p0 + whole * p1, next];
        [n, d] = [d, n - whole * d];
      }
      const step = (limit - q0) / q1;
      const one = new Rational(p0 + step * p1, q0 + step * q1);
      const other = new Rational(p1, q1);
      const distance = (candidate) => {
        const difference = candidate.minus(this);
        return difference.sign() < 0 ? difference.negated() : difference;
      };
      return distance(other).compare(distance(one)) <= 0 ? other : one;
    }

    toString() {
      return this.isWhole ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
    }
  }

  // ------------------------------------------------------------------------------------- writing

  const MARKS = { id: [".", ","], en: [",", "."] };

  /** The value as a decimal with a point, or `null` if it does not end as one. */
  function decimalText(value) {
    let [rest, twos, fives] = [value.denominator, 0, 0];
    while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
    while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
    return rest === 1n ? stepsText(value.roundedSteps(Math.max(twos, fives)), Math.max(twos, fives)) : null;
  }

  /** `8333n` steps of two decimals as `"83.33"`. */
  function stepsText(steps, decimals) {
    const digits = abs(steps).toString().padStart(decimals + 1, "0");
    const split = digits.length - decimals;
    const sign = steps < 0n ? "-" : "";
    return sign + (decimals ? `${digits.slice(0, split)}.${digits.slice(split)}` : digits);
  }

  /** `"1234.5"` as people write it: `1.234,5` or `1,234.5`. */
  function localized(plain, language) {
    const [group, mark] = MARKS[language];
    const [, sign, whole, decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
    const grouped = sign + whole.replace(/\B(?=(\d{3})+$)/g, group);
    return decimals ? `${grouped}${mark}${decimals}` : grouped;
  }

  /** An exact number for people; what does not end as a decimal as a quotient. */
  function numberText(value, language) {
    const plain = decimalText(value);
    if (plain !== null) return localized(plain, language);
    // Without marks: a point beside the stroke would be read as a decimal.
    return `${value.numerator}/${value.denominator}`;
  }

  /** An exact number without thousands marks, `1234,5`, or `a/b`. */
  function plainText(value, mark) {
    const plain = decimalText(value);
    return plain === null ? value.toString() : plain.replace(".", mark);
  }

  Object.assign(iku, {
    Rational,
    decimalText,
    floorDivide,
    integerAbs: abs,
    localized,
    numberText,
    plainText,
    stepsText,
  });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
