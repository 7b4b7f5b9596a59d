/* Elements of a page. Texts become text nodes, so that what a file holds is never markup. */

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(label, press) {
  const made = element("button", { type: "button", class: "md-button" }, label);
  made.addEventListener("click", press);
  return made;
}

export const link = (href, label, more = {}) => element("a", { href, ...more }, label);
