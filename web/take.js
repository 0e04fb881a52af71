// Files of what is on screen: events, issues and totals as CSV and JSON, pictures as SVG and PNG. boot.js fetches this when a view's
// "Download" is pressed. What filter, window and weights leave the app says (src/state/on_screen.rs); what stands behind an id is in
// the record's file; a picture is the page's own drawing. The panel's words are the builder's (src/views/on_screen.rs).
const script = document.querySelector("script[data-take]");
const address = (name) => new URL(name, document.baseURI).href;
const page = document.documentElement;
const opened = Boolean(script.dataset.check);
// A sandboxed frame has no origin of its own, and mostly may not download.
const sandboxed = self.origin === "null";
const by = (id) => document.getElementById(id);
const root = () => by("daylight");

async function got(name) {
  const answer = await fetch(address(name));
  if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
  return answer.text();
}

// What is fetched once, and again where it could not be had.
function once(fetching) {
  let kept = null;
  return () => (kept ??= fetching().catch((error) => {
    kept = null;
    throw error;
  }));
}
// What the outline says and what the record's file adds to it, lists as columns (src/dossier/packed.rs).
const record = once(async () => {
  if (opened) return null;
  const [outline, added] = await Promise.all([script.dataset.outline, script.dataset.record].map(got));
  return unpacked(joined(JSON.parse(outline), JSON.parse(added)));
});
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const mapped = (members, change) => Object.fromEntries(Object.entries(members).map(([key, value]) => [key, change(value, key)]));

function joined(outline, added) {
  if (isObject(outline) && isObject(added)) return { ...outline, ...mapped(added, (value, key) => joined(outline[key], value)) };
  if (Array.isArray(outline) && outline.length === added?.length) return outline.map((item, at) => joined(item, added[at]));
  return added ?? outline;
}

function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (!isObject(value)) return value;
  const { "#": count, ...columns } = value;
  if (count === undefined) return mapped(value, unpacked);
  const row = (at) => Object.entries(columns).filter(([, cells]) => cells[at] != null).map(([key, cells]) => [key, unpacked(cells[at])]);
  return Array.from({ length: count }, (_, at) => Object.fromEntries(row(at)));
}

// ---- what is on screen

