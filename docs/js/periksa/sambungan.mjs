/* What stands between the page and the library: a worker, or the page itself where a worker cannot
 * be had. The worker is made of a Blob, so that the page's own policy holds in it: it can reach
 * nothing but this site. */

/** Returns what asks the library: `ask(questions, files, rest)`, with `tell(step, part)` as it goes.
 * `script` is the address of pustaka.mjs, `from` where the library's files are. */
export function connection(script, from, { inPage = false } = {}) {
  const waiting = new Map();
  let count = 0;
  const { port, broken } = inPage ? pageItself(script) : worker(script);
  port.onmessage = ({ data }) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if (data.step) return one.tell(data.step, data.part);
    waiting.delete(data.id);
    if (data.problem) one.reject(new Error(data.problem));
    else one.resolve(data.answers);
  };
  broken((problem) => {
    for (const one of waiting.values()) one.reject(problem);
    waiting.clear();
  });
  return {
    ask(questions, { files = null, rest = false, tell = () => {} } = {}) {
      return new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve, reject, tell });
        port.postMessage({ id, from: count === 1 ? from : null, questions, files, rest });
      });
    },
  };
}

function worker(script) {
  const text = `import { serve } from ${JSON.stringify(script)}; serve(self); self.postMessage({});`;
  const made = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), {
    type: "module",
  });
  return {
    port: made,
    broken: (then) => (made.onerror = (event) => then(new Error(event.message ?? "worker"))),
  };
}

function pageItself(script) {
  const { port1, port2 } = new MessageChannel();
  const loaded = import(script).then(({ serve }) => serve(port2));
  return { port: port1, broken: (then) => loaded.catch(then) };
}
