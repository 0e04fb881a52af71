// Starts the app on the prerendered page, and keeps the page readable if that fails.
// The page was written by the same program, so its text is complete before this runs.
const script = document.querySelector("script[data-wasm]");
const notice = document.getElementById("notice");
const page = document.getElementById("daylight").innerHTML;
const asked = new URLSearchParams(location.search).get("dossier");
// What only the app shows has a style sheet of its own, for which the first picture does not wait.
document.getElementById("opened-styles")?.removeAttribute("media");
let attempt = 0;
let broke = 0;
let reported = -Infinity;
// Ends what an instance listens to, which is more than its element.
let ends;
let outline = null;
// Whether the program has been at work on the page.
let touched = false;

const address = (name) => new URL(name, document.baseURI).href;
const trapped = (error) => error?.name === "RuntimeError";

// A fresh element with what was written ahead.
function restore() {
  const old = document.getElementById("daylight");
  const fresh = old.cloneNode(false);
  fresh.removeAttribute("data-daylight");
  fresh.innerHTML = page;
  old.replaceWith(fresh);
  translated.observe(fresh, TREE);
  return fresh;
}

function say(words, detail) {
  notice.textContent = notice.dataset[words] + (detail ? " (" + detail + ")" : "");
  // What loads the page anew stands on it already, for where no script runs.
  const again = document.querySelector(".late a");
  if (again && ["notfetched", "stopped"].includes(words)) notice.append(" ", again.cloneNode(true));
  notice.className = "urgent";
  notice.hidden = false;
}

// One line says what happened; everything that was written ahead stays, and what the app would open stands open.
function giveUp(words, detail) {
  // A page that nothing has touched stays as it is: the reader is somewhere in it.
  if (touched) restore();
  document.documentElement.classList.add("app-failed");
  say(words, detail);
}

// Why something could not be had, in the page's language; what the browser says of it is for the console.
function reason(error) {
  console.error(error);
  if (error.status) return error.message;
  const word = notice.dataset[error instanceof TypeError ? "noanswer" : "notreadable"];
  // The program throws words, where it cannot read what it was given.
  return typeof error === "string" && word ? script.dataset.outline + ": " + word : word;
}

// Where the browser runs no such programs, as the smallest one that needs what ours do shows (a table of references), that is why; else
// what came of ours is at fault.
function notStarted(error) {
  const why = reason(error);
  try {
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]));
  } catch {
    return giveUp("notstarted");
  }
  giveUp("notfetched", why);
}

// A broken instance is never used again. Once, a fresh one draws the page anew; if that breaks too, the page is only read.
function broken(number, message) {
  reported = performance.now();
  if (number !== attempt || broke === attempt) return;
  broke = attempt;
  ends.abort();
  console.error(message);
  setTimeout(() => (attempt > 1 ? giveUp("stopped") : begin(false)), 0);
}

// A program that gets no more memory reports nothing: it is known by its trap alone. What it reports is followed by one too.
function watch(stop) {
  const look = (error) => {
    if (trapped(error) && performance.now() - reported > 1000) stop(error);
  };
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
}

async function had(name) {
  const answer = await fetch(address(name));
  if (!answer.ok) throw Object.assign(new Error(name + ": HTTP " + answer.status), { status: answer.status });
  return answer;
}

async function load(again) {
  const app = await import(address(script.dataset.js) + (again ? "?again" : ""));
  await app.default({ module_or_path: had(script.dataset.wasm) });
  return app;
}

// The dossier's outline: on its way beside the app, and kept for a second start.
const told = async () => (await had(script.dataset.outline)).text();

async function begin(hydrate) {
  const number = ++attempt;
  ends = new AbortController();
  const root = hydrate ? document.getElementById("daylight") : restore();
  try {
    outline ??= told();
    const [app, text] = await Promise.all([load(!hydrate), outline]);
    // What is taken over must stand as it was written: the first node is the framework's opening comment.
    const first = root.firstChild;
    const asWritten = first && first.nodeType === Node.COMMENT_NODE && first.data.startsWith("<[");
    touched = true;
    // A list that stands open since the program is late stays open, unless all of it is still below the screen.
    const read = [...root.querySelectorAll(".list")].filter((list) => list.offsetHeight && list.getBoundingClientRect().top < innerHeight);
    app.start(hydrate && Boolean(asWritten), text, (message) => broken(number, message), ends.signal);
    // The program listens once this task has ended.
    requestAnimationFrame(() => read.forEach(({ id }) => document.querySelector(`[aria-controls=${id}]`).click()));
  } catch (error) {
    // A panic during start has been reported through `broken` already.
    if (trapped(error)) broken(number, error);
    else if (broke !== number) notStarted(error);
  }
}

