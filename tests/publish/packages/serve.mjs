/* Calls a package's functions as tests ask: a JSON array [name, ...arguments] a line, an answer a line. */
import { createInterface } from "node:readline";

const paket = await import(process.argv[2]);

/** What a test writes as {"pecahan": "1/3"} is handed in as an exact number. */
const exactly = (key, value) => (value?.pecahan === undefined ? value : paket.eksak(value.pecahan));

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line, exactly);
  let told;
  try {
    told = { hasil: paket[name](...given) };
  } catch (problem) {
    const { jenis, message: pesan } = problem;
    told = problem instanceof paket.GalatIku ? { galat: { jenis, pesan } } : { rusak: String(problem.stack) };
  }
  console.log(JSON.stringify(told));
}
