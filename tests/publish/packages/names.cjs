/* The names a script uses without declaring them, as JSON: node --expose-internals names.cjs FILE YEAR
 *
 * It is read by the grammar of ECMAScript of that year; newer syntax ends with an error. */
const { readFileSync } = require("node:fs");
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const walk = require("internal/deps/acorn/acorn-walk/dist/walk");

const [file, year] = process.argv.slice(2);
const tree = acorn.parse(readFileSync(file, "utf-8"), { ecmaVersion: Number(year), sourceType: "script" });
const declared = new Set();
const used = new Set();
walk.full(tree, (node, _state, type) => {
  if (type === "VariablePattern") declared.add(node.name);
  else if (node.type === "Identifier") used.add(node.name);
  if (/^(Function|Class)/.test(node.type) && node.id) declared.add(node.id.name);
});
console.log(JSON.stringify([...used].filter((name) => !declared.has(name)).sort()));
