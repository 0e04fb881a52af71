// Starts the studio, and does for it what only the browser can: a store that keeps dossiers, one tab at a time for each, files in and
// out, the checker in a worker, and the frame with the page. Nothing is sent anywhere: what is fetched is the site's own, or an address
// that the author wrote.
const script = document.getElementById("boot");
const address = (name) => new URL(name, document.baseURI).href;
const root = document.getElementById("studio");

// ---- the store: IndexedDB, version 1. Titles and dates apart from the texts, so that the list reads no text; a dossier's table of events
// is a text of its own, which is written only where it changed.

const NAME = "daylight-studio";
// What tells this page from every other one that writes into the store, the same tab's next page included.
const own = fresh();
let opening = null;

function fresh() {
  return crypto.randomUUID ? crypto.randomUUID() : Date.now() + "-" + Math.random();
}

function named(name, message) {
  const error = new Error(message || name);
  error.name = name;
  return error;
}

// What is opened is opened anew when it is needed.
function letGo(opened) {
  opened.close();
  opening = null;
}

function database() {
  opening ??= new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) throw named("NoStore");
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("dossiers", { keyPath: "id" });
      request.result.createObjectStore("texts");
    };
    request.onsuccess = () => {
      const opened = request.result;
      // A later version of the studio in another tab may change the store.
      opened.onclose = opened.onversionchange = () => letGo(opened);
      resolve(opened);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(named("NoStore", "another tab blocks the store"));
  }).catch((error) => {
    opening = null;
    // Opening takes room too.
    throw ["NoStore", "QuotaExceededError"].includes(error.name) ? error : named("NoStore", error.message);
  });
  return opening;
}

// Runs work on both parts of the store in one transaction; what it returns is given once all is written. A connection can be of no use
// any more, as in Firefox after a write that found no room: then it is tried on a new one.
async function within(mode, work) {
  try {
    return await once(mode, work);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
    letGo(await database());
    return once(mode, work);
  }
}

async function once(mode, work) {
  const opened = await database();
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(["dossiers", "texts"], mode);
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onerror = ({ target }) => reject(target.error);
    transaction.onabort = () => reject(transaction.error || named("AbortError", "the store was closed"));
    // What is thrown inside an answer would only be told as "aborted".
    const fail = (error) => {
      reject(error);
      transaction.abort();
    };
    work(transaction.objectStore("dossiers"), transaction.objectStore("texts"), (value) => (result = value), fail);
  });
}

const when = (time) =>
  new Date(time).toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
const clock = (time) => new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

async function list() {
  await takeUp();
  return within("readonly", (dossiers, _, give) => {
    dossiers.getAll().onsuccess = ({ target }) => {
      const all = target.result.sort((a, b) => b.changed - a.changed);
      give(all.map(({ id, title, changed, bytes }) => [id, title, when(changed), bytes]));
    };
  });
}

const tableOf = (id) => [id, "table"];

async function load(id) {
  await takeUp();
  const found = await within("readonly", (dossiers, texts, give) => {
    dossiers.get(id).onsuccess = ({ target }) => {
      const entry = target.result;
      texts.get(id).onsuccess = ({ target: { result } }) => {
        texts.get(tableOf(id)).onsuccess = ({ target }) => give(entry && [result, entry.revision, target.result]);
      };
    };
  });
  if (!found) throw named("NotFoundError", "it is not kept here any more");
  return found;
}

// Writes a version that follows `revision`. Where another page has written one meanwhile, nothing is written over: this becomes a dossier
// of its own.
function keep(id, title, text, revision, table, tableIsNew, by = own) {
  return within("readwrite", (dossiers, texts, give, fail) => {
    const write = (state, number, there) => {
      try {
        put(state, number, there);
      } catch (error) {
        fail(error);
      }
    };
    const put = (state, number, there) => {
      const changed = Date.now();
      const bytes = new Blob([text, table || ""]).size;
      const next = state === "kept" ? (there ? there.revision : revision) + 1 : 1;
      dossiers.put({ id: number, title, changed, bytes, revision: next, by });
      texts.put(text, number);
      if (table === undefined) texts.delete(tableOf(number));
      else if (tableIsNew || !there) texts.put(table, tableOf(number));
      give([state, number, next, clock(changed)]);
    };
    dossiers.get(id).onsuccess = ({ target: { result } }) => {
      if (result && result.revision !== revision && result.by !== by) write("copied", fresh());
      // One that another tab deleted comes back whole.
      else write("kept", id, result);
    };
  });
}

