// Runs the checker, a wasm of its own, in a worker, so that the page does not wait for it; where workers are refused, in the
// page. This file is both ends: the page imports it, and the worker is started from it.
const inWorker = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

async function run({ js, wasm, ask, words }) {
  const checker = await import(js);
  await checker.default({ module_or_path: wasm });
  return checker[ask](...words);
}

if (inWorker) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage({ number: data.number, answer: await run(data) });
    } catch (error) {
      self.postMessage({ number: data.number, error: error.message || String(error) });
    }
  };
}

// What the checker says of a text, and the parts of the record that it writes: see src/checker. Addresses must be whole.
export function check(js, wasm, name, text) {
  const work = { js, wasm, ask: "check", words: [name, text] };
  let worker;
  try {
    worker = new Worker(import.meta.url, { type: "module" });
  } catch {
    return run(work);
  }
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => ("answer" in data ? resolve(data.answer) : reject(new Error(data.error)));
    // A worker that could not start says no more than that.
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(run(work));
    };
    worker.postMessage(work);
  }).finally(() => worker.terminate());
}
