// Starts the app on the prerendered page, and keeps the page readable if that fails.
// The page was written by the same program, so its text is complete before this runs.
const script = document.querySelector("script[data-wasm]");
const notice = document.getElementById("notice");
const page = document.getElementById("daylight").innerHTML;
const asked = new URLSearchParams(location.search).get("dossier");
let attempt = 0;
let broke = 0;
let outline = null;

const address = (name) => new URL(name, document.baseURI).href;

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

// Why something could not be had, in the page's language; what the browser says of it is for the console.
function reason(error) {
  console.error(error);
  if (error.status) return error.message;
  const word = notice.dataset[error instanceof TypeError ? "noanswer" : "notreadable"];
  // The program throws words, where it cannot read what it was given.
  return typeof error === "string" ? script.dataset.outline + ": " + word : word;
}

// A broken instance is never used again. Once, a fresh one draws the page anew; if that breaks too, the page is only read.
function broken(number, message) {
  if (number !== attempt || broke === attempt) return;
  broke = attempt;
  console.error(message);
  setTimeout(() => (attempt > 1 ? giveUp("stopped") : begin(false)), 0);
}

async function load(again) {
  const app = await import(address(script.dataset.js) + (again ? "?again" : ""));
  await app.default({ module_or_path: address(script.dataset.wasm) });
  return app;
}

// The dossier's outline: on its way beside the app, and kept for a second start.
async function told() {
  const answer = await fetch(address(script.dataset.outline));
  if (!answer.ok) throw Object.assign(new Error(script.dataset.outline + ": HTTP " + answer.status), { status: answer.status });
  return answer.text();
}

async function begin(hydrate) {
  const number = ++attempt;
  const root = hydrate ? document.getElementById("daylight") : restore();
  try {
    outline ??= told();
    const [app, text] = await Promise.all([load(!hydrate), outline]);
    // What is taken over must stand as it was written: the first node is the framework's opening comment.
    const first = root.firstChild;
    const asWritten = first && first.nodeType === Node.COMMENT_NODE && first.data.startsWith("<[");
    app.start(hydrate && Boolean(asWritten), text, (message) => broken(number, message));
  } catch (error) {
    // A panic during start has been reported through `broken` already.
    if (broke !== number) giveUp("notstarted", reason(error));
  }
}

// The page for any dossier: asks for the dossier at once, beside the app, which then reads the answer.
async function open() {
  const local = ["localhost", "127.0.0.1", "[::1]"];
  // Addresses without a host are the site's own, from its root.
  const root = address("../");
  const wanted = URL.canParse(asked, root) ? new URL(asked, root) : null;
  const may =
    wanted &&
    (wanted.origin === location.origin ||
      wanted.protocol === "https:" ||
      (wanted.protocol === "http:" && local.includes(wanted.hostname)));
  document.getElementById("open-address").value = asked;
  if (!may) return giveUp("refused");
  const stop = new AbortController();
  const answer = fetch(wanted, { credentials: "omit", signal: stop.signal });
  // The app says what went wrong with it.
  answer.catch(() => {});
  const check = async (name, text) => {
    const checker = await import(address(script.dataset.check));
    return checker.check(address(script.dataset.checkJs), address(script.dataset.checkWasm), name, text);
  };
  // The rest of the record comes from the checker, and the bar stands in it.
  document.addEventListener("daylight:record", () => import(address(script.dataset.bar)), { once: true });
  try {
    const app = await load(false);
    app.open(answer, stop, wanted.href, check, (message) => {
      console.error(message);
      giveUp("stopped");
    });
  } catch (error) {
    giveUp("notstarted", reason(error));
  }
}

// Files of what is on screen: the script for them is fetched when it is first asked for. What could not be had is asked for by
// another name, since browsers keep that under the first.
let failures = 0;
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-take]");
  if (!button) return;
  try {
    const { take } = await import(address(script.dataset.take) + (failures ? "?" + failures : ""));
    await take(button);
    if (notice.textContent === notice.dataset.nottaken) notice.hidden = true;
  } catch (error) {
    failures++;
    console.error(error);
    notice.textContent = notice.dataset.nottaken;
    notice.hidden = false;
  }
});

if (asked !== null && script.dataset.open) location.replace(address(script.dataset.open) + location.search + location.hash);
else if (script.dataset.check) {
  if (asked) open();
} else begin(true);
// For link.js, which runs next, and for frame.js: from here on this script says what goes wrong.
script.dataset.began = "";