async function forget(id) {
  await within("readwrite", (dossiers, texts) => {
    dossiers.delete(id);
    texts.delete(id);
    texts.delete(tableOf(id));
  });
  noteRows(id, "");
}

// ---- last words: what the store has not got when the page goes is noted where that is done at once, and put into the store by the next
// page that looks into it

const NOTED = NAME + ":";
// Characters; browsers give all such notes of a site some five million.
const MOST_NOTED = 2e6;
let hasNoted = false;

function note(id, title, text, revision, table) {
  try {
    const noted = JSON.stringify([id, title, text, revision, table]);
    if (noted.length > MOST_NOTED) return;
    localStorage.setItem(NOTED + own, noted);
    hasNoted = true;
  } catch {
    // There is no room, or no such place: the browser has asked before it left.
  }
}

// The page went on after all, and kept what was noted.
function unnote() {
  if (hasNoted) localStorage.removeItem(NOTED + own);
  hasNoted = false;
}

function allNoted() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(NOTED));
  } catch {
    return [];
  }
}

async function takeUp() {
  for (const key of allNoted()) {
    try {
      const [id, title, text, revision, table] = JSON.parse(localStorage.getItem(key));
      await keep(id, title, text, revision, table ?? undefined, true, key.slice(NOTED.length));
      localStorage.removeItem(key);
    } catch (error) {
      // It stays noted: there may be room another time.
      console.warn("last words are not kept yet:", error);
    }
  }
}

// ---- rows of a spreadsheet on their way into a dossier: noted as they are written, until they are added or put away

const rowsOf = (id) => NAME + "-rows:" + id;

// Whether the rows are there when this page is gone.
function noteRows(id, rows) {
  if (rows.length > MOST_NOTED) return false;
  try {
    if (rows) localStorage.setItem(rowsOf(id), rows);
    else localStorage.removeItem(rowsOf(id));
    return true;
  } catch {
    // There is no room, or no such place.
    return !rows;
  }
}

function notedRows(id) {
  try {
    return localStorage.getItem(rowsOf(id)) || "";
  } catch {
    return "";
  }
}

// ---- one tab at a time: a lock of the browser's for each dossier, which ends with the tab, however that ends

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(NAME) : null;
let held = null;

function release() {
  if (held) held.release();
  held = null;
}

if (channel) {
  channel.onmessage = async ({ data }) => {
    if (data.take && held && held.id === data.take) {
      await host.ongive();
      // Not what has become a dossier of its own meanwhile.
      if (held && held.id === data.take) release();
    }
  };
}

// Holds a dossier; `false` where another tab does. With `take`, that one keeps what it has and gives it.
function hold(id, take) {
  if (held && held.id === id) return Promise.resolve(true);
  release();
  // A page without https has no locks: the store's revisions still keep one tab from writing over another.
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const name = NAME + ":" + id;
    const holding = (lock) => {
      if (!lock) return resolve(false);
      return new Promise((end) => {
        held = { id, release: end };
        resolve(true);
      });
    };
    const lost = () => {
      if (held && held.id === id) {
        held = null;
        host.ongive();
      }
    };
    if (!take) return navigator.locks.request(name, { ifAvailable: true }, holding).catch(lost);
    if (channel) channel.postMessage({ take: id });
    // One that does not answer is taken from: it may stand still for ever.
    const patience = AbortSignal.timeout ? { signal: AbortSignal.timeout(3000) } : {};
    navigator.locks
      .request(name, patience, holding)
      .catch((error) => (held ? lost(error) : navigator.locks.request(name, { steal: true }, holding).catch(lost)));
  });
}

let unsaved = false;
// After the studio's own listener, which begins to keep what is written.
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

// ---- the checker, and what reads rows of a spreadsheet, which is part of the studio's own program: one worker, which keeps its programs
// between two questions

