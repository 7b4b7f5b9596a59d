/* What can stand behind printed numbers: a print stands for every number that is rounded to it.
 *
 * Known for formulas that are a sum in all that was measured; counts are what they are. Such a sum
 * is smallest at one corner of what its numbers stand for and largest at another, and takes every
 * value between on the line that joins them.
 */
(function (iku) {
  "use strict";

  const { Rational } = iku;
  const MOST_DECIMALS = 9; // nobody prints more, and the last ones of a program are not exact
  const SHEET_DIGITS = 15; // so many does a spreadsheet compute with
  const MORE_SHOWN = 2;

  const step = (decimals) => new Rational(1n, 10n ** BigInt(decimals));
  const half = (value) => value.times(new Rational(1n, 2n));
  const rounded = (value, decimals) =>
    new Rational(value.roundedSteps(decimals), 10n ** BigInt(decimals));
  const within = (span, value) => {
    const [low, high] = [value.compare(span.low), value.compare(span.high)];
    return (low > 0 || (low === 0 && span.hasLow)) && (high < 0 || (high === 0 && span.hasHigh));
  };
  const exactly = (value) => ({ low: value, high: value, hasLow: true, hasHigh: true });
  const isPoint = (span) => span.low.compare(span.high) === 0;
  const middle = (span) => half(span.low.plus(span.high));

  /** What lies in both spans, or `null`; an end that is `null` is none. */
  function meet(one, other) {
    const found = { ...one };
    if (other.low !== null && other.low.compare(one.low) >= 0) {
      found.hasLow = other.hasLow && (one.low.compare(other.low) !== 0 || one.hasLow);
      found.low = other.low;
    }
    if (other.high !== null && other.high.compare(one.high) <= 0) {
      found.hasHigh = other.hasHigh && (one.high.compare(other.high) !== 0 || one.hasHigh);
      found.high = other.high;
    }
    const side = found.low.compare(found.high);
    return side > 0 || (side === 0 && !(found.hasLow && found.hasHigh)) ? null : found;
  }

  /** A number as somebody printed it: its value, its decimals, and what is rounded to it. */
  function printOf(text, exact) {
    const decimals = iku.decimalsOf(text, exact);
    const typed = asTyped(text, exact, decimals);
    const places = Math.min(typed.decimals, MOST_DECIMALS);
    const value = places < typed.decimals ? rounded(typed.value, places) : typed.value;
    const reach = half(step(places));
    const [low, high] = [value.minus(reach), value.plus(reach)];
    return { decimals, span: { low, high, hasLow: value.sign() > 0, hasHigh: value.sign() < 0 } };
  }

  /** A number without the digits that only a program writes: 98.0, 79.18999999999999. */
  function asTyped(text, value, decimals) {
    if (value.isWhole && text.endsWith(".0")) return { value, decimals: 0 };
    if (decimals <= MOST_DECIMALS) return { value, decimals };
    const least = new Rational(10n ** BigInt(SHEET_DIGITS - 1));
    let size = value.sign() < 0 ? value.negated() : value;
    let places = 0;
    for (; !size.isZero && size.compare(least) < 0; places += 1) size = size.times(new Rational(10n));
    const typed = rounded(value, places);
    return { value: typed, decimals: iku.decimalsOf("", typed) };
  }

  function spanOf(variable, text, value) {
    if (variable.bulat) return exactly(value);
    const end = (bound) => (bound === null ? null : Rational.of(bound));
    const possible = { low: end(variable.minimum), high: end(variable.maksimum), hasLow: true, hasHigh: true };
    return meet(printOf(text, value).span, possible) ?? exactly(value);
  }

  /** The corners at which a sum is smallest and largest, and whether each lies in the spans. */
  function cornersOf(formula, spans) {
    const corners = [{ point: {}, inside: true }, { point: {}, inside: true }];
    const centre = Object.fromEntries(Object.entries(spans).map(([name, span]) => [name, middle(span)]));
    for (const [name, span] of Object.entries(spans)) {
      const [below, above] = [span.low, span.high].map((end) => formula({ ...centre, [name]: end }));
      const slope = above.compare(below);
      corners.forEach((corner, at) => {
        const isHigh = slope > 0 === (at === 1);
        corner.point[name] = slope === 0 ? centre[name] : isHigh ? span.high : span.low;
        corner.inside = corner.inside && (slope === 0 || (isHigh ? span.hasHigh : span.hasLow));
      });
    }
    return corners.map((corner) => ({ ...corner, value: formula(corner.point) }));
  }

  /**
   * Unrounded numbers from which a formula gives what was printed, with as few decimals as will do.
   *
   * @param formula the value of an object from name to Rational
   * @param variables those of the formula, in its order
   * @param read texts (`text`) and values (`value`) by name
   * @param printed the text and the value that the formula should give
   * @returns what to say of them in both languages; `null` where there are none
   */
  function witness(formula, variables, read, printed) {
    const spans = Object.fromEntries(
      variables.map((one) => [one.nama, spanOf(one, read[one.nama].text, read[one.nama].value)]),
    );
    const print = printOf(printed.text, printed.value);
    const [least, most] = cornersOf(formula, spans);
    const reach = { low: least.value, high: most.value, hasLow: least.inside, hasHigh: most.inside };
    const goal = meet(reach, print.span);
    if (!goal) return null;
    const length = most.value.minus(least.value);
    const share = length.isZero ? length : middle(goal).minus(least.value).over(length);
    const onLine = (name) =>
      least.point[name].plus(share.times(most.point[name].minus(least.point[name])));
    const found = shortest(formula, spans, goal, onLine);
    return said(found, formula(found), spans, print.decimals + MORE_SHOWN);
  }

  function shortest(formula, spans, goal, onLine) {
    const at = (write) =>
      Object.fromEntries(
        Object.entries(spans).map(([name, span]) => [name, isPoint(span) ? span.low : write(onLine(name))]),
      );
    for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
      const near = at((value) => rounded(value, decimals));
      const fits = Object.entries(spans).every(([name, span]) => within(span, near[name]));
      if (fits && within(goal, formula(near))) return near;
    }
    return at((value) => value);
  }

  function said(point, value, spans, decimals) {
    const free = Object.entries(point).filter(([name]) => !isPoint(spans[name]));
    const named = free.length ? free : Object.entries(point);
    const written = (number, places, language) =>
      10n ** BigInt(places) % number.denominator === 0n
        ? iku.numberText(number, language)
        : iku.localized(iku.roundHalfUp(number, places), language);
    const inOne = (language) => {
      const angka = named.map(([name, number]) => `${name} ${written(number, MOST_DECIMALS, language)}`);
      return iku.gives[language]
        .replace("{angka}", angka.join("; "))
        .replace("{hasil}", written(value, decimals, language));
    };
    return { id: inOne("id"), en: inOne("en") };
  }

  Object.assign(iku, { witness });
})(globalThis.kesbangIku || (globalThis.kesbangIku = {}));
