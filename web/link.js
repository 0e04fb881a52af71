// Where a pointer rests or the focus stands on an event, what belongs to it is marked: the positions it set, the promises and
// texts of that day. Such a one marks its event, and a promise and its clause mark each other. `data-event`, `data-set-by` and
// `data-clause` say what belongs together (docs/ARCHITECTURE.md).
//
// The marks are a style sheet of their own, so nothing on the page is written to: the app draws anew as it likes, and what it
// draws is marked.

// What starts the app ran before this, unless it could not be had or was not understood: then the page is only read.
const boot = document.querySelector("script[data-wasm]");
if (boot && boot.dataset.began === undefined) {
  const notice = document.getElementById("notice");
  document.documentElement.classList.add("app-failed");
  notice.textContent = `${notice.dataset.notfetched} (${boot.getAttribute("src")})`;
  const again = document.querySelector(".late a");
  if (again) notice.append(" ", again.cloneNode(true));
  notice.hidden = false;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const main = document.getElementById("main");
// The days on which the issues' charts begin and end.
const [first, last] = (boot?.dataset.chart ?? "").split(" ").map(Number);

// Milliseconds that a pointer or the focus rests before anything is marked: while it passes, or the picture moves below it,
// nothing is.
const RESTS = 80;
const FIELDS = "[data-event], [data-set-by], [data-clause]";

// A selector of what stands for the same; where the reader is already needs no mark.
const named = (field, operator, id) => `[data-${field}${operator}="${CSS.escape(id)}"]:not(:hover, :focus)`;

function linked(element) {
  const { event, setBy, clause } = element.dataset;
  const found = [];
  if (event) found.push(named("event", "", event), named("set-by", "~", event));
  else if (setBy) found.push(...setBy.split(" ").map((id) => named("event", "", id)));
  if (clause) found.push(named("clause", "", clause));
  return found;
}

// The charts hold no mark for each position: a line stands in them on the day on which the event set one.
function charts(event) {
  const rules = [];
  for (const position of document.querySelectorAll(`#positions-list [data-set-by="${CSS.escape(event)}"]`)) {
    const issue = position.closest("section").querySelector("[data-issue]").dataset.issue;
    const card = "#issue-" + CSS.escape(issue);
    rules.push(`${card} h3 ${FRAME}`);
    const day = Date.parse(position.querySelector("time").dateTime) / 864e5;
    if (day >= first && day <= last) {
      const place = ((100 * (day + 0.5 - first)) / (last + 1 - first)).toFixed(2);
      rules.push(card + `:not(.open) .pictures:has(.year-line)::after { content: ""; left: ${place}% }`);
    }
  }
  for (const side of ["side-a", "side-b", "side-other"])
    rules.push(
      `.card:has(.stands .${side}[data-set-by="${CSS.escape(event)}"]) .stand.${side} { stroke: var(--linked); stroke-width: 3; stroke-dasharray: 3 2 }`,
    );
  return rules;
}

const FRAME = "{ outline: 2px dashed var(--linked); outline-offset: 2px }";

// Where the mark is set: of a large thing at what names it, and of one that is folded away at what unfolds it.
const places = (one) => [
  one + ":not(g, .promise, details, li[id])",
  one + ".promise h3",
  one + " > summary",
  one + " > .beside-text > .middle",
  `details:not([open]):has(${one}) > summary`,
];

let shown = "";
function show(element) {
  const all = element ? linked(element) : [];
  const key = all.join();
  if (key === shown) return;
  shown = key;
  const rules = all.length
    ? [
        `${all.flatMap(places)} ${FRAME}`,
        // In a picture the frame of the place that can be hit is the mark.
        `${all.map((one) => one + " .hit")} { stroke: var(--linked); stroke-width: 2; stroke-dasharray: 4 3 }`,
        ...(element.dataset.event ? charts(element.dataset.event) : []),
      ]
    : [];
  sheet.replaceSync(rules.length ? `@media screen { ${rules.join("\n")} }` : "");
}

let timer = 0;
let turned = 0;
function after(pause, element) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // The wheel moves what lies below the pointer.
    const left = turned + 2 * RESTS - performance.now();
    if (left > 0) after(left, element);
    else show(element);
  }, pause);
}

const holder = (target) => (target instanceof Element ? target.closest(FIELDS) : null);
const focused = () => (document.activeElement?.matches(":focus-visible") ? holder(document.activeElement) : null);

let pointed = null;
const point = (element) => {
  pointed = element;
  after(RESTS, pointed ?? focused());
};

main.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "touch" && !event.buttons) point(holder(event.target));
});
main.addEventListener("pointerleave", () => point(null));
// A drag begins: what was about to be marked waits for the next move.
main.addEventListener("pointerdown", () => clearTimeout(timer));
main.addEventListener("wheel", () => (turned = performance.now()), { passive: true });
for (const kind of ["focusin", "focusout"]) main.addEventListener(kind, () => after(RESTS, focused() ?? pointed));

