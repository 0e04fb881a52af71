// The page for any dossier, in the studio's frame: it draws what the studio sends it, in place. Elsewhere this does nothing.
const script = document.querySelector("script[data-check]");
const address = (name) => new URL(name, document.baseURI).href;

if (window.name === "daylight-live" && parent !== window) {
  const say = (said) => parent.postMessage({ daylight: 1, ...said }, location.origin);
  const load = async () => {
    const app = await import(address(script.dataset.js));
    await app.default({ module_or_path: address(script.dataset.wasm) });
    return app;
  };
  // Said on the page itself, in its own words, and to the studio, which does not wait for it then.
  // Then the page has stopped, or begins anew: what else breaks is no news.
  let over = false;
  const fail = (words, error) => {
    over = true;
    console.error(error);
    const notice = document.getElementById("notice");
    notice.textContent = notice.dataset[words];
    notice.hidden = false;
    say({ type: "failed" });
  };
  // A program that gets no more memory reports nothing: it is known by its trap alone.
  const look = (error) => {
    if (error?.name === "RuntimeError" && !over) fail("stopped", error);
  };
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
  const loaded = load();
  document.addEventListener("daylight:record", () => import(address(script.dataset.bar)), { once: true });
  // A link that leads away from the page would take the page away.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.pathname !== location.pathname) link.target = "_blank";
  }, true);
  addEventListener("message", async ({ origin, source, data }) => {
    if (origin !== location.origin || source !== parent || !data || data.daylight !== 1 || data.type !== "dossier") return;
    const app = await loaded;
    try {
      const state = app.live(data.text, data.table, data.parts, (message) => {
        console.error(message);
        over = true;
        // A broken program is never used again; the page begins anew and asks for the dossier.
        location.reload();
      });
      say({ type: "drawn", state });
    } catch (error) {
      if (!over) fail("stopped", error);
    }
  });
  loaded.then(() => say({ type: "ready" }), (error) => fail("WebAssembly" in self ? "notfetched" : "notstarted", error));
}