const text = (value) => (value && typeof value === "object" ? (value[page.lang] ?? Object.values(value)[0]) : value);
const number = (field) => (field ? Number(field) : null);
const long = (day) => new Intl.DateTimeFormat(page.lang === "en" ? "en-GB" : page.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function told(view) {
  const app = root();
  app.dataset.onScreen = view;
  app.dispatchEvent(new Event("daylight:on-screen"));
  const lines = app.dataset.onScreen.split("\x1e").map((line) => line.split("\x1f"));
  delete app.dataset.onScreen;
  if (lines[0][0] !== "on") throw new Error("the page does not answer");
  return lines;
}

// The address of what is shown: an embed's is that of the full page.
const shown = () => (by("full-page") ?? location).href;

const EVENT = ["id", "date", "title", "summary", "kind", "parties", "lane", "level", "place", "weight", "sources", "confidence", "note"];
const OPENED = ["id", "date", "title", "kind", "lane", "weight"];

function events(lines, dossier) {
  const windows = [];
  const known = new Map((dossier?.events ?? []).map((event) => [event.id, event]));
  for (const [kind, ...fields] of lines) {
    if (kind === "window") windows.push({ from: fields[0], to: fields[1], count: 0, events: [] });
    if (kind === "count") windows.at(-1).count = Number(fields[0]);
    if (kind !== "event") continue;
    const own = Object.fromEntries(fields.map((field, at) => [OPENED[at], at === 5 ? Number(field) : field]));
    windows.at(-1).events.push(known.get(own.id) ?? own);
  }
  // Two periods that are compared stand below each other.
  const two = windows.length > 1;
  const columns = [...(two ? ["period"] : []), ...(dossier ? EVENT : OPENED)];
  const rows = windows.flatMap(({ events }, at) => events.map((event) => ({ ...event, period: at + 1 })));
  const [{ from, to, count }] = windows;
  const told = { count: windows.reduce((sum, { count }) => sum + count, 0), from: long(from), to: long(to), most: rows.length };
  const json = two ? { periods: windows } : { window: { from, to }, count, events: windows[0].events };
  return { columns, rows, json, told, words: two ? "periods" : "timeline", cut: rows.length < told.count };
}

function issues(lines, dossier) {
  const stand = (card, issue, at, [position, low, high]) => {
    const held = position ? issue?.positions[position] : null;
    return {
      words: card.querySelectorAll(".stands li")[at].textContent,
      low: number(low),
      high: number(high),
      ...(held && { from: held.from, text: text(held.text), sources: held.sources, confidence: held.confidence, judgement: held.judgement, note: text(held.note) }),
    };
  };
  const all = lines
    .filter(([kind]) => kind === "issue")
    .map(([, id, weight, least, most, ...stands]) => {
      const card = by("issue-" + id);
      const issue = dossier?.issues.find((issue) => issue.id === id);
      return {
        id,
        title: card.querySelector("h3").textContent,
        question: card.querySelector(".question").textContent,
        weight: Number(weight),
        daylight: { words: card.querySelector(".tag").firstChild.data, least: number(least), most: number(most) },
        ...(issue && { top_rung: issue.ladder.length - 1 }),
        expects: stand(card, issue, 0, stands.slice(0, 3)),
        offers: stand(card, issue, 1, stands.slice(3)),
      };
    });
  const rows = all.map(({ daylight, expects, offers, ...rest }) => {
    const flat = (prefix, { words, ...fields }) =>
      Object.fromEntries([[prefix, words], ...Object.entries(fields).map(([name, value]) => [`${prefix}_${name}`, value])]);
    return { ...rest, ...flat("daylight", daylight), ...flat("expects", expects), ...flat("offers", offers) };
  });
  const more = dossier ? ["from", "text", "sources", "confidence", "judgement", "note"] : [];
  const side = (name) => [name, ...["low", "high", ...more].map((field) => `${name}_${field}`)];
  const top = dossier ? ["top_rung"] : [];
  const columns = ["id", "title", "question", "daylight", "daylight_least", "daylight_most", ...top, "weight", ...side("expects"), ...side("offers")];
  return { columns, rows, json: { issues: all }, told: { count: all.length }, words: "gap" };
}

const TOTAL = ["from", "least_percent", "most_percent", "apart", "within_reach", "met", "unknown"];

function totals(lines, query) {
  const [, from, to] = lines.find(([kind]) => kind === "window");
  const steps = lines.filter(([kind]) => kind === "total");
  const rows = steps.map(([, day, ...fields]) => Object.fromEntries([["from", day], ...fields.map((field, at) => [TOTAL[at + 1], number(field)])]));
  const sentence = document.querySelector("#lead .sentence").innerText.replace(/\s+/g, " ").trim();
  // With the reader's own weights the numbers are others.
  const { weights } = query;
  return { columns: [...TOTAL, "weights"], rows: rows.map((row) => ({ ...row, weights })), json: { sentence, window: { from, to }, total: rows }, told: { from: long(from), to: long(to) }, words: "lead" };
}

async function onScreen(view) {
  const dossier = await record();
  // After that, so that it is what is on screen now.
  const lines = told(view);
  const [, on, taken] = lines[0];
  // Not of the address itself: what the page could not read there counts for nothing.
  const query = Object.fromEntries(new URLSearchParams(taken));
  const found = view === "timeline" ? events(lines, dossier) : view === "gap" ? issues(lines, dossier) : totals(lines, query);
  const title = dossier ? text(dossier.meta.title) : document.title;
  const head = { dossier: title, ...(script.dataset.version && { version: script.dataset.version }), address: shown(), as_of: on, view, query };
  return { ...found, view, on, title, dossier, json: { ...head, ...found.json }, told: { ...found.told, on: long(on) } };
}

// ---- data

// As `daylight export` writes it: a text that a spreadsheet would take for a formula begins with an apostrophe.
function cell(value) {
  const part = (item) => (typeof item === "number" ? item : String(text(item) ?? ""));
  const list = Array.isArray(value) ? value.map(part).map(String) : null;
  const one = list ? list.join(list.some((item) => /\s/.test(item)) ? "\n" : "; ") : part(value);
  const safe = typeof one === "string" && /^[=+\-@\t\r]/.test(one) ? "'" + one : String(one);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// With a byte order mark, without which spreadsheets take letters for those of an older code.
const csv = ({ columns, rows }) =>
  "\ufeff" + [columns, ...rows.map((row) => columns.map((name) => row[name]))].map((row) => row.map(cell).join(",") + "\r\n").join("");
const json = (found) => JSON.stringify(found.json, null, 1) + "\n";

// ---- pictures

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 24;
const GEOMETRY = ["d", "x", "y", "cx", "cy", "r", "x1", "y1", "x2", "y2", "width", "height", "points", "transform", "text-anchor"];
const PATTERN = ["id", "patternUnits"];
// All of them are inherited, so what is as above is left out.
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "font-family", "font-size", "font-style", "font-weight", "text-anchor", "paint-order", "visibility",
];

// The page's colours in light, whatever scheme the page is in.
const lightColours = once(async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await got(document.querySelector("link[rel=stylesheet]").getAttribute("href")));
  const names = new Map();
  const take = (rules) => {
    for (const rule of rules) {
      if (rule.media?.mediaText === "screen") take(rule.cssRules);
      if (rule.selectorText === ":root") for (const name of rule.style) if (name.startsWith("--")) names.set(name, rule.style.getPropertyValue(name));
    }
  };
  take(sheet.cssRules);
  return names;
});

