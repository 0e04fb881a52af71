// The as-of date within reach far down the page: a bar at the lower edge once the lead's own controls have gone up out of sight.
// Its buttons press those controls, so the date has one way to change; `browser::dated` writes the date in it.
const bar = document.getElementById("as-of-bar");

// The control in the lead that a button of the bar stands for.
const own = (button) => document.querySelector("#lead " + button.dataset.presses);

// There is not always a turning point before or after. A button that presses nothing says so, and keeps the focus.
function offer() {
  for (const button of bar.querySelectorAll("[data-presses]"))
    button.setAttribute("aria-disabled", own(button) ? "false" : "true");
}

if (bar) {
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-presses]");
    if (button) own(button)?.click();
  });
  new MutationObserver(offer).observe(bar.querySelector("time"), { childList: true, characterData: true, subtree: true });

  const watch = new IntersectionObserver((entries) => {
    const { target, isIntersecting, boundingClientRect } = entries.at(-1);
    if (!target.isConnected) return;
    const was = bar.hidden;
    bar.hidden = isIntersecting || boundingClientRect.bottom > 0;
    // Not by :has(), which would have every change on the page looked at again.
    document.documentElement.toggleAttribute("data-bar", !bar.hidden);
    if (was && !bar.hidden) offer();
    // What lies below the screen counts as in sight: a jump from there to above it would else be no change.
  }, { rootMargin: "0px 0px 100000px" });
  // Where the app is begun anew, it stands in an element of its own, and is drawn there afresh. Controls that go while they are out of
  // sight change nothing that the observer would tell of.
  const redrawn = new MutationObserver(() => follow());
  const follow = () => {
    watch.disconnect();
    const app = document.getElementById("daylight");
    const controls = app.querySelector("#lead .as-of");
    if (controls) watch.observe(controls);
    redrawn.observe(app, { childList: true });
    redrawn.observe(app.parentNode, { childList: true });
  };
  follow();
}