let worker = null;
let asked = 0;
const waiting = new Map();

function askWorker(js, wasm, ask, words) {
  if (!worker) {
    worker = new Worker(address(script.dataset.check), { type: "module" });
    worker.onmessage = ({ data }) => {
      const asking = waiting.get(data.number);
      waiting.delete(data.number);
      if (!asking) return;
      if ("answer" in data) asking.resolve(data.answer);
      else asking.reject(new Error(data.error));
    };
    worker.onerror = () => {
      for (const asking of waiting.values()) asking.reject(new Error("the checker stopped"));
      waiting.clear();
      worker.terminate();
      worker = null;
    };
  }
  const number = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker.postMessage({
      number,
      js: address(js),
      wasm: address(wasm),
      ask,
      words,
    });
  });
}

const { js: ownJs, wasm: ownWasm, checkJs, checkWasm } = script.dataset;
const check = (text, name, table) => askWorker(checkJs, checkWasm, "inspect", [text, name, table]);
const rows = (text, dossier, table) => askWorker(ownJs, ownWasm, "rows", [text, dossier, table]);

// ---- the page beside the form: it asks once it is there, and again when it was loaded anew. One that breaks begins anew by itself; where the
// same dossier breaks it a second time it is not sent that one again.

const MOST_TRIES = 2;
let ready = null;
let broken = null;
let newest = null;
let tries = 0;
let answered = null;

function settle(state) {
  if (answered) answered(state);
  answered = null;
}

function pass() {
  const frame = document.getElementById("live");
  if (!newest || !frame) return;
  if (broken === frame.contentWindow || tries === MOST_TRIES) settle("failed");
  else if (ready === frame.contentWindow) {
    tries++;
    ready.postMessage({ daylight: 1, type: "dossier", ...newest }, location.origin);
  }
}

function show(text, table, parts) {
  settle(null);
  newest = { text, table, parts };
  tries = 0;
  return new Promise((resolve) => {
    answered = resolve;
    pass();
  });
}

addEventListener("message", ({ origin, source, data }) => {
  const frame = document.getElementById("live");
  if (origin !== location.origin || !frame || source !== frame.contentWindow || !data || data.daylight !== 1) return;
  if (data.type === "ready") {
    ready = source;
    broken = null;
    pass();
  } else if (data.type === "drawn") {
    tries = 0;
    settle(data.state);
  } else if (data.type === "failed") {
    broken = source;
    settle("failed");
  }
});

// ---- files

async function bytesOf(file) {
  return new Uint8Array(await file.arrayBuffer());
}

const MOST = 64e6;

// What may fail where files are read: then it is told of which, and none is opened, since a part of a dossier would be lacking.
function readable(name, reading) {
  return reading.catch(() => {
    throw named("NotReadable", name);
  });
}

async function read(finding) {
  try {
    const files = await finding;
    const all = files.reduce((sum, [, file]) => sum + file.size, 0);
    // Far more than a dossier has: somebody dropped the wrong folder.
    if (all > MOST) {
      host.ontoolarge(MOST / 1e6);
      return [];
    }
    return await Promise.all(files.map(async ([name, file]) => [name, await readable(name, bytesOf(file))]));
  } catch (error) {
    if (error.name !== "NotReadable") throw error;
    host.onunread(error.message);
    return [];
  }
}

function choose(folder) {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    if (folder) input.webkitdirectory = true;
    else input.accept = ".json,.zip,.csv";
    input.onchange = () => resolve(read([...input.files].map((file) => [file.webkitRelativePath || file.name, file])));
    input.oncancel = () => resolve([]);
    input.click();
  });
}

async function insideOf(entry, path, found) {
  const name = path + entry.name;
  if (entry.isFile) found.push([name, await readable(name, new Promise((resolve, reject) => entry.file(resolve, reject)))]);
  if (!entry.isDirectory) return;
  const reader = entry.createReader();
  for (;;) {
    const entries = await readable(name, new Promise((resolve, reject) => reader.readEntries(resolve, reject)));
    if (!entries.length) return;
    for (const inner of entries) await insideOf(inner, name + "/", found);
  }
}