function look(style, name) {
  const value = style.getPropertyValue(name).replace(/url\(["']?[^#)]*#([^"')]+)["']?\)/, "url(#$1)");
  return value === "rgba(0, 0, 0, 0)" ? "none" : value.replace(/(\d)px/g, "$1");
}

function painted(node, above) {
  if (node.nodeType === Node.TEXT_NODE) return node.cloneNode();
  if (!(node instanceof SVGElement) || ["title", "desc"].includes(node.localName)) return null;
  const style = getComputedStyle(node);
  const looks = Object.fromEntries(LOOKS.map((name) => [name, look(style, name)]));
  const shape = !["g", "svg", "text", "pattern", "defs"].includes(node.localName);
  if (style.display === "none" || (shape && looks.fill === "none" && looks.stroke === "none")) return null;
  const own = document.createElementNS(SVG, node.localName === "svg" ? "g" : node.localName);
  for (const name of node.localName === "pattern" ? [...GEOMETRY, ...PATTERN] : node.localName === "svg" ? [] : GEOMETRY)
    if (node.hasAttribute(name)) own.setAttribute(name, node.getAttribute(name));
  for (const name of LOOKS) if (looks[name] !== above[name]) own.setAttribute(name, looks[name]);
  if (style.opacity !== "1") own.setAttribute("opacity", style.opacity);
  own.append(...[...node.childNodes].map((child) => painted(child, looks)).filter(Boolean));
  return shape || own.childNodes.length ? own : null;
}

