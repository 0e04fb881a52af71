// The page that hands out codes: what is chosen in its form is in every code, in the preview, and in the address, so that it can be
// kept. The codes are those of docs/embedding.md. Nothing of the address is ever markup: it only chooses among what stands on the page.
const by = (id) => document.getElementById(id);
const form = by("share-form");
const what = by("share-what");
const date = by("share-on");
const height = by("share-height");
const tall = by("share-tall");
const room = by("share-room");
const said = by("share-said");
const site = new URL("../", location.href).href;
const asked = new URLSearchParams(location.search);
const sentences = JSON.parse(form.dataset.sentences);

// What each view takes of the main page's address beside the date.
const GAP = ["sort", "since", "weights"];
const TAKES = {
  lead: ["from", "to", "open", ...GAP],
  timeline: ["event", "from", "to", "open", "compare", "q", "party", "kind", "level", "on-issue", "weight", "doubt"],
  gap: ["issue", "gap", ...GAP],
  promises: ["promise-by", "promise-is"],
  launches: ["launch-rule"],
};

// Pixels of a picture in a newsletter: what mail programs have room for.
const PICTURE = 600;

const known = (view) => [...what.options].some((option) => option.value === view);
const chosen = (name) => document.querySelector(`input[name=${name}]:checked`).value;
const day = () => (date.validity.valid ? date.value : date.defaultValue);
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
// The attributes that have a value, as they stand in a tag.
const attributes = (all) => all.filter(([, value]) => value).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");

// The preview, and the height it last told.
let frame = null;
let told = 0;
// Whether the reader has set the height.
let ownHeight = false;

// ---- what the address asks for

const wrong = new Set();
for (const key of ["event", "issue"]) {
  const id = asked.get(key);
  if (id !== null && !known(`${key}/${id}`)) {
    asked.delete(key);
    wrong.add(form.dataset.unknown);
  }
}
const named = ["event", "issue"].find((key) => asked.has(key));
const view = asked.get("view") ?? (named ? `${named}/${asked.get(named)}` : null);
if (known(view)) what.value = view;
else if (view !== null) wrong.add(form.dataset.unknown);
const on = asked.get("on") ?? asked.get("as_of");
if (on !== null) {
  date.value = on;
  if (!date.validity.valid) {
    date.value = date.defaultValue;
    wrong.add(form.dataset.wrongdate);
  }
}
for (const name of ["theme", "width"]) {
  const radio = [...document.querySelectorAll(`input[name=${name}]`)].find((radio) => radio.value === asked.get(name));
  if (radio) radio.checked = true;
}
by("share-keep").checked = asked.get("keep") !== "0";
height.value = asked.get("height");
ownHeight = height.validity.valid;

// ---- what is chosen

function choice() {
  const option = what.selectedOptions[0];
  const view = option.value;
  const record = view.includes("/");
  // What happened is the same on every date; on an issue one position follows another.
  const dated = !view.startsWith("event/");
  const taken = (TAKES[view] ?? []).filter((key) => asked.get(key));
  const kept = new URLSearchParams(by("share-keep").checked ? taken.map((key) => [key, asked.get(key)]) : []);
  // A date that the views have anyway would make some of them fetch a program for nothing.
  const on = dated && day() !== date.defaultValue ? date.value : "";
  const shown = new URLSearchParams([...(on ? [["on", on]] : []), ...kept]);
  const theme = chosen("theme") === "light" ? "" : chosen("theme");
  const embed = new URL(`embed/${view}/`, site);
  embed.search = new URLSearchParams([...shown, ...(theme ? [["theme", theme]] : [])]);
  const full = new URL(record ? `${view}/` : ".", site);
  full.search = shown;
  if (!record) full.hash = view;
  return { option, view, dated, taken, kept, on, theme, embed: embed.href, full: full.href, ...option.dataset };
}

// What the loader is told: the view by name, or the whole address where more was chosen than it has names for.
function loaded({ view, kept, on, theme, title }) {
  const rest = [...kept.keys()].some((key) => key !== "event" && key !== "issue");
  const address = new URL(`embed/${view}/`, site);
  address.search = kept;
  const shown = rest ? [["src", address.href]] : [["view", view], ["event", kept.get("event")], ["issue", kept.get("issue")]];
  return [...shown, ["as-of", on], ["theme", theme], ["title", title]];
}

function sentence({ sentence }) {
  if (sentence) return sentence;
  const found = sentences.findLast(([from]) => from <= day()) ?? sentences[0];
  // In the order of day, month, year, as the sentences were written.
  const words = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day()));
  return found[1].replace("{date}", words);
}

// ---- what follows it