// A link to where codes are handed out takes along what the page shows, one to an issue's own page the date. The same page in another language
// keeps all, and says in its address that it was chosen. Also where a browser's menu opens the link, or copies it.
function takeAlong({ target }) {
  const link = target.closest?.('.languages a, main a:is([href*="share/?view="], [href*="issue/"])');
  // A source's address may have such words too.
  if (link?.host !== location.host) return;
  const query = new URLSearchParams(location.search);
  if (link.hreflang) {
    query.set("lang", link.hreflang);
    link.hash = location.hash;
    link.search = query;
    return;
  }
  const view = new URLSearchParams(link.search).get("view");
  link.search = new URLSearchParams(view ? [["view", view], ...query] : [...query].filter(([key]) => key === "on"));
}
for (const kind of ["pointerdown", "contextmenu", "focusin", "click"]) addEventListener(kind, takeAlong);

// A link to a clause unfolds the text that it stands in: not every browser does so by itself.
const placeOf = (hash) => document.getElementById(hash.slice(1));
function unfold(goal) {
  for (let fold = goal?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
main.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) unfold(placeOf(link.hash));
});

// What is far from the screen has an assumed height. Above a place that the address names all is laid out once, since what is then found to be
// taller would push that place away; after two frames the browser remembers how tall it is.
const root = document.documentElement;
function layOut() {
  root.dataset.whole = "";
  requestAnimationFrame(() => requestAnimationFrame(() => root.removeAttribute("data-whole")));
}
function arrive(goes, goal = placeOf(location.hash)) {
  if (!goal || root.classList.contains("embed")) return;
  unfold(goal);
  layOut();
  if (goes) goal.scrollIntoView();
}
addEventListener("hashchange", () => arrive(true));
const arrival = performance.getEntriesByType("navigation")[0];
const comes = arrival?.type === "navigate";
arrive(comes);
// To a passage of the text (`#:~:text=`) the browser goes by itself, and only here can that be read.
if (arrival?.name.includes(":~:")) layOut();

// What is chosen by buttons alone, whose promises and whose count of launches, stands in the address where it is not what stands first.
// The program leaves it there (`state::address`).
const BUTTONS = "#record input[type=radio]";
function choose() {
  const asked = new URLSearchParams(location.search);
  const buttons = [...main.querySelectorAll(BUTTONS)];
  for (const button of buttons.filter((button) => button.defaultChecked)) button.checked = true;
  for (const button of buttons) if (asked.get(button.name) === button.value) button.checked = true;
}
choose();
// Who follows a link to a choice is led to it, unless the link says more: then the program leads, or the fragment.
if (comes && !location.hash) arrive(true, main.querySelector(BUTTONS + ":checked:not([checked])")?.closest("section"));
addEventListener("popstate", choose);
document.addEventListener("daylight:record", choose);
main.addEventListener("change", ({ target }) => {
  if (!target.matches(BUTTONS)) return;
  const pairs = location.search.slice(1).split("&").filter((pair) => pair && !pair.startsWith(target.name + "="));
  if (!target.defaultChecked) pairs.push(`${target.name}=${encodeURIComponent(target.value)}`);
  const query = pairs.length ? "?" + pairs.join("&") : "";
  try {
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  } catch {
    // A sandboxed frame may forbid it; the choice is made all the same.
  }
});

// Who loads the page anew, or comes back, is led by the browser as many pixels down as they were: elsewhere, as long as what lies above has its
// assumed height, and nowhere, where the sections come later. So this tab keeps the section that was at the top, else the first, and where it was.
const key = () => "place " + (self.navigation?.currentEntry?.key ?? location.href);
let place;
try {
  if (!comes) place = sessionStorage.getItem(key());
} catch {
  // Nothing may be kept here.
}
function comeBack() {
  const [id, top] = (place ?? "").split(" ");
  const section = document.getElementById(id);
  if (!section) return;
  layOut();
  scrollBy(0, section.getBoundingClientRect().top - top);
}
comeBack();
// Again once the app has set the page to its date and opened what was open.
new PerformanceObserver((marks) => marks.getEntriesByName("daylight:ready").length && comeBack()).observe({ type: "mark", buffered: true });
document.addEventListener("daylight:record", comeBack);
// Not who has gone on since.
for (const kind of ["pointerdown", "keydown", "wheel"]) addEventListener(kind, () => (place = null), { capture: true, passive: true });
addEventListener("pagehide", () => {
  const sections = [...main.querySelectorAll(".views > section, #record > section:not(.as-of-bar)")];
  const places = sections.map((section) => [section.id, section.getBoundingClientRect().top]);
  const above = places.findLast(([, top]) => top <= 0) ?? places[0];
  try {
    sessionStorage.setItem(key(), above?.join(" ") ?? "");
  } catch {
    // As above.
  }
});

// A reader who comes from elsewhere, and whose address chooses none, gets the first of the browser's languages that there is. An address in
// a language's own folder has chosen it; who loads the page anew, or comes back, has chosen the page.
const fromHere = document.referrer && new URL(document.referrer).origin === location.origin;
const languages = document.querySelector(".languages");
const inFolder = location.pathname.includes(`/${document.documentElement.lang}/`);
if (languages && comes && !fromHere && !inFolder && !new URLSearchParams(location.search).has("lang")) {
  const links = new Map([...languages.querySelectorAll("a")].map((link) => [link.hreflang, link]));
  const known = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag === document.documentElement.lang || links.has(tag));
  const link = links.get(known);
  if (link) {
    takeAlong({ target: link });
    location.replace(link.href);
  }
}
