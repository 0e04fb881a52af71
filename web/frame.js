// An embed page's end of the talk with the page around it: its height in every dialect that host pages listen to, and what a
// host page may ask of it. Runs without the app, and by itself. docs/embedding.md has the messages.
(() => {
  const own = document.currentScript;
  const page = document.documentElement;
  const query = new URLSearchParams(location.search);
  const framed = parent !== window;
  const id = query.get("id") || "";
  const pym = query.get("childId");
  // WordPress adds "#?secret=..." to a frame's address; to one that is there already it does so by its script, when this may have run.
  const secretOf = () => (/[#?&]secret=([a-zA-Z0-9]+)(&|$)/.exec(location.hash) || [])[1];
  // A sandboxed frame has no origin of its own.
  const sandboxed = self.origin === "null";

  const post = (message) => framed && parent.postMessage(message, "*");
  const tell = (type, data) => post({ source: "daylight", v: 1, id, type, data });

  // ---- language

  // Another language is another page.
  const base = (tag) => tag.toLowerCase().split("-")[0];
  const ways = new Map((own.dataset.languages || "").split(" ").map((way) => way.split("=")));
  const leave = (tag, search) => {
    const way = ways.get(base(tag));
    if (way) location.replace(way + search + location.hash);
    return way;
  };
  if (leave(query.get("lang") || "", location.search)) return;

  // ---- theme

  function theme(name) {
    if (!["light", "dark", "auto"].includes(name)) return;
    page.dataset.theme = name;
    document.querySelector("meta[name=color-scheme]").content = name === "auto" ? "light dark" : name;
  }
  theme(query.get("theme"));
  if (query.get("background") === "solid") page.dataset.background = "solid";

  // ---- height

  // So often in a row the page may grow, or change between growing and shrinking, never a second after the change before and without
  // anybody having done anything: a frame whose host answers each height with another width would go on for ever. What was not told is
  // told once all has been quiet for a second; where that begins it anew, after twice as long each time, and at last not any more.
  const MOST = 25;
  const QUIET = 1000;
  const LONGEST = 1e5;
  let height = 0;
  let width = 0;
  let growths = 0;
  let turns = 0;
  let grew = true;
  let changed = -Infinity;
  let quiet = QUIET;
  let later = 0;
  let waiting = false;
  let tries = 0;
  let sizer = null;
  let sizerGreeted = false;
  let resizer = false;

  function send() {
    post({ sentinel: "amp", type: "embed-size", height });
    if (pym) post(["pym", pym, "height", height].join("xPYMx"));
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (sizer !== null) {
      post(`[iFrameSizer]${sizer}:${height}:${width}:${sizerGreeted ? "resizeObserver" : "init"}`);
      sizerGreeted = true;
    }
    if (resizer) post({ type: "iframe-resized", width, height });
    const secret = secretOf();
    if (secret) post({ message: "height", value: height, secret });
    if (query.get("compat") === "dw") post({ "datawrapper-height": { [id]: height } });
    tell("height", { height });
  }

  function measure() {
    waiting = false;
    const box = document.body.getBoundingClientRect();
    const now = Math.ceil(box.height);
    // A frame that is not laid out has no height to tell. One that is off the screen may be told its width late, and of no
    // resize then, so it is looked at again, a few times.
    if (!box.width) {
      if (tries < 9) setTimeout(measure, 25 << tries++);
      return;
    }
    // With a scrollbar, which goes once the host has answered.
    width = innerWidth;
    clipped();
    if (Math.abs(now - height) < 2) return;
    const time = performance.now();
    if (time - changed > QUIET) {
      growths = turns = 0;
      quiet = QUIET;
    }
    changed = time;
    clearTimeout(later);
    const grows = now > height;
    if (grows !== grew) turns++;
    growths = grows ? growths + 1 : 0;
    if (growths > MOST || (!grows && turns > MOST)) {
      if (quiet < LONGEST) later = setTimeout(again, quiet);
      return;
    }
    grew = grows;
    height = now;
    send();
    clipped();
  }

  // One more change is told, and no row of them.
  function again() {
    growths = turns = MOST - 1;
    changed = performance.now();
    quiet *= 2;
    measure();
  }

  function soon() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(measure);
    }
  }

  // Where the host gives less room than the page needs, the page scrolls, also by keys.
  function clipped() {
    const main = document.getElementById("main");
    if (height && innerHeight < height - 2) main.tabIndex = 0;
    else main.removeAttribute("tabindex");
  }

  const acted = () => (changed = -Infinity);
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, acted, { capture: true, passive: true });
  addEventListener("resize", soon);

  // ---- what the page shows

  // Keys of the address that are the frame's own, and no part of the view.
  const FRAME_KEYS = ["theme", "id", "lang", "compat", "background", "dossier"];
  const HOST_KEYS = ["initialWidth", "childId", "parentTitle", "parentUrl"];
  const root = () => document.getElementById("daylight");
  // The first and the last day that a view can be moved to.
  const [first, last] = (own.dataset.span || "").split(" ");
  // What can be opened in this view, "event" or "issue", and the ids of all there are: as written, since a list that is searched
  // has fewer.
  let kind;
  let ids = new Set();
  let told = "";
  let record = "";
  let full;
  let begun = false;
  let ready = false;

  // A record's page follows the date alone, and an event's only its link does.
  const isRecord = () => !root() || root().dataset.view === "record";

  // A day of the calendar, brought into the span as the app does; null for all else.
  function day(value) {
    if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
    if (!new Date(value).toJSON()?.startsWith(value)) return null;
    return value < first ? first : value > last ? last : value;
  }
  const opens = (key, id) => key === kind && ids.has(id);
  // What is chosen by buttons that no program draws (`web/link.js`): whose promises, of what sort, and whose count of launches.
  const buttons = () => document.querySelectorAll(":is(#promises, #launches) [type=radio]");

  function shown() {
    const kept = root()?.dataset.query;
    const view = new URLSearchParams(kept === undefined ? location.search : kept);
    for (const key of [...FRAME_KEYS, ...HOST_KEYS]) view.delete(key);
    const on = day(view.get("on")) || day(view.get("as_of"));
    if (isRecord()) return new URLSearchParams(on ? { on } : {});
    view.delete("as_of");
    if (on) view.set("on", on);
    else view.delete("on");
    for (const key of ["event", "issue"]) if (!opens(key, view.get(key))) view.delete(key);
    for (const { name, value, checked, defaultChecked } of buttons()) {
      if (checked && defaultChecked) view.delete(name);
      else if (checked) view.set(name, value);
    }
    return view;
  }

  function showState() {
    const view = shown();
    const [on, event, issue] = ["on", "event", "issue"].map((key) => view.get(key));
    const link = document.getElementById("full-page");
    // What it has of its own is a record's id.
    full ??= link.search;
    link.search = new URLSearchParams([...new URLSearchParams(full), ...view]);
    if (!root()) return;
    if (String(view) !== told) tell("state", { query: (told = String(view)), on, event, issue });
    if (event + " " + issue !== record) tell("select", { event, issue });
    record = event + " " + issue;
  }

  function isReady() {
    if (ready) return;
    ready = true;
    // At once: a frame off the screen is told of no resize.
    measure();
    // Once more for a host that showed nothing until now.
    if (height) send();
    tell("ready", { view: isRecord() ? null : root().dataset.view, version: own.dataset.version, height });
  }

  function failed() {
    tell("error", { code: "app", message: document.getElementById("notice").textContent });
    isReady();
  }

  // Starts the app on a page that works without it, for the sake of its date.
  function begin() {
    if (begun || !own.dataset.boot) return;
    begun = true;
    const script = document.createElement("script");
    script.type = "module";
    script.id = "boot";
    for (const name of ["js", "wasm", "outline", "record", "version"]) script.dataset[name] = own.dataset[name];
    // The program looks for the first script that names it.
    delete own.dataset.wasm;
    script.src = own.dataset.boot;
    document.head.append(script);
  }

  // The script that starts the app could not be had, or not be understood; where it ran, it says itself what goes wrong.
  function unlessBegan({ target }) {
    if (target === own || !target.dataset?.wasm || "began" in target.dataset) return;
    const notice = document.getElementById("notice");
    page.classList.add("app-failed");
    notice.textContent = notice.dataset.notfetched;
    notice.hidden = false;
  }
  for (const kind of ["load", "error"]) document.addEventListener(kind, unlessBegan, true);

  // ---- what the host page asks

  const isId = (value) => typeof value === "string" && value.length <= 200;

  function goto(value) {
    // A view whose app has failed moves no more.
    if (!root() || !value || typeof value !== "object" || page.classList.contains("app-failed")) return;
    const view = shown();
    const was = view.get("event");
    let means = false;
    for (const key of ["on", "event", "issue"]) {
      const to = value[key];
      const fit = key === "on" ? day(to) : opens(key, to) && to;
      if (to === null) view.delete(key);
      else if (fit) view.set(key, fit);
      else continue;
      means = true;
    }
    if (!means) return;
    // An event that is opened is seen where the reader has gone elsewhere.
    if (value.event !== was && opens("event", value.event)) for (const key of ["from", "to", "compare"]) view.delete(key);
    root().dataset.query = view;
    dispatchEvent(new PopStateEvent("popstate"));
    if (view.get("on")) begin();
  }

  const asks = {
    theme,
    goto,
    lang(value) {
      if (!isId(value) || !value) return;
      const next = shown();
      for (const key of [...FRAME_KEYS, ...HOST_KEYS]) for (const given of query.getAll(key)) next.append(key, given);
      next.set("theme", page.dataset.theme);
      next.set("lang", value);
      if (!leave(value, "?" + next) && base(value) !== page.lang) {
        tell("error", { code: "lang", message: "not written in this language: " + value.slice(0, 35) });
      }
    },
    print() {
      try {
        print();
      } catch {
        // A sandboxed frame may not.
      }
    },
  };

  function heard(data) {
    if (typeof data === "string") {
      if (data.length > 2000) return;
      if (data.startsWith("[iFrameSizer]")) {
        const fields = data.slice(13).split(":");
        if (["true", "false"].includes(fields[2])) {
          sizer = fields[0];
          sizerGreeted = false;
        }
        if (sizer !== null && height && [sizer, "resize"].includes(fields[0])) send();
      } else if (pym && data.startsWith(["pym", pym, "width", ""].join("xPYMx")) && height) send();
    } else if (data && typeof data === "object") {
      if (data.type === "iframe-child-init" || data.type === "iframe-get-child-dimensions") {
        resizer = true;
        if (height) send();
      } else if (data.source === "daylight-host" && (data.v === undefined || data.v === 1) && isId(data.type) && Object.hasOwn(asks, data.type)) {
        acted();
        asks[data.type](data.value);
      }
    }
  }

  if (framed) {
    addEventListener("message", ({ source, data }) => source === parent && heard(data));
    // Newer iframe-resizers wait for this; a content system may have put a frame of its own between.
    for (const host of new Set([parent, top])) host.postMessage("[iFrameResizerChild]Ready", "*");
  }

  // ---- links that the frame may not open

  function showAddress(link, address) {
    const panel = document.getElementById("address");
    const field = panel.querySelector("input");
    const words = panel.querySelector("[role=status]");
    const [copy, close] = panel.querySelectorAll("button");
    const away = () => {
      panel.hidden = true;
      link.focus();
    };
    field.value = address;
    words.textContent = "";
    panel.hidden = false;
    const most = document.body.offsetHeight - panel.offsetHeight;
    panel.style.setProperty("top", Math.max(0, Math.min(link.getBoundingClientRect().bottom + scrollY, most)) + "px");
    field.focus({ preventScroll: true });
    field.select();
    close.onclick = away;
    panel.onkeydown = ({ key }) => key === "Escape" && away();
    copy.onclick = async () => {
      let done = false;
      try {
        await navigator.clipboard.writeText(address);
        done = true;
      } catch {
        field.select();
        done = document.execCommand("copy");
      }
      words.textContent = done ? copy.dataset.copied : copy.dataset.refused;
    };
  }

  addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.getAttribute("href"), location);
    if (!/^https?:$/.test(address.protocol)) return;
    const secret = secretOf();
    if (secret) post({ message: "link", value: address.href, secret });
    if (!sandboxed) return;
    event.preventDefault();
    let opened = null;
    try {
      opened = open("", "_blank");
      opened.opener = null;
      opened.location.replace(address);
    } catch {
      // There is no window, or none that may be led anywhere.
      opened = null;
    }
    if (!opened) showAddress(link, address.href);
  });

  addEventListener("hashchange", () => height && send());

  // ---- from the first moment that there is something to measure

  function watch() {
    const app = new MutationObserver(() => {
      showState();
      if (root().dataset.daylight) isReady();
    });
    const follow = () => {
      if (root()) app.observe(root(), { attributeFilter: ["data-query", "data-daylight"] });
    };
    follow();
    // An app that broke is begun anew on a fresh element.
    new MutationObserver(follow).observe(document.getElementById("main"), { childList: true });
    new MutationObserver(() => page.classList.contains("app-failed") && failed()).observe(page, { attributeFilter: ["class"] });
    for (const button of buttons()) if (query.get(button.name) === button.value) button.checked = true;
    kind = { timeline: "event", gap: "issue" }[root()?.dataset.view];
    ids = new Set([...document.querySelectorAll(`[data-${kind}]`)].map((one) => one.dataset[kind]));
    told = String(shown());
    record = shown().get("event") + " " + shown().get("issue");
    showState();
    measure();
    new ResizeObserver(soon).observe(document.body);
    document.addEventListener("change", showState);
    if (shown().get("on")) begin();
    if (!root() || (own.dataset.boot && !begun)) isReady();
  }

  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") return watch();
    measure();
    // Once more for a host whose own script came later than the first message.
    if (height) send();
  });
})();
