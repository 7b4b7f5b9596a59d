/* Times full results of the npm package: node npm.mjs PACKAGE CODE NUMBERS; as worker.py, runs in, seconds out. */
import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder, code, numbers] = process.argv;
const { hitung, katalog } = await import(pathToFileURL(join(folder, "index.mjs")).href);
const parts = JSON.parse(numbers);
const named = `${code}@${katalog.definisi.find((one) => one.kode === code).versi}`;

for await (const line of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  for (let run = Number(line); run > 0; run -= 1) hitung(named, parts, { target: 72 });
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
}