// The view's pictures: each with its drawings, which lie on each other, and the lines that stand under its name.
function pictures(view) {
  const size = (svg) => [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const one = (name, lines, svgs, alt, rest) => ({ name, lines, svgs, alt, ...rest, width: size(svgs[0])[0], height: size(svgs[0])[1] });
  if (view === "lead") {
    const svg = document.querySelector("#lead .total-chart");
    return [one(by("lead-heading").textContent, [], [svg], svg.getAttribute("aria-label"))];
  }
  if (view === "gap") {
    return [...document.querySelectorAll("#gap .card")].flatMap((card) => {
      const text = (part) => card.querySelector(part).textContent;
      const apart = card.querySelector(".tag").firstChild.data;
      const stands = [...card.querySelectorAll(".stands li")].map((stand) => ` ${stand.textContent}.`);
      return [...card.querySelectorAll(".issue-picture")].map((svg) => {
        // A chart's own words end with the last day that it shows; a ladder's are of the date.
        const state = svg.querySelector(".year-line") ? `${apart}.${stands.join("")} ` : "";
        return one(text("h3"), [text(".question"), apart], [svg], svg.getAttribute("aria-label"), { state, id: card.id.replace("issue-", "") });
      });
    });
  }
  return [...document.querySelectorAll("#timeline .surface.across")].map((surface) => {
    const svg = surface.querySelector("svg.timeline");
    const period = svg.getAttribute("aria-labelledby");
    const marks = [...svg.querySelectorAll("[aria-label]")].map((mark) => mark.getAttribute("aria-label"));
    const about = svg.querySelector("desc").textContent;
    // Of two periods, what they are counted from.
    const zero = surface.closest(".period")?.querySelector(".zero");
    const lines = zero ? [`${zero.firstElementChild.textContent}: ${long(zero.querySelector("input").value)}`, about] : [about];
    return one(period ? by(period).textContent : by("timeline-heading").textContent, lines, [surface.querySelector("svg.under"), svg], [...lines, ...marks].join("\n"));
  });
}

const measure = document.createElement("canvas").getContext("2d");

// Lines of a text no wider than this; a word that is wider, such as an address, is cut.
function wrapped(words, size, bold, width, family) {
  measure.font = `${bold ? 600 : 400} ${size}px ${family}`;
  const fits = (line) => measure.measureText(line).width <= width;
  const lines = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    if (fits(line ? line + " " + word : word)) line += (line ? " " : "") + word;
    else {
      if (line) lines.push(line);
      line = "";
      for (const letter of word) {
        if (!fits(line + letter)) lines.push(line), (line = "");
        line += letter;
      }
    }
  }
  return line ? [...lines, line] : lines;
}

// The pictures' drawings and the patterns that fill them. In light, for as long as nothing can be drawn.
function inLight(colours, list) {
  for (const [name, value] of colours) page.style.setProperty(name, value);
  try {
    const drawings = list.map(({ svgs }) => svgs.map((one) => painted(one, {})).filter(Boolean));
    const used = ({ id }) => drawings.flat().some((drawing) => drawing.querySelector(`[fill="url(#${id})"]`));
    const patterns = [...document.querySelectorAll(".hatches pattern")].filter(used).map((pattern) => painted(pattern, {}));
    return { drawings, patterns };
  } finally {
    for (const name of colours.keys()) page.style.removeProperty(name);
  }
}

// What a picture rests on: of issues the sources of their positions, of which the whole record has many more.
function source({ dossier }, list) {
  if (opened) return words("opened-source");
  const pictured = dossier.issues.filter((issue) => list.some(({ id }) => id === issue.id));
  const cited = pictured.flatMap(({ positions }) => positions).flatMap(({ sources, quote }) => [...(sources ?? []), ...(quote ? [quote.source] : [])]);
  return pictured.length ? filled(words("issue-source"), { count: new Set(cited).size.toLocaleString(page.lang) }) : words("source");
}

