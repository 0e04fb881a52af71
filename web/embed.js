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
    lead: [1070, 880, 770],
    timeline: [4500, 920, 850],
    gap: [6400, 5500, 3100],
    words: [6400, 4900, 3200],
    meetings: [2000, 1600, 1200],
    clock: [4100, 3400, 2350],
    promises: [5900, 4500, 3700],
    launches: [3300, 2900, 1700],
    argument: [6400, 4500, 3150],
    sources: [2800, 1750, 1450],
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
      static observedAttributes = ["src", "view", "as-of", "theme", "lang", "event", "issue", "height"];

      constructor() {
        super();
        const shadow = this.attachShadow({ mode: "open" });
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

      // What is reserved until the view tells its height.
      room() {
        const given = parseInt(this.getAttribute("height"), 10);
        const most = parseInt(this.getAttribute("max-height"), 10) || Infinity;
        const width = this.getBoundingClientRect().width;
        return (given > 0 ? given : Math.min(most, reserved(this.view.split("/")[0], width))) + "px";
      }

      // The frame's address, or null where there can be none.
      address() {
        const src = this.getAttribute("src");
        try {
          if (!src && (!site || !/^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(this.view))) return null;
          const url = new URL(src || "embed/" + this.view + "/", src ? document.baseURI : site);
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
        this.rest();
      }

      rest() {
        if (this.near) this.near.disconnect();
        clearTimeout(this.timer);
      }

      attributeChangedCallback(name, before, now) {
        if (before === now || !this.isConnected || !(this.frame || this.failed)) return;
        if (this.failed) this.show();
        else if (name === "theme") this.send("theme", now || "light");
        else if (name === "lang") this.send("lang", now);
        else if (name === "height") return;
        else if (name === "src" || name === "view" || !this.hasAttribute("view")) this.show();
        else this.send("goto", { [name === "as-of" ? "on" : name]: now });
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
        this.frame.title = this.getAttribute("title") || "Daylight: " + this.view;
        this.heard = false;
        if (this.frame.src !== url.href) this.frame.src = url.href;
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
        this.set(this.box, { "min-height": "0" });
        this.box.replaceChildren(words, document.createElement("slot"));
      }

      // Asks the view for something: "theme", "goto", "lang" or "print".
      send(type, value) {
        const inside = this.frame && this.frame.contentWindow;
        if (inside) inside.postMessage({ source: "daylight-host", v: 1, type, value }, "*");
      }

      hear({ type, data }) {
        this.heard = true;
        if (type === "height") {
          const height = Number(data && data.height);
          if (height > 0 && height < 1e5) {
            const most = parseInt(this.getAttribute("max-height"), 10);
            this.set(this.frame, { height: (most > 0 ? Math.min(height, most) : height) + "px" });
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
    for (const [key, name] of [["src", "src"], ["view", "view"], ["asOf", "as-of"], ["theme", "theme"], ["lang", "lang"], ["event", "event"], ["issue", "issue"], ["height", "height"], ["maxHeight", "max-height"], ["title", "title"]]) {
      if (own.dataset[key]) embed.setAttribute(name, own.dataset[key]);
    }
    const target = own.dataset.target && document.querySelector(own.dataset.target);
    if (target) target.append(embed);
    else if (own.parentNode === document.head) document.body.append(embed);
    else own.before(embed);
  }
})();
