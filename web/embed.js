// Shows a Daylight view on any page: <daylight-embed view="gap"></daylight-embed>, or in one line
// <script src=".../embed.js" data-view="gap" defer></script>. This name stays; docs/embedding.md says what can be set.
(() => {
  const own = document.currentScript;
  const NAME = "daylight-embed";

  // Fetched when so near the screen.
  const NEAR = "600px";
  // What a frame that has loaded and says nothing may still take.
  const PATIENCE = 4000;
  // Heights that are reserved where none is given, at these widths: those of the dossier that comes with Daylight.
  const AT = [320, 600, 1000];
  const HEIGHTS = {
    lead: [1880, 1360, 1180],
    timeline: [5000, 3420, 870],
    gap: [6600, 5440, 3590],
    words: [7700, 5600, 3900],
    meetings: [2060, 1580, 1210],
    clock: [4100, 3430, 2320],
    promises: [6100, 4560, 3770],
    launches: [3330, 3020, 1590],
    argument: [6800, 4600, 3390],
    sources: [5960, 3560, 2920],
    record: [3200, 1800, 1300],
  };

  const live = new Set();

  function reserved(view, width) {
    const heights = HEIGHTS[view] || HEIGHTS.record;
    const place = width < AT[1] ? 0 : 1;
    const share = Math.min(1, Math.max(0, (width - AT[place]) / (AT[place + 1] - AT[place])));
    return Math.round(heights[place] + share * (heights[place + 1] - heights[place]));
  }

  // From where the script was loaded: the site whose views it shows.
  const site = own && own.src ? new URL(".", own.src).href : "";

  function define() {
    class DaylightEmbed extends HTMLElement {
      static observedAttributes = ["src", "view", "as-of", "theme", "lang", "event", "issue", "height", "max-height", "title"];

      constructor() {
        super();
        this.site = site;
        const shadow = this.attachShadow({ mode: "open" });
        // What is to be passed on as soon as the view listens: names of attributes, and what the host asked.
        this.changed = new Set();
        this.asked = [];
        this.box = document.createElement("div");
        shadow.append(this.box);
        this.set(this.box, { display: "block", width: "100%" });
      }

      // Through the object model: a host's policy may forbid styles in the markup.
      set(element, styles) {
        for (const name in styles) element.style.setProperty(name, styles[name]);
      }

      get view() {
        const [view, event, issue] = ["view", "event", "issue"].map((name) => this.getAttribute(name));
        return view || (event && "event/" + event) || (issue && "issue/" + issue) || "gap";
      }

      // The height that the view told, or what is reserved until it does; never more than the host allows.
      room() {
        const [given, most] = ["height", "max-height"].map((name) => parseInt(this.getAttribute(name), 10));
        const height = this.told || (given > 0 ? given : reserved(this.view.split("/")[0], this.getBoundingClientRect().width));
        return (most > 0 ? Math.min(height, most) : height) + "px";
      }

      label() {
        this.frame.title = this.getAttribute("title") || "Daylight: " + this.view;
      }

      // The frame's address, or null where there can be none.
      address() {
        const src = this.getAttribute("src");
        try {
          if (!src && (!this.site || !/^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(this.view))) return null;
          const url = new URL(src || "embed/" + this.view + "/", src ? document.baseURI : this.site);
          if (!/^https?:$/.test(url.protocol)) return null;
          const put = (key, name) => this.hasAttribute(name) && url.searchParams.set(key, this.getAttribute(name));
          put("on", "as-of");
          put("theme", "theme");
          put("lang", "lang");
          if (src || this.hasAttribute("view")) {
            put("event", "event");
            put("issue", "issue");
          }
          return url;
        } catch {
          return null;
        }
      }

      connectedCallback() {
        live.add(this);
        if (!this.style.display) this.set(this, { display: "block" });
        if (this.frame) return this.show();
        this.set(this.box, { "min-height": this.room() });
        if (!self.IntersectionObserver) return this.show();
        this.near = new IntersectionObserver(
          (entries) => entries.some((entry) => entry.isIntersecting) && this.show(),
          { rootMargin: NEAR },
        );
        this.near.observe(this);
      }

      disconnectedCallback() {
        live.delete(this);
        // Put back, its frame loads again.
        this.heard = false;
        this.rest();
      }

      // Moved without being taken out, it goes on as it is.
      connectedMoveCallback() {}

      rest() {
        if (this.near) this.near.disconnect();
        clearTimeout(this.timer);
      }

      attributeChangedCallback(name, before, now) {
        if (before === now || !this.isConnected || !(this.frame || this.failed)) return;
        if (this.failed) this.show();
        else if (name === "title") this.label();
        else if (name.endsWith("height")) this.set(this.frame, { height: this.room() });
        else if (["theme", "lang"].includes(name) || (name !== "src" && name !== "view" && this.hasAttribute("view"))) {
          this.changed.add(name);
          // What changes at the same time goes together.
          Promise.resolve().then(() => this.pass());
        } else this.show();
      }

      pass() {
        if (!this.heard) return;
        const post = (type, value) => this.frame.contentWindow.postMessage({ source: "daylight-host", v: 1, type, value }, "*");
        // The language comes last: for it the view leaves, with what it shows.
        for (const name of ["theme", "as-of", "event", "issue", "lang"]) {
          if (!this.changed.delete(name)) continue;
          const value = this.getAttribute(name);
          if (name === "theme") post(name, value || "light");
          else if (name === "lang") post(name, value);
          else post("goto", { [name === "as-of" ? "on" : name]: value });
        }
        for (const [type, value] of this.asked.splice(0)) post(type, value);
      }

      show() {
        this.rest();
        const url = this.address();
        if (!url) return this.fail();
        this.failed = false;
        if (!this.frame) {
          this.frame = document.createElement("iframe");
          this.frame.allow = "fullscreen; clipboard-write";
          this.frame.referrerPolicy = "strict-origin-when-cross-origin";
          this.set(this.frame, { display: "block", width: "100%", border: "0" });
          this.set(this.frame, { height: this.room() });
          this.frame.addEventListener("load", () => {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.heard || this.fail(), PATIENCE);
          });
        }
        this.label();
        // The address has the attributes as they are now.
        this.changed.clear();
        if (this.frame.src !== url.href) {
          this.heard = false;
          this.frame.src = url.href;
        }
        if (this.frame.parentNode !== this.box) this.box.replaceChildren(this.frame);
      }

      // Says so where the view would be, above what the page has for this case.
      fail() {
        const src = this.getAttribute("src");
        console.warn(NAME + ": nothing to show at " + (src || this.view));
        const words = document.createElement("p");
        words.textContent = "This view could not be loaded. ";
        if (site) {
          const link = document.createElement("a");
          link.href = site;
          link.textContent = "Open the full page";
          words.append(link);
        }
        this.frame = null;
        this.failed = true;
        this.heard = false;
        this.told = 0;
        this.set(this.box, { "min-height": "0" });
        this.box.replaceChildren(words, document.createElement("slot"));
      }

      // Asks the view for something: "theme", "goto", "lang" or "print"; while it loads, as soon as it has said anything itself.
      send(type, value) {
        this.asked.push([type, value]);
        this.pass();
      }

      hear({ type, data }) {
        this.heard = true;
        this.pass();
        if (type === "height") {
          const height = Number(data && data.height);
          if (height > 0 && height < 1e5) {
            this.told = height;
            this.set(this.frame, { height: this.room() });
            this.set(this.box, { "min-height": "0" });
          }
        } else if (["ready", "select", "state", "error"].includes(type)) {
          this.dispatchEvent(new CustomEvent("daylight-" + type, { detail: data, bubbles: true }));
        }
      }
    }
    customElements.define(NAME, DaylightEmbed);
    addEventListener("message", ({ source, data }) => {
      if (!source || !data || data.source !== "daylight" || data.v !== 1) return;
      for (const embed of live) if (embed.frame && embed.frame.contentWindow === source) return embed.hear(data);
    });
  }

  if (self.customElements && !customElements.get(NAME)) define();

  // In one line: the view stands where the script does.
  if (own && ["view", "src", "event", "issue"].some((name) => own.dataset[name]) && !own.dataset.shown) {
    own.dataset.shown = "";
    const embed = document.createElement(NAME);
    // The element may be another script's, of another site or language.
    if (site) embed.site = site;
    for (const [key, name] of [["src", "src"], ["view", "view"], ["asOf", "as-of"], ["theme", "theme"], ["lang", "lang"], ["event", "event"], ["issue", "issue"], ["height", "height"], ["maxHeight", "max-height"], ["title", "title"]]) {
      if (own.dataset[key]) embed.setAttribute(name, own.dataset[key]);
    }
    const asked = own.dataset.target;
    const inHead = own.parentNode === document.head;
    const put = () => {
      let target = null;
      try {
        target = asked && document.querySelector(asked);
      } catch {
        console.warn(NAME + ": data-target is no selector: " + asked);
      }
      if (target) target.append(embed);
      else if (inHead) document.body.append(embed);
      else own.before(embed);
    };
    // A line that is not deferred runs before there is what comes after it.
    if (document.readyState === "loading" && (asked || inHead)) document.addEventListener("DOMContentLoaded", put);
    else put();
  }
})();
