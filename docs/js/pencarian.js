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
importScripts(`../${worker.slice(worker.indexOf("assets/"))}`);
