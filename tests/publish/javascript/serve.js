/* Reads requests from standard input, one line of JSON each, and writes an answer for each. */
const fs = require("node:fs");
const readline = require("node:readline");
const vm = require("node:vm");

for (const path of process.argv.slice(2)) {
  vm.runInThisContext(fs.readFileSync(path, "utf-8"), { filename: path });
}
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let found;
  try {
    found = { jawaban: globalThis.answer(JSON.parse(line)) };
  } catch (problem) {
    found = { gagal: String(problem.stack ?? problem) };
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
});