// A drawing with its words around it: above it the dossier, the date, its title and its lines; below it the key, what it rests on and its
// address.
async function drawn(found, heading, list) {
  const colours = await lightColours();
  const family = colours.get("--sans");
  const several = list.length > 1 && found.view === "gap";
  const column = Math.max(...list.map(({ width }) => width));
  const columns = several ? 2 : 1;
  const inner = Math.max(column * columns + EDGE * (columns - 1), 432);
  const width = inner + 2 * EDGE;
  const svg = document.createElementNS(SVG, "svg");
  const [ink, soft] = ["--ink", "--ink-soft"].map((name) => colours.get(name));
  const make = (name, attributes, ...children) => {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  const body = make("g", { "font-family": family });
  const write = (words, x, y, size, { bold = false, fill = ink, anchor = "start", room = inner } = {}) => {
    let below = y;
    for (const line of wrapped(words, size, bold, room, family)) {
      below += size * 1.3;
      body.append(make("text", { x, y: below.toFixed(1), "font-size": size, "font-weight": bold ? 600 : 400, fill, "text-anchor": anchor }, line));
    }
    return below;
  };
  const date = filled(words("asof"), found.told);
  write(date, width - EDGE, 12, 11, { bold: true, anchor: "end" });
  let y = write(found.title, EDGE, 12, 11, { fill: soft, room: inner - 140 });
  y = write(heading.name, EDGE, y + 6, 20, { bold: true });
  for (const line of heading.lines) y = write(line, EDGE, y + 2, 13, { fill: soft });
  y += 12;
  let tallest = y;
  const { drawings, patterns } = inLight(colours, list);
  list.forEach((picture, at) => {
    const x = EDGE + (at % columns) * (column + EDGE);
    if (at % columns === 0) y = tallest;
    let top = y;
    if (list.length > 1) {
      top = write(picture.name, x, top + 6, 13, { bold: true, room: column });
      for (const line of picture.lines) top = write(line, x, top, 12, { fill: soft, room: column });
      top += 6;
    }
    body.append(make("g", { transform: `translate(${x} ${top.toFixed(1)})` }, ...drawings[at]));
    tallest = Math.max(tallest, top + picture.height + 8);
  });
  const key = words(found.view + "-key");
  if (key) tallest = write(key, EDGE, tallest, 11, { fill: soft });
  const line = make("path", { d: `M${EDGE} ${(tallest + 8).toFixed(1)}H${width - EDGE}`, stroke: colours.get("--hairline") });
  y = write(source(found, list), EDGE, tallest + 12, 11, { fill: soft });
  y = write(shown(), EDGE, y, 11, { fill: soft });
  const height = Math.ceil(y + 12);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, role: "img" })) svg.setAttribute(name, value);
  const ground = make("rect", { width, height, fill: colours.get("--paper") });
  const alt = alternative(found, heading, list);
  svg.append(make("title", {}, heading.name), make("desc", {}, alt), make("defs", {}, ...patterns), ground, line, body);
  return { svg: new XMLSerializer().serializeToString(svg) + "\n", width, height };
}

function alternative(found, heading, list) {
  // The words of an issue's picture begin with its name, those of how it stands do not.
  const named = ({ state }) => list.length > 1 && (state || found.view !== "gap");
  const parts = list.map((picture) => (named(picture) ? `${picture.name}: ` : "") + (picture.state ?? "") + picture.alt);
  return [`${found.title}. ${heading.name}. ${filled(words("asof"), found.told)}.`, ...parts].join("\n");
}

async function png({ svg, width, height }) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// ---- the panel

let panel = null;
let button = null;
const words = (name) => panel.dataset[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];

const bring = once(async () => {
  const at = address(script.dataset.panel);
  const found = new DOMParser().parseFromString(JSON.parse(await got(script.dataset.panel)), "text/html").getElementById("take");
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL(found.dataset.styles, at);
  const there = new Promise((resolve, reject) => {
    styles.onload = resolve;
    styles.onerror = () => reject(new Error(found.dataset.styles));
  });
  document.head.append(styles);
  await there;
  // Its links are the site's, wherever the page stands.
  for (const link of found.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), at);
  document.body.append(found);
  found.addEventListener("click", ({ target }) => pressed(target.closest("button")));
  found.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  by("take-picture").addEventListener("change", renew);
  return found;
});

// The picture that is chosen: what it is called, and what is in it.
function chosen(found) {
  const list = pictures(found.view);
  const at = by("take-picture").selectedIndex;
  const whole = list.length > 1;
  const heading = { name: by(found.view + "-heading").textContent, lines: [] };
  if (whole && at === 0) return [heading, list];
  const one = list[at - Number(whole)];
  return [one, [one]];
}

// What can be chosen now; the choice is kept by its name, of which an open issue has two.
function offer(found) {
  const list = pictures(found.view);
  const select = by("take-picture");
  const names = list.map(({ name }) => name);
  if (list.length > 1) names.unshift(words("all"));
  const nth = (name, at) => `${name} ${names.slice(0, at).filter((other) => other === name).length}`;
  const before = select.value;
  select.replaceChildren(...names.map((name, at) => new Option(name, nth(name, at))));
  select.value = before;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.closest("p").hidden = names.length < 2;
  by("take-drawn").hidden = !list.length;
  by("take-none").hidden = Boolean(list.length);
}

