/* The theme's search, with the pages of the reader's language first: the site is one index of two
 * languages, and many words are the same in both. The address names the language and the theme's
 * own worker, which does all the rest. */
"use strict";

const [language, worker] = location.hash.slice(1).split(":");
const FIRST = 1e9; // more than a title or a tag weighs

addEventListener("message", ({ data }) => {
  for (const page of data.data?.docs ?? []) {
    if (page.location.startsWith("en/") === (language === "en")) page.boost = (page.boost ?? 1) * FIRST;
  }
});

/* Answers in the order people expect: the page of the code that was typed, then pages with all of
 * the words, then those with some; each in the reader's language first. */
const PAGES = [
  [/^[a-z]{3}-[a-z]{3}-\d\d$/, (code) => `indikator/${code}/`],
  [/^iku\d{3}$/, (code) => `temuan/${code}/`],
  [/^8\.01\.[\d.]+$/, () => "indikator/keluaran/"],
];
let wanted = null;

// Asked before the theme's own script, which answers the same message.
addEventListener("message", ({ data }) => {
  if (typeof data.data !== "string") return;
  const code = data.data.replace(/[+*"~^]/g, "").trim().toLowerCase();
  const page = PAGES.find(([form]) => form.test(code))?.[1](code);
  wanted = page ? (language === "en" ? "en/" : "") + page : null;
});

const rank = (group) => {
  const own = group.some((one) => one.location.startsWith("en/") === (language === "en"));
  const all = group.some((one) => {
    const found = Object.values(one.terms ?? {});
    return found.length > 0 && found.every(Boolean);
  });
  const exact = group.some((one) => one.location.split("#")[0] === wanted);
  return 4 * exact + 2 * own + all;
};
const send = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message?.data?.items) message.data.items.sort((one, other) => rank(other) - rank(one));
  send(message);
};
importScripts(`../${worker.slice(worker.indexOf("assets/"))}`);
