/* The page as one file: everything it needs stands in it as text, and it opens from a stick. A worker
 * is had where the browser gives one to such a file; else Python runs in the page itself. */
import { open } from "./halaman.mjs";

const held = (name) => document.getElementById(`berkas-${name}`);
const address = (name) => URL.createObjectURL(new Blob([bytes(name)], { type: "text/javascript" }));

function bytes(name) {
  const text = held(name).textContent;
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

/** Whether a module worker starts and says a word, as it does not everywhere from a file. */
function workersRun() {
  return new Promise((resolve) => {
    const end = (found) => (clearTimeout(late), resolve(found));
    const late = setTimeout(() => end(false), 3000);
    try {
      const text = `import ${JSON.stringify(address("pustaka.mjs"))}; self.postMessage({});`;
      const made = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), { type: "module" });
      made.onmessage = () => (made.terminate(), end(true));
      made.onerror = () => end(false);
    } catch {
      end(false);
    }
  });
}

const list = JSON.parse(held("daftar.json").textContent);
const names = [...Object.keys(list.berkas)];
const language = document.documentElement.lang;
const script = address("pustaka.mjs");
const inPage = !(await workersRun());
open(document.querySelector(".periksa"), {
  language, script, inPage,
  from: { list, get embedded() { return Object.fromEntries(names.map((name) => [name, bytes(name)])); } },
  examples: list.contoh.map(({ label, name }) => ({ label: label[language], name, bytes: bytes(name) })),
});