async function insideAll(entries) {
  const found = [];
  for (const entry of entries) if (entry) await insideOf(entry, "", found);
  return found;
}

addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});
addEventListener("drop", async (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  const plain = [...event.dataTransfer.files].map((file) => [file.name, file]);
  if (!host.ondropped) return;
  const files = await read(entries.some((entry) => entry && entry.isDirectory) ? insideAll(entries) : plain);
  if (files.length) host.ondropped(files);
});

// An address, or null where it is none; not every browser has URL.canParse.
function urlOf(wanted, base) {
  try {
    return new URL(wanted, base);
  } catch {
    return null;
  }
}

// What is being fetched.
let fetching = null;

function stopFetch() {
  if (fetching) fetching.abort();
  fetching = null;
}

// An answer's bytes as they arrive, and no more than a dossier has: some servers send without end.
async function bodyOf(answer) {
  if (!answer.body) return new Uint8Array();
  const reader = answer.body.getReader();
  const pieces = [];
  let all = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesOf(new Blob(pieces));
    pieces.push(value);
    all += value.length;
    if (all > MOST) {
      reader.cancel();
      throw new Error("The file is larger than " + MOST / 1e6 + " MB, and no more is opened here.");
    }
  }
}

// One at a time: another one stops it. Gives null where it was stopped.
async function fetchFile(wanted) {
  stopFetch();
  const stop = (fetching = new AbortController());
  try {
    const files = await fetched(wanted, stop.signal);
    return stop.signal.aborted ? null : files;
  } catch (error) {
    if (stop.signal.aborted) return null;
    throw error;
  } finally {
    if (fetching === stop) fetching = null;
  }
}

async function fetched(wanted, signal) {
  // Addresses without a host are the site's own, from its root.
  const site = address("../");
  const url = urlOf(wanted, site);
  const local = url && url.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (!url || (url.origin !== location.origin && url.protocol !== "https:" && !local)) {
    throw new Error("Write an address that begins with https://, or the name of a file on this site.");
  }
  let answer;
  try {
    answer = await fetch(url, { credentials: "omit", signal });
  } catch {
    throw new Error(
      url.host + " gives no answer that this page may read: the address or the connection is wrong, or that site does not let other pages read its files.",
    );
  }
  if (!answer.ok) throw new Error("The answer of " + url.host + " was HTTP " + answer.status + ".");
  return [[url.pathname.split("/").pop() || "dossier.json", await bodyOf(answer)]];
}

// A dossier's table, which stands beside it.
function fetchBeside(wanted, name) {
  const base = new URL(wanted, address("../"));
  return fetchFile(new URL(name.split("/").map(encodeURIComponent).join("/"), base).href).then((files) => files && [[name, files[0][1]]]);
}

function save(name, kind, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
  link.download = name;
  link.click();
  // Long after the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

const host = {
  list, load, keep, note, noteRows, notedRows, fresh, forget, hold, release, check, rows, show, choose, save, today,
  fetch: fetchFile,
  fetchBeside,
  stopFetch,
  unsaved: (words, rows) => {
    unsaved = words || rows;
    if (!words) unnote();
  },
  mayLose: () => confirm("What you wrote or pasted last is not kept in this browser. Leave it?"),
  mayPutAway: () => confirm("These rows are not in the dossier, and are gone once you put them away. Put them away?"),
};

// ---- the start

function giveUp(words, detail) {
  const said = document.createElement("p");
  said.id = "studio-failed";
  said.className = "studio-notice";
  said.setAttribute("role", "alert");
  said.textContent = root.dataset[words] + (detail ? " (" + detail + ")" : "");
  root.prepend(said);
}

try {
  const [program, schema] = await Promise.all([
    import(address(script.dataset.js)),
    fetch(address(script.dataset.schema)).then((answer) => {
      if (!answer.ok) throw new Error(script.dataset.schema + ": HTTP " + answer.status);
      return answer.text();
    }),
  ]);
  await program.default({ module_or_path: address(script.dataset.wasm) });
  program.studio(schema, host, (message) => {
    console.error(message);
    giveUp("stopped");
  });
} catch (error) {
  giveUp("notstarted", error.message || String(error));
}