function describe(found) {
  by("take-what").textContent = filled(words(found.words), found.told);
  by("take-cut").textContent = found.cut ? filled(words("most"), found.told) : "";
  if (!by("take-drawn").hidden) by("take-alt").value = alternative(found, ...chosen(found));
}

// What is on screen now, as the panel offers and describes it.
async function renew() {
  const found = await onScreen(panel.dataset.view);
  offer(found);
  describe(found);
  return found;
}

// Right below its button. A frame grows with it.
function place() {
  const top = button.getBoundingClientRect().bottom + scrollY + 6;
  panel.style.setProperty("top", top + "px");
  if (page.classList.contains("embed")) document.body.style.setProperty("min-height", top + panel.offsetHeight + 6 + "px");
}
// What changes above the button moves it, and makes the page another height.
const moving = new ResizeObserver(place);

function close() {
  panel.hidden = true;
  moving.disconnect();
  document.body.style.removeProperty("min-height");
  button.focus({ preventScroll: true });
}

export async function take(from) {
  panel = await bring();
  const again = button === from && !panel.hidden;
  button = from;
  if (again) return close();
  panel.dataset.view = from.dataset.take;
  await renew();
  by("take-opened").hidden = !opened;
  by("take-blocked").hidden = !sandboxed;
  by("take-site").hidden = opened;
  by("take-as-text").hidden = true;
  for (const said of panel.querySelectorAll("[role=status]")) said.textContent = "";
  panel.hidden = false;
  place();
  moving.observe(document.body);
  by("take-heading").focus({ preventScroll: true });
  if (!page.classList.contains("embed")) panel.scrollIntoView({ block: "nearest" });
}

const MAKES = {
  csv: async (found) => new Blob([csv(found)], { type: "text/csv" }),
  json: async (found) => new Blob([json(found)], { type: "application/json" }),
  svg: async (found) => new Blob([(await drawn(found, ...chosen(found))).svg], { type: "image/svg+xml" }),
  png: async (found) => png(await drawn(found, ...chosen(found))),
};

async function pressed(from) {
  if (!from) return;
  if (from.id === "take-close") return close();
  if (from.dataset.copies) return copy(from);
  const ending = from.dataset.file;
  const said = by("take-said");
  said.textContent = "";
  try {
    const found = await renew();
    const blob = await MAKES[ending](found);
    // A picture of one issue is called by it; the tables have all.
    const id = ["svg", "png"].includes(ending) && chosen(found)[0].id;
    const name = [found.view, ...(id ? [id] : []), found.on].join("-") + "." + ending;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    // An embed page's links open beside it.
    link.target = "_self";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
    said.textContent = sandboxed ? "" : filled(words("saved"), { name });
    if (sandboxed) await asText(blob, ending);
  } catch (error) {
    said.textContent = filled(words("failed"), { why: error.message });
  }
  place();
}

// Where nothing may be downloaded: a file as text to copy, a picture to be seen.
async function asText(blob, ending) {
  const picture = ending === "png";
  const field = by("take-text");
  by("take-as-text").hidden = picture;
  by("take-seen").hidden = !picture;
  if (!picture) {
    field.value = await blob.text();
    field.focus({ preventScroll: true });
    field.select();
    return;
  }
  const image = by("take-seen");
  image.alt = by("take-alt").value;
  image.src = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
  await image.decode();
}

async function copy(from) {
  const field = by(from.dataset.copies);
  const said = from.nextElementSibling;
  said.textContent = "";
  let done = false;
  try {
    await navigator.clipboard.writeText(field.value);
    done = true;
  } catch {
    // Not allowed, or not known here: selected, it can be copied by hand.
    field.focus({ preventScroll: true });
    field.select();
    done = document.execCommand("copy");
  }
  said.textContent = done ? from.dataset.copied : from.dataset.refused;
}
