// A host page's side of the tests: what it hears, and a listener for each dialect, written as its host library has it.
self.heard = [];
// The embeds come from another origin, which answers on the same port.
self.site = location.origin.replace("127.0.0.1", "localhost");

addEventListener("message", ({ source, data }) => {
  const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);
  heard.push({ frame: frame ? frame.id : "", data });
});

// What a frame said of a type in our own envelope.
self.told = (id, type) =>
  heard.filter(({ frame, data }) => frame === id && data && data.source === "daylight" && data.type === type).map(({ data }) => data.data);

self.put = (id, path, attributes = {}) => {
  const frame = document.createElement("iframe");
  frame.id = id;
  frame.width = "600";
  frame.height = "150";
  for (const name in attributes) frame.setAttribute(name, attributes[name]);
  frame.src = site + path;
  document.getElementById("place").append(frame);
  return frame;
};

const resize = (frame, height) => {
  frame.height = String(height);
};

const from = (frame, hear) => addEventListener("message", ({ source, data }) => source === frame.contentWindow && hear(data));

self.hosts = {
  amp: (frame) =>
    from(frame, (data) => data && data.sentinel === "amp" && data.type === "embed-size" && resize(frame, data.height)),
  pym: (frame) =>
    from(frame, (data) => {
      if (typeof data !== "string") return;
      const found = data.match(new RegExp("^pymxPYMxpym-1xPYMx(\\S+)xPYMx(.*)$"));
      if (found && found[1] === "height") resize(frame, parseInt(found[2], 10));
    }),
  medium: (frame) =>
    from(frame, (data) => {
      if (typeof data !== "string" || data[0] !== "{") return;
      const said = JSON.parse(data);
      if (said.context === "iframe.resize" && said.src === frame.src) resize(frame, said.height);
    }),
  sizer: (frame) => {
    from(frame, (data) => {
      if (typeof data !== "string" || !data.startsWith("[iFrameSizer]sizer-1:")) return;
      const [, height, , event] = data.split(":");
      if (["init", "resizeObserver"].includes(event)) resize(frame, Number(height));
    });
    const init = "[iFrameSizer]sizer-1:8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::true:::";
    const greet = () => frame.contentWindow.postMessage(init, "*");
    from(frame, (data) => data === "[iFrameResizerChild]Ready" && greet());
    frame.addEventListener("load", greet);
  },
  resizer: (frame) => {
    from(frame, (data) => data && data.type === "iframe-resized" && data.height && resize(frame, data.height));
    frame.addEventListener("load", () => frame.contentWindow.postMessage({ type: "iframe-child-init" }, "*"));
  },
  own: (frame) =>
    from(frame, (data) => data && data.source === "daylight" && data.v === 1 && data.type === "height" && resize(frame, data.data.height)),
  datawrapper: (frame) =>
    from(frame, (data) => {
      const heights = data && data["datawrapper-height"];
      for (const id in heights || {}) resize(frame, heights[id]);
    }),
  // As WordPress does: it hides the frame, adds a secret, keeps to 200 to 1000 pixels, and goes only to the frame's own host.
  wordpress: (frame) => {
    const secret = "aB3dE6gH9k";
    frame.dataset.secret = secret;
    frame.style.setProperty("position", "absolute");
    frame.style.setProperty("visibility", "hidden");
    frame.src += "#?secret=" + secret;
    self.went = [];
    from(frame, (data) => {
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret) || data.secret !== secret) return;
      frame.removeAttribute("style");
      if (data.message === "height") resize(frame, Math.min(1000, Math.max(200, parseInt(data.value, 10))));
      if (data.message === "link" && new URL(data.value).host === new URL(frame.src).host) went.push(data.value);
    });
  },
};
