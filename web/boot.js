// Starts the app on the prerendered page, and keeps the page readable if that fails.
// The page was written by the same program, so its text is complete before this runs.
const script = document.querySelector("script[data-wasm]");
const notice = document.getElementById("notice");
const page = document.getElementById("daylight").innerHTML;
let attempt = 0;
let broke = 0;

// A fresh element with what was written ahead: nothing of a broken instance listens on it.
function restore() {
  const old = document.getElementById("daylight");
  const fresh = old.cloneNode(false);
  fresh.removeAttribute("data-daylight");
  fresh.innerHTML = page;
  old.replaceWith(fresh);
  return fresh;
}

// One line says what happened; everything that was written ahead stays, and what the app would open stands open.
function giveUp(words, detail) {
  restore();
  document.documentElement.classList.add("app-failed");
  notice.textContent = notice.dataset[words] + (detail ? " (" + detail + ")" : "");
  notice.hidden = false;
}

// A broken instance is never used again. Once, a fresh one draws the page anew; if that breaks too, the page is only read.
function broken(number, message) {
  if (number !== attempt || broke === attempt) return;
  broke = attempt;
  console.error(message);
  setTimeout(() => (attempt > 1 ? giveUp("stopped") : begin(false)), 0);
}

async function begin(hydrate) {
  const number = ++attempt;
  const root = hydrate ? document.getElementById("daylight") : restore();
  try {
    const address = (name) => new URL(name, document.baseURI).href;
    const app = await import(address(script.dataset.js) + (hydrate ? "" : "?again"));
    await app.default({ module_or_path: address(script.dataset.wasm) });
    // What is taken over must stand as it was written: the first node is the framework's opening comment.
    const first = root.firstChild;
    const asWritten = first && first.nodeType === Node.COMMENT_NODE && first.data.startsWith("<[");
    app.start(hydrate && Boolean(asWritten), (message) => broken(number, message));
  } catch (error) {
    // A panic during start has been reported through `broken` already.
    if (broke !== number) giveUp("notstarted", error.message || String(error));
  }
}

begin(true);
