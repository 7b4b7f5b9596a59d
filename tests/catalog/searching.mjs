/* Asks the search of the site what it finds: words, texts and queries come on standard input. */
import fs from "node:fs";
import vm from "node:vm";

const { words, texts, queries } = JSON.parse(fs.readFileSync(0));
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));
const searcher = globalThis.kesbangIkuCari.searcher(words);
const all = texts.map(([, text]) => text);
const answers = queries.map((query) => {
  const asked = searcher.asked(query, all);
  const found = texts.filter(([, text]) => asked.wanted.every((one) => searcher.isIn(one, text)));
  return [found.map(([code]) => code), [...asked.readAs]];
});
process.stdout.write(JSON.stringify(answers));
