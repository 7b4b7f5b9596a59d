/* What the scripts of pages share: elements, labelled fields, the region that a text means, the address. */
const unsur = {
  element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  },

  labelled: (text, input) => unsur.element("div", {}, unsur.element("label", { for: input.id }, text), input),

  folded: (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim(),

  /** Return what tells the code of the region a text means: by code or name, or by a part of the name that
   * only one has; null for no text, undefined where none or several are meant. */
  meaning(names) {
    const known = new Map(names.flatMap(([code, name]) => [[code, code], [unsur.folded(name), code]]));
    return (text) => {
      const asked = unsur.folded(text);
      if (!asked) return null;
      if (known.has(asked)) return known.get(asked);
      const some = names.filter(([, name]) => unsur.folded(name).includes(asked));
      return some.length === 1 ? some[0][0] : undefined;
    };
  },

  /** Keep what is chosen in the address of the page, without what is empty. */
  remember(chosen) {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  },
};