// The page for any dossier: asks for the dossier at once, beside the app, which then reads the answer.
async function open() {
  const local = ["localhost", "127.0.0.1", "[::1]"];
  // Addresses without a host are the site's own, from its root.
  let wanted = null;
  try {
    wanted = new URL(asked, address("../"));
  } catch {
    // It is none.
  }
  const may =
    wanted &&
    (wanted.origin === location.origin ||
      wanted.protocol === "https:" ||
      (wanted.protocol === "http:" && local.includes(wanted.hostname)));
  const field = document.getElementById("open-address");
  field.value = asked;
  if (!may) {
    field.ariaInvalid = "true";
    field.setAttribute("aria-describedby", "notice");
    const untie = () => ["aria-invalid", "aria-describedby"].forEach((name) => field.removeAttribute(name));
    field.addEventListener("input", untie, { once: true });
    return giveUp("refused");
  }
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
  const stopped = (message) => {
    reported = performance.now();
    console.error(message);
    stop.abort();
    giveUp("stopped");
  };
  watch(stopped);
  const late = setTimeout(say, 15000, "notyet");
  try {
    const app = await load(false);
    notice.hidden = true;
    notice.className = "";
    touched = true;
    app.open(answer, stop, wanted.href, check, stopped);
  } catch (error) {
    if (trapped(error)) stopped(error);
    else notStarted(error);
  } finally {
    clearTimeout(late);
  }
}

// What is not laid out has no styles, and a screen reader would read out what they hide, such as the words of other dates; or it knows
// nothing of it, as in Chromium 156. Once the page rests, all of it is laid out, a piece at a time.
const idle = self.requestIdleCallback ?? ((work) => setTimeout(work, 100));
function layOut() {
  const piece = document.querySelector(":is(#gap .card, #record > section):not([data-laid])");
  if (!piece) return;
  piece.dataset.laid = "";
  idle(layOut);
}
// In the page for any dossier the record comes from the checker, later.
document.addEventListener("daylight:record", () => idle(layOut));
// What was pressed on the timeline before the program could answer is pressed once it can, unless the reader has pressed anything since.
let early = null;
const keep = ({ target }) => (early = target.closest("button[data-event], button[data-cluster]"));
addEventListener("click", keep);
new PerformanceObserver((marks) => {
  if (!marks.getEntriesByName("daylight:ready").length) return;
  idle(layOut);
  removeEventListener("click", keep);
  if (early?.isConnected) early.click();
}).observe({ type: "mark", buffered: true });

// A translation puts its own words into a <font> in each text's place. The program knows nothing of that: it goes on writing into the text,
// and puts what is new before it. So the text is put back, empty, before its font; when the program writes into it, it takes the font's
// place and is there to be translated.
const TREE = { childList: true, subtree: true };
// For each text its font, and what the text said; and for each font its text.
const fonts = new WeakMap();
const texts = new WeakMap();
const translated = new MutationObserver((records) => {
  for (const { type, target, removedNodes, addedNodes, previousSibling } of records) {
    if (type === "characterData") {
      fonts.get(target)?.font.replaceWith(target);
      fonts.delete(target);
    }
    for (const node of removedNodes) {
      const text = texts.get(node);
      const font = fonts.get(node)?.font;
      if (font?.isConnected) {
        // The program moved its text, or took it away.
        if (node.isConnected) node.after(font);
        else font.remove();
      } else if (fonts.get(text)?.font === node && !node.isConnected) {
        // The translation was taken back, or another one stands in its place.
        const { words } = fonts.get(text);
        const next = [...addedNodes].find((one) => one !== text && one.isConnected);
        if (next) pair(text, next, words);
        else {
          text.data = words;
          fonts.delete(text);
        }
      } else if (node.nodeType === Node.TEXT_NODE && !font && !node.isConnected) {
        const here = previousSibling ? previousSibling.nextSibling : target.firstChild;
        const place = [...addedNodes, previousSibling, here].find((one) => one?.nodeName === "FONT" && one.isConnected && !texts.has(one));
        if (!place) continue;
        pair(node, place, node.data);
        node.data = "";
        place.before(node);
        translated.observe(node, { characterData: true });
      }
    }
  }
  // What was done here is nobody else's doing.
  translated.takeRecords();
});
function pair(text, font, words) {
  fonts.set(text, { font, words });
  texts.set(font, text);
}
translated.observe(document.getElementById("daylight"), TREE);

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
    say("nottaken");
  }
});

if (asked !== null && script.dataset.open) location.replace(address(script.dataset.open) + location.search + location.hash);
else if (script.dataset.check) {
  if (asked) open().catch(notStarted);
} else {
  watch((error) => broken(attempt, error));
  begin(true);
}
// For link.js, which runs next, and for frame.js: from here on this script says what goes wrong.
script.dataset.began = "";
