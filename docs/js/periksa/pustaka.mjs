/* Runs the library in the browser: starts Python, unpacks the library, and answers what the command
 * line answers. Loaded in a worker, or in the page itself where a worker cannot be had. It asks for
 * nothing but the files of its own folder. */

const START = ["pyodide.asm.wasm", "pyodide.asm.mjs", "python.zip", "iku.zip"];
const LATER = "sisa.zip";
const PACKED = [0x1f, 0x8b];
const ROOM = "/berkas";

/** Answers what comes to a port: first where the files are, then one question after the other. */
export function serve(port) {
  let library = null, turn = Promise.resolve();
  const answer = async ({ id, from, questions, ...more }) => {
    const tell = (step, part) => port.postMessage({ id, step, part });
    try {
      library ??= await start(from, tell);
      port.postMessage({ id, answers: await answered(library, questions, more, tell) });
    } catch (problem) {
      port.postMessage({ id, problem: String(problem?.message ?? problem).slice(-600) });
    }
  };
  port.onmessage = ({ data }) => (turn = turn.then(() => answer(data)));
}

/** Where files come from: the folder of the site, or the page that carries them in itself. */
function source(from) {
  if (from.embedded) {
    const bytes = (name) => from.embedded[name];
    return {
      module: (name) => asModule(bytes(name)),
      bytes: async (name) => bytes(name),
    };
  }
  const address = (name) => new URL(name, from.folder).href + `?${from.list.bagian.slice(0, 16)}`;
  return { module: address, bytes: (name, tell) => fetched(address(name), tell) };
}

async function fetched(address, tell) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const reader = response.body.getReader();
  const parts = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    tell(value.length);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What was compressed; a server that says so of a file has had the browser undo it already. */
async function unzipped(bytes) {
  if (PACKED.some((one, at) => bytes[at] !== one)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const asModule = (bytes) => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));

async function start(from, tell) {
  const { module, bytes } = source(from);
  const files = from.list.berkas;
  const stored = (name) => `${name}.gz`;
  const total = START.reduce((sum, name) => sum + files[stored(name)].ukuran, 0);
  let come = 0;
  const counted = (size) => tell("unduh", Math.min(1, (come += size) / total));
  const [wasm, program, standard, own] = await Promise.all(
    START.map(async (name) => unzipped(await bytes(stored(name), counted))),
  );
  tell("mulai", null);
  const { loadPyodide } = await import(module("pyodide.mjs"));
  const { default: createPyodideModule } = await import(asModule(program));
  const base = from.folder ?? "https://kesbang-iku.invalid/";
  const python = await given(
    {
      "pyodide.asm.wasm": async () =>
        new Response(wasm, { headers: { "Content-Type": "application/wasm" } }),
      "python_stdlib.zip": async () => new Response(standard),
    },
    () => loadPyodide({
      indexURL: base, packageBaseUrl: base, createPyodideModule, lockFileContents: from.list.kunci,
    }),
  );
  python.unpackArchive(own, "zip", { extractDir: "/iku" });
  python.runPython("import sys; sys.path.insert(0, '/iku')");
  python.FS.mkdirTree(ROOM);
  python.FS.chdir(ROOM);
  return { python, standard, later: async () => unzipped(await bytes(stored(LATER), () => {})) };
}

/** Runs what asks for files by name, and gives it those that are here already. */
async function given(here, run) {
  const own = globalThis.fetch;
  globalThis.fetch = (address, ...rest) => {
    const name = String(address).split("/").pop();
    return name in here ? here[name]() : own.call(globalThis, address, ...rest);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = own;
  }
}

/** Answers questions in order; each is the words of a command and what files it leaves behind. */
async function answered(library, questions, { files, rest }, tell) {
  const { python } = library;
  if (files) {
    for (const name of python.FS.readdir(ROOM)) {
      if (name !== "." && name !== "..") python.FS.unlink(`${ROOM}/${name}`);
    }
    for (const { name, bytes } of files) python.FS.writeFile(`${ROOM}/${name}`, bytes);
  }
  if (rest) await complete(library, tell);
  const answers = [];
  for (const [number, { words, leaves }] of questions.entries()) {
    tell("jawab", questions.length > 1 ? number / questions.length : null);
    let answer = asked(python, words);
    if (answer.missing) {
      await complete(library, tell);
      answer = asked(python, words);
    }
    answers.push({ ...answer, left: left(python, leaves) });
  }
  return answers;
}

/** Brings what no first answer needs: pages, workbooks, and all other commands. */
async function complete(library, tell) {
  if (!library.later) return;
  tell("lengkapi", null);
  const bytes = await library.later();
  library.later = null;
  library.python.unpackArchive(bytes, "zip", { extractDir: "/" });
  library.python.unpackArchive(library.standard, "zip", { extractDir: "/python" });
  library.python.runPython(WHOLE);
}

/** Python's own modules stand in an archive that holds the first ones only, so the folder that holds
 * all of them takes its place, for the packages that are loaded already too. */
const WHOLE = `
import importlib, os, sys
at = next(n for n, one in enumerate(sys.path) if one.endswith(".zip"))
sys.path.insert(at, "/python")
for name, module in list(sys.modules.items()):
    folder = "/python/" + name.replace(".", "/")
    if getattr(module, "__path__", None) and os.path.isdir(folder):
        module.__path__ = [*module.__path__, folder]
importlib.invalidate_caches()`;

function asked(python, words) {
  const out = [], err = [];
  python.setStdout({ write: (bytes) => (out.push(bytes.slice()), bytes.length) });
  python.setStderr({ write: (bytes) => (err.push(bytes.slice()), bytes.length) });
  const text = (parts) => new TextDecoder().decode(new Uint8Array(parts.flatMap((one) => [...one])));
  const main = python.pyimport("kesbang_iku.cli").main;
  const given = python.toPy(words);
  try {
    const status = main(given);
    return { status, out: text(out), err: text(err) };
  } catch (problem) {
    if (problem.type === "ModuleNotFoundError" || problem.type === "ImportError") return { missing: true };
    throw problem;
  } finally {
    given.destroy();
    main.destroy();
  }
}

function left(python, name) {
  if (!name || !python.FS.analyzePath(`${ROOM}/${name}`).exists) return null;
  const bytes = python.FS.readFile(`${ROOM}/${name}`).slice();
  python.FS.unlink(`${ROOM}/${name}`);
  return bytes;
}