function letter(now) {
  const { picture, alt, drawn, drawnOn, otherDay, download, title, full } = now;
  // Beside the sentence of one day the picture of another would pass for it.
  const other = drawnOn && drawnOn !== day();
  const parts = [];
  const link = (child) => {
    const a = document.createElement("a");
    a.href = full;
    a.append(child);
    return a;
  };
  const line = (child) => {
    const p = document.createElement("p");
    p.append(child);
    return p;
  };
  if (picture) {
    const image = document.createElement("img");
    image.src = new URL(picture, site);
    image.alt = alt;
    image.width = PICTURE;
    if (!other) parts.push(line(link(image)));
    by("share-download").href = image.src;
    by("share-download").download = now.view.replace("/", "-") + ".png";
    by("share-download").textContent = download;
  }
  parts.push(line(sentence(now)), line(link(title)));
  by("share-letter-text").replaceChildren(...parts);
  by("share-picture").hidden = !picture;
  by("share-alt").value = alt ?? "";
  by("share-drawn").textContent = picture ? ((other ? otherDay : drawn) ?? "") : by("share-drawn").dataset.none;
}

function preview({ embed, title }) {
  room.dataset.width = chosen("width");
  if (frame && frame.src === embed) return;
  // A frame that goes elsewhere would leave an entry in the history; a new one leaves none.
  frame = document.createElement("iframe");
  frame.title = title;
  frame.src = embed;
  frame.height = told || now.height;
  room.replaceChildren(frame);
}

let now = null;
function update() {
  now = choice();
  const { option, view, dated, taken, full, embed, title } = now;
  date.closest("p").hidden = !dated;
  by("share-kept").hidden = !taken.length;
  if (!ownHeight) height.value = option.dataset.height;
  const pixels = height.validity.valid ? height.value : option.dataset.height;
  if (!date.validity.valid) wrong.add(form.dataset.wrongdate);
  if (!height.validity.valid) wrong.add(form.dataset.wrongheight);
  said.textContent = [...wrong].join(" ");
  wrong.clear();

  by("share-frame-code").value =
    `<iframe src="${escape(embed)}" title="${escape(title)}"\nwidth="100%" height="${pixels}" loading="lazy" allow="fullscreen; clipboard-write"\n` +
    `style="border:0;width:0;min-width:100%!important"></iframe>`;
  const asks = loaded(now);
  const data = attributes(asks.map(([name, value]) => ["data-" + name, value]));
  by("share-script-code").value = `<script src="${escape(site)}embed.js"${data} defer></script>`;
  by("share-element-code").value =
    `<script src="${escape(site)}embed.js" defer></script>\n` +
    `<daylight-embed${attributes(asks)}><a href="${escape(full)}">${escape(title)}</a></daylight-embed>`;
  letter(now);
  preview(now);

  const own = new URLSearchParams(asked);
  const unless = (value, usual) => (value === usual ? "" : value);
  const chose = {
    as_of: "",
    view,
    on: now.on,
    theme: now.theme,
    keep: by("share-keep").checked ? "" : "0",
    height: unless(pixels, option.dataset.height),
    width: unless(chosen("width"), "full"),
  };
  for (const [key, value] of Object.entries(chose)) {
    if (value) own.set(key, value);
    else own.delete(key);
  }
  // The same page in another language keeps what is chosen.
  for (const link of document.querySelectorAll(".languages a")) link.search = own;
  return own;
}

const keep = () => history.replaceState(null, "", "?" + update());

addEventListener("message", ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || !data || data.source !== "daylight" || data.v !== 1 || data.type !== "height") return;
  const pixels = Math.ceil(Number(data.data && data.data.height));
  if (!(pixels > 0 && pixels < 1e5)) return;
  told = pixels;
  frame.height = pixels;
  tall.hidden = false;
  tall.textContent = tall.dataset.words.replace("{height}", pixels);
});

document.addEventListener("change", ({ target }) => {
  if (target === height) ownHeight = true;
  if (target === what) ownHeight = false;
  keep();
});
form.addEventListener("submit", (event) => event.preventDefault());
tall.addEventListener("click", () => {
  height.value = told;
  ownHeight = true;
  keep();
});

// ---- copying

const isField = (element) => element instanceof HTMLTextAreaElement;

function select(element) {
  if (isField(element)) {
    element.focus();
    element.select();
  } else getSelection().selectAllChildren(element);
}

function write(element) {
  if (isField(element)) return navigator.clipboard.writeText(element.value);
  const plain = [sentence(now), now.full].join("\n");
  const kinds = { "text/html": element.innerHTML, "text/plain": plain };
  const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copies]");
  if (!button) return;
  const words = button.nextElementSibling;
  const element = by(button.dataset.copies);
  words.textContent = "";
  let done = false;
  try {
    await write(element);
    done = true;
  } catch {
    // Not allowed, or not known here: selected, it can be copied by hand.
    select(element);
    done = document.execCommand("copy");
  }
  words.textContent = done ? button.dataset.copied : button.dataset.refused;
});

by("share-plain").hidden = true;
for (const hidden of [form, by("share-script"), by("share-element"), by("share-letter"), by("share-preview"), ...document.querySelectorAll("[data-copies]")])
  hidden.hidden = false;
update();
