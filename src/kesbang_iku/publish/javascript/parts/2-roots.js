/* Irrational numbers that stay exact: sums of radicals, and deciding what digits cannot.
 *
 * A form is `offset + factor * core + ...`. Its cores are radicals of rational numbers, radicals of
 * forms, products and reciprocals of forms. Radicals of rational numbers are kept pairwise
 * incommensurable, so that a form of them alone with any term left is irrational; any other form
 * is tested for being rational with separation bounds. The limits are those of the reference, and
 * so are the values: this file decides what it decides, and refuses what it refuses.
 */
(function (iku) {
  "use strict";

  const { Rational, floorDivide, integerAbs } = iku;
  const ZERO = new Rational(0n);
  const ONE = new Rational(1n);
  const HALF = new Rational(1n, 2n);
  const FIRST_PRECISION = 64;
  const SQUARE = 2;
  const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61];

  /** An operation on roots whose result is too involved to decide anything about it. */
  class RootLimitError extends Error {}

  /** An irrational number, never rational, so never 0 and never exactly on a half. */
  class Root {
    constructor(form) {
      this.form = form;
      Object.freeze(this);
    }

    sign() {
      return formSign(this.form);
    }

    negated() {
      return new Root(scaled(this.form, ONE.negated()));
    }

    roundedSteps(decimals) {
      const negative = this.sign() < 0;
      const positive = negative ? this.negated() : this;
      const steps = scaled(positive.form, new Rational(10n ** BigInt(decimals)));
      const nearest = formFloor(form(steps.offset.plus(HALF), steps.terms));
      return negative ? -nearest : nearest;
    }

    toString() {
      return formText(this.form);
    }
  }

  // ------------------------------------------------------------------------------------ integers

  const bits = (value) => (value === 0n ? 0 : value.toString(2).length);
  const least = (values) => values.reduce((a, b) => (b < a ? b : a));
  const greatest = (values) => values.reduce((a, b) => (b > a ? b : a));

  /** The largest integer whose `degree`-th power is at most `value`, which is not negative. */
  function integerRoot(value, degree) {
    if (degree === 1 || value <= 1n) return value;
    const n = BigInt(degree);
    let guess = 1n << BigInt(Math.ceil(bits(value) / degree));
    for (;;) {
      const better = ((n - 1n) * guess + value / guess ** (n - 1n)) / n;
      if (better >= guess) return guess;
      guess = better;
    }
  }

  /** The positive root of a positive rational number if it is rational, else `null`. */
  function rationalRoot(value, degree) {
    const parts = [value.numerator, value.denominator].map((part) => integerRoot(part, degree));
    const root = new Rational(...parts);
    return root.power(degree).compare(value) === 0 ? root : null;
  }

  // --------------------------------------------------------------------------------------- forms

  function form(offset, terms) {
    const key = `${offset}+${terms.map(([factor, core]) => `${factor}*${core.key}`).join("+")}`;
    return { offset, terms, key };
  }

  const radical = (degree, radicand) => ({
    kind: "radical", degree, radicand, key: `r${degree}(${radicand})`,
  });
  const nestedRadical = (degree, radicand) => ({
    kind: "nested", degree, radicand, key: `n${degree}(${radicand.key})`,
  });
  const productOf = (left, right) => ({
    kind: "product", left, right, key: `p(${left.key};${right.key})`,
  });
  const reciprocal = (of) => ({ kind: "reciprocal", of, key: `i(${of.key})` });

  const isRadical = (core) => core.kind === "radical";
  const isPlain = (found) => found.terms.every(([, core]) => isRadical(core));
  const single = (factor, core) => form(ZERO, factor.isZero ? [] : [[factor, core]]);

  /** The same root with the least degree possible. */
  function simplest(radicand, degree) {
    for (const prime of PRIMES) {
      while (degree % prime === 0) {
        const root = rationalRoot(radicand, prime);
        if (root === null) break;
        [radicand, degree] = [root, degree / prime];
      }
    }
    return degree === 1 ? radicand : radical(degree, radicand);
  }

  function scaled(found, factor) {
    const terms = found.terms.map(([part, core]) => [part.times(factor), core]);
    return form(found.offset.times(factor), terms);
  }

  function added(left, right) {
    const terms = [...left.terms];
    for (const [factor, core] of right.terms) {
      let at = 0;
      let share = null;
      for (; at < terms.length && share === null; at += 1) share = ratio(core, terms[at][1]);
      if (share === null) {
        terms.push([factor, core]);
      } else {
        const [present, other] = terms[at - 1];
        terms[at - 1] = [present.plus(factor.times(share)), other];
      }
    }
    return form(
      left.offset.plus(right.offset),
      terms.filter(([factor]) => !factor.isZero),
    );
  }

  /** `left / right` if it is plain to see that it is rational, else `null`. */
  function ratio(left, right) {
    if (left.key === right.key) return ONE;
    if (isRadical(left) && isRadical(right) && left.degree === right.degree) {
      return rationalRoot(left.radicand.over(right.radicand), left.degree);
    }
    return null;
  }

  function multiplied(left, right) {
    if (isPlain(left) && isPlain(right)) {
      let result = form(left.offset.times(right.offset), []);
      for (const [factor, core] of left.terms) {
        result = added(result, single(factor.times(right.offset), core));
      }
      for (const [factor, core] of right.terms) {
        result = added(result, single(factor.times(left.offset), core));
      }
      for (const [factor, core] of left.terms) {
        for (const [otherFactor, other] of right.terms) {
          const fused = radicalProduct(core, other);
          const both = factor.times(otherFactor);
          const rational = fused instanceof Rational;
          result = rational
            ? form(result.offset.plus(both.times(fused)), result.terms)
            : added(result, single(both, fused));
        }
      }
      const separate = productBound(bound(left), bound(right));
      if (degreeOf(bound(result)) <= degreeOf(separate)) return result;
    }
    return form(ZERO, [[ONE, productOf(left, right)]]);
  }

  function radicalProduct(left, right) {
    let [a, b] = [left.degree, right.degree];
    while (b) [a, b] = [b, a % b];
    const degree = (left.degree * right.degree) / a;
    const radicand = left.radicand
      .power(degree / left.degree)
      .times(right.radicand.power(degree / right.degree));
    return simplest(radicand, degree);
  }

  function inverted(found) {
    if (found.terms.length === 1 && isRadical(found.terms[0][1])) {
      const [factor, core] = found.terms[0];
      if (found.offset.isZero) {
        return single(factor.inverse(), radical(core.degree, core.radicand.inverse()));
      }
      if (core.degree === SQUARE) {
        const norm = found.offset.power(2).minus(factor.power(2).times(core.radicand));
        return scaled(form(found.offset, [[factor.negated(), core]]), norm.inverse());
      }
    }
    return form(ZERO, [[ONE, reciprocal(found)]]);
  }

  function rooted(found, degree) {
    let core = nestedRadical(degree, found);
    if (found.terms.length === 1 && isRadical(found.terms[0][1]) && found.offset.isZero) {
      const [factor, inner] = found.terms[0];
      const radicand = factor.power(inner.degree).times(inner.radicand);
      core = simplest(radicand, inner.degree * degree);
    }
    return form(ZERO, [[ONE, core]]);
  }

  // ----------------------------------------------------------------------------------- enclosing

  /** Integers around `found * 2**precision`; their distance shrinks as precision grows. */
  function enclose(found, precision) {
    const unit = 1n << BigInt(precision);
    let [low, high] = scaledBounds(found.offset, unit, unit);
    for (const [factor, core] of found.terms) {
      const [moreLow, moreHigh] = scaledBounds(factor, ...encloseCore(core, precision));
      low += moreLow;
      high += moreHigh;
    }
    return [low, high];
  }

  function scaledBounds(factor, low, high) {
    const { numerator, denominator } = factor;
    if (numerator < 0n) [low, high] = [high, low];
    return [
      floorDivide(numerator * low, denominator),
      -floorDivide(-numerator * high, denominator),
    ];
  }

  function encloseCore(core, precision) {
    const places = BigInt(precision);
    switch (core.kind) {
      case "radical": {
        const shifted = core.radicand.numerator << (BigInt(core.degree) * places);
        const root = integerRoot(shifted / core.radicand.denominator, core.degree);
        return [root, root + 1n];
      }
      case "nested": {
        const [low, high] = enclose(core.radicand, precision);
        const room = BigInt(core.degree - 1) * places;
        const root = integerRoot((low > 0n ? low : 0n) << room, core.degree);
        return [root, integerRoot(high << room, core.degree) + 1n];
      }
      case "product": {
        const right = enclose(core.right, precision);
        const corners = enclose(core.left, precision).flatMap((one) => right.map((two) => one * two));
        return [least(corners) >> places, -(-greatest(corners) >> places)];
      }
      default: {
        let working = precision;
        let [low, high] = enclose(core.of, working);
        while (low <= 0n && high >= 0n) {
          working *= 2;
          [low, high] = enclose(core.of, working);
        }
        const one = 1n << BigInt(precision + working);
        const quotient = (divisor) => (divisor < 0n ? [-one, -divisor] : [one, divisor]);
        const [above, over] = quotient(low);
        return [floorDivide(...quotient(high)), -floorDivide(-above, over)];
      }
    }
  }

  function formSign(found) {
    for (let precision = FIRST_PRECISION; ; precision *= 2) {
      const [low, high] = enclose(found, precision);
      if (low > 0n) return 1;
      if (high < 0n) return -1;
    }
  }

  function formFloor(found) {
    for (let precision = FIRST_PRECISION; ; precision *= 2) {
      const [low, high] = enclose(found, precision).map((end) => end >> BigInt(precision));
      if (low === high) return low;
    }
  }

  function isZero(found) {
    const separation = separationBits(bound(found));
    for (let precision = FIRST_PRECISION; ; precision *= 2) {
      const [low, high] = enclose(found, precision);
      if (low > 0n || high < 0n) return false;
      const size = greatest([-low, high]);
      if (precision > separation && size < 1n << BigInt(precision - separation)) return true;
    }
  }

  /** The rational number that a form is, or `null` if it is irrational. */
  function rationalValue(found) {
    if (!found.terms.length) return found.offset;
    if (isPlain(found)) return null;
    const limit = rationalDenominatorBits(bound(found));
    let precision = Math.max(FIRST_PRECISION, 2 * limit + 2);
    let [low, high] = enclose(found, precision);
    while (bits(high - low) >= precision - 2 * limit) {
      precision *= 2;
      [low, high] = enclose(found, precision);
    }
    const middle = new Rational(low + high, 2n << BigInt(precision));
    const candidate = middle.limited(1n << BigInt(limit));
    const place = candidate.numerator << BigInt(precision);
    const { denominator } = candidate;
    if (low * denominator > place || place > high * denominator) return null;
    return isZero(form(found.offset.minus(candidate), found.terms)) ? candidate : null;
  }

  // ------------------------------------------------------------------------------------ bounding

  const degreeOf = ({ radicals }) => [...radicals.values()].reduce((a, b) => a * b, 1);
  const separationBits = (found) => (degreeOf(found) - 1) * found.numerator + found.denominator;
  const rationalDenominatorBits = (found) => degreeOf(found) * found.denominator;

  function bound(found) {
    let result = rationalBound(found.offset);
    for (const [factor, core] of found.terms) {
      result = sumBound(result, productBound(rationalBound(factor), coreBound(core)));
    }
    return result;
  }

  function coreBound(core) {
    switch (core.kind) {
      case "radical":
        return rootBound(rationalBound(core.radicand), core);
      case "nested":
        return rootBound(bound(core.radicand), core);
      case "product":
        return productBound(bound(core.left), bound(core.right));
      default: {
        const { numerator, denominator, radicals } = bound(core.of);
        return { numerator: denominator, denominator: numerator, radicals };
      }
    }
  }

  function rootBound(inner, core) {
    let { numerator, denominator } = inner;
    const { degree } = core;
    if (numerator >= denominator) {
      numerator = Math.ceil((numerator + (degree - 1) * denominator) / degree);
    } else {
      denominator = Math.ceil(((degree - 1) * numerator + denominator) / degree);
    }
    return { numerator, denominator, radicals: new Map([...inner.radicals, [core.key, degree]]) };
  }

  function rationalBound(value) {
    const size = integerAbs(value.numerator);
    return {
      numerator: bits(size > 0n ? size - 1n : 0n),
      denominator: bits(value.denominator - 1n),
      radicals: new Map(),
    };
  }

  function productBound(left, right) {
    return {
      numerator: left.numerator + right.numerator,
      denominator: left.denominator + right.denominator,
      radicals: new Map([...left.radicals, ...right.radicals]),
    };
  }

  function sumBound(left, right) {
    const one = left.numerator + right.denominator;
    const other = left.denominator + right.numerator;
    return {
      numerator: Math.max(one, other) + 1,
      denominator: left.denominator + right.denominator,
      radicals: new Map([...left.radicals, ...right.radicals]),
    };
  }

  function settled(found) {
    if (!found.terms.length) return found.offset;
    const root = limited(found);
    if (isPlain(found)) return root;
    if (rationalDenominatorBits(bound(found)) > iku.limits.denominatorBits) {
      throw new RootLimitError("denominator");
    }
    return rationalValue(found) ?? root;
  }

  function limited(found) {
    const sizes = bound(found);
    if (degreeOf(sizes) > iku.limits.rootDegree) throw new RootLimitError("degree");
    if (!isPlain(found)) {
      if (separationBits(sizes) > iku.limits.separationBits) throw new RootLimitError("separation");
      if (nesting(found) > iku.limits.rootNesting) throw new RootLimitError("nesting");
    }
    return new Root(found);
  }

  function nesting(found) {
    const inner = found.terms.flatMap(([, core]) => parts(core));
    return 1 + Math.max(0, ...inner.map(nesting));
  }

  function parts(core) {
    switch (core.kind) {
      case "radical":
        return [];
      case "nested":
        return [core.radicand];
      case "product":
        return [core.left, core.right];
      default:
        return [core.of];
    }
  }

  // ---------------------------------------------------------------------------------- arithmetic

  const isRoot = (value) => value instanceof Root;

  function add(left, right) {
    if (!isRoot(left)) return isRoot(right) ? add(right, left) : left.plus(right);
    if (isRoot(right)) return settled(added(left.form, right.form));
    return new Root(form(left.form.offset.plus(right), left.form.terms));
  }

  const subtract = (left, right) => add(left, right.negated());

  function multiply(left, right) {
    if (!isRoot(left)) return isRoot(right) ? multiply(right, left) : left.times(right);
    if (isRoot(right)) return settled(multiplied(left.form, right.form));
    return right.isZero ? ZERO : new Root(scaled(left.form, right));
  }

  /** `left / right`; the divisor is not 0. */
  function divide(left, right) {
    const inverse = isRoot(right) ? limited(inverted(right.form)) : right.inverse();
    return multiply(left, inverse);
  }

  function compare(left, right) {
    if (isRoot(left)) return differenceSign(left, right);
    return isRoot(right) ? -differenceSign(right, left) : left.compare(right);
  }

  function differenceSign(left, right) {
    if (isRoot(right)) {
      if (left.form.key === right.form.key) return 0;
      const [low, high] = enclose(left.form, FIRST_PRECISION);
      const [otherLow, otherHigh] = enclose(right.form, FIRST_PRECISION);
      if (low > otherHigh) return 1;
      if (high < otherLow) return -1;
    }
    return subtract(left, right).sign();
  }

  /** The `degree`-th root of a value that is not negative. */
  function nthRoot(value, degree) {
    if (degree === 1 || (!isRoot(value) && value.isZero)) return value;
    if (degree > iku.limits.rootDegree) throw new RootLimitError("degree");
    if (isRoot(value)) return limited(rooted(value.form, degree));
    const simple = simplest(value, degree);
    return simple instanceof Rational ? simple : new Root(form(ZERO, [[ONE, simple]]));
  }

  const geometricMean = (values) => nthRoot(values.reduce(multiply, ONE), values.length);

  // ---------------------------------------------------------------------------------------- text

  const rationalText = (value) =>
    value.isWhole ? `${value.numerator}` : `${value.numerator} / ${value.denominator}`;
  const magnitude = (value) => (value.sign() < 0 ? value.negated() : value);

  /** A form in the formula language. */
  function formText(found) {
    const pieces = found.offset.isZero
      ? []
      : [[found.offset.sign() < 0, rationalText(magnitude(found.offset))]];
    for (const [factor, core] of found.terms) {
      const size = magnitude(factor);
      const weight = size.compare(ONE) === 0 ? "" : `${rationalText(size)} * `;
      pieces.push([factor.sign() < 0, weight + coreText(core)]);
    }
    return pieces
      .map(([negative, text], at) => (at ? ` ${negative ? "-" : "+"} ` : negative ? "-" : "") + text)
      .join("");
  }

  function coreText(core) {
    switch (core.kind) {
      case "radical":
        return rootText(rationalText(core.radicand), core.degree);
      case "nested":
        return rootText(formText(core.radicand), core.degree);
      case "product":
        return `((${formText(core.left)}) * (${formText(core.right)}))`;
      default:
        return `(1 / (${formText(core.of)}))`;
    }
  }

  // The n-th root of x is the geometric mean of x and n - 1 ones.
  const rootText = (inside, degree) =>
    degree === SQUARE
      ? `akar(${inside})`
      : `rata_rata_geometrik(${inside}${", 1".repeat(degree - 1)})`;

  const exact = { add, subtract, multiply, divide, compare, nthRoot, geometricMean };

  /** A number rounded for publication, as text with exactly `decimals` places. */
  const roundHalfUp = (value, decimals) =>
    iku.stepsText(value.roundedSteps(decimals), decimals);

  Object.assign(iku, { Root, RootLimitError, exact, roundHalfUp });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
