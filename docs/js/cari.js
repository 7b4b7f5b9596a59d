/* Finding by words, as the command line finds: codes, beginnings of words, every spelling that the
 * catalog's vocabulary knows for the same, and one letter wrong. The list of indicators, the search of
 * the site and src/kesbang_iku/catalog/search.py give the same answers; a test holds them together. */
(function () {
  "use strict";

  const SHORTEST = 5; // shorter words differ too little for a slip to be certain
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /** Words without signs, accents and case, a space between them. */
  const plain = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const digits = (text) => text.replace(/\D/g, "");

  /** Whether `written` is `meant` with one letter lost, added, changed, or two swapped. */
  function oneSlip(written, meant) {
    if (meant.length < SHORTEST || written === meant || Math.abs(written.length - meant.length) > 1) return false;
    if (digits(written) !== digits(meant)) return false;
    let start = 0;
    while (start < Math.min(written.length, meant.length) && written[start] === meant[start]) start += 1;
    const rest = written.slice(start), wanted = meant.slice(start);
    return (
      rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1) ||
      (rest.slice(2) === wanted.slice(2) && rest[0] === wanted[1] && rest[1] === wanted[0])
    );
  }

  /** Of words that are a slip away, the one with most letters in common; of two, the later one. */
  function nearest(word, slips) {
    const common = (other) => {
      let start = 0, end = 0;
      while (start < other.length && word[start] === other[start]) start += 1;
      while (end < other.length - start && word.at(-1 - end) === other.at(-1 - end)) end += 1;
      return (start + end) / (word.length + other.length);
    };
    return slips.reduce((best, one) => (best === null || common(one) >= common(best) ? one : best), null);
  }

  /** `words` is the catalog's vocabulary: groups of spellings, and which are put together. */
  function searcher(words) {
    const spellings = new Map();
    for (const group of words.ejaan) {
      for (const form of group) spellings.set(form, new Set([...(spellings.get(form) ?? []), ...group]));
    }
    const spelt = new Set([...spellings.keys()].flatMap((form) => form.split(" ")));
    const joined = new Set(words.gabungan);

    function thing(written) {
      const asked = new Set(written.split(" "));
      const known = spellings.get(written) ?? new Set();
      // A part of the words would ask for less: social conflicts are not any conflicts.
      const less = (form) => {
        const there = new Set(form.split(" "));
        return there.size < asked.size && [...there].every((word) => asked.has(word));
      };
      const same = [...known].filter((form) => !less(form));
      const together = same.filter((form) => joined.has(form)).sort()[0] ?? "";
      const parts = together.split(" ").filter(Boolean).map((word) => ({ written: word, same: [...(spellings.get(word) ?? [])], parts: [] }));
      return { written, same, parts };
    }

    function isIn(one, text) {
      if (text.includes(` ${one.written}`) || one.same.some((form) => text.includes(` ${form} `))) return true;
      return one.parts.length > 0 && one.parts.every((part) => isIn(part, text));
    }

    /** What is wanted, one after the other; words that are a spelling together are one. */
    function wanted(list) {
      const found = [];
      for (let start = 0; start < list.length; ) {
        let end = list.length;
        while (end > start + 1 && !spellings.has(list.slice(start, end).join(" "))) end -= 1;
        found.push(thing(list.slice(start, end).join(" ")));
        start = end;
      }
      return found;
    }

    /** Words that nothing begins with, each with the one it is a letter off. */
    function slips(list, texts) {
      const readAs = new Map();
      for (const word of new Set(list)) {
        if (spelt.has(word) || texts.some((text) => text.includes(` ${word}`))) continue;
        const known = new Set(spelt);
        for (const text of texts) for (const other of text.split(" ")) if (oneSlip(word, other)) known.add(other);
        const meant = nearest(word, [...known].filter((other) => oneSlip(word, other)).sort());
        if (meant) readAs.set(word, meant);
      }
      return readAs;
    }

    /** What `text` asks for, given all that may be found: things wanted, and words read as others. */
    function asked(text, texts) {
      const list = text.split(/\s+/).flatMap((word) => plain(word) || []);
      const readAs = slips(list, texts);
      const read = list.map((word) => readAs.get(word) ?? word);
      return { wanted: wanted(read), readAs, words: read.join(" ") };
    }

    return { asked, isIn };
  }

  globalThis.kesbangIkuCari = { searcher, plain };
})();
