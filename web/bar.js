// The as-of date within reach wherever the page is: a bar at the lower edge while the lead's own controls are out of sight, above the
// screen or, on a phone, still below it, where what the date changes would else be gone before the date can be changed. A screen wider
// than it is high shows little at first, and the bar would lie over that: there it comes once the page has been scrolled.
// Its buttons press those controls, so the date has one way to change; `browser::dated` writes the date in it.
const bar = document.getElementById("as-of-bar");

// The control in the lead that a button of the bar stands for.
const own = (button) => document.querySelector("#lead " + button.dataset.presses);

// There is not always a turning point before or after. A button that presses nothing says so, and keeps the focus.
function offer() {
  for (const button of bar.querySelectorAll("[data-presses]"))
    button.setAttribute("aria-disabled", own(button) ? "false" : "true");
}

// The words above the controls of the date grow and shrink with what they say. While the controls are in sight the room is kept that those
// words once took, and where they take more, the page goes along: whoever presses a button again finds it where it was. Out of sight the
// browser holds fast what is read, unless it cannot.
const anchors = CSS.supports("overflow-anchor", "auto");
let width, most, kept = 0;
const measured = () => document.querySelector("#lead .sentence")?.getBoundingClientRect() ?? {};
const words = new MutationObserver(() => {
  const now = measured();
  const before = now.width === width ? most : now.height;
  width = now.width;
  if (anchors && !bar.hidden) return (most = now.height + kept);
  most = Math.max(before, now.height);
  if (kept !== most - now.height) {
    kept = most - now.height;
    document.querySelector("#lead .glance").style.paddingBottom = kept + "px";
  }
  const grown = most - before;
  const { top } = document.querySelector("#lead .step").getBoundingClientRect();
  if (grown > 0 && top - grown < innerHeight && navigator.userActivation?.hasBeenActive) scrollBy(0, grown);
});

if (bar) {
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-presses]");
    if (button) own(button)?.click();
  });
  // Where there is an on-screen keyboard the style sheet puts the bar away while somebody types.
  for (const kind of ["focusin", "focusout"])
    addEventListener(kind, ({ type, target }) => bar.toggleAttribute("data-typing", type === "focusin" && target.type === "search"));
  new MutationObserver(offer).observe(bar.querySelector("time"), { childList: true, characterData: true, subtree: true });

  let scrolled = scrollY > 0;
  const watch = new IntersectionObserver((entries) => {
    const { target, isIntersecting } = entries.at(-1);
    if (!target.isConnected) return;
    bar.hidden = isIntersecting || (!scrolled && matchMedia("(orientation: landscape)").matches);
    // Not by :has(), which would have every change on the page looked at again.
    document.documentElement.toggleAttribute("data-bar", !bar.hidden);
    const now = measured();
    if (now.width !== width) [width, most] = [now.width, now.height];
    // It would make up for words that shrink, and not for the room that is kept in their place.
    document.documentElement.style.overflowAnchor = bar.hidden ? "none" : "";
    if (!bar.hidden) offer();
  });
  // Where the app is begun anew, it stands in an element of its own, and is drawn there afresh. Controls that go while they are out of
  // sight change nothing that the observer would tell of.
  const redrawn = new MutationObserver(() => follow());
  const follow = () => {
    watch.disconnect();
    words.disconnect();
    const app = document.getElementById("daylight");
    const controls = app.querySelector("#lead .step");
    if (controls) watch.observe(controls);
    // A timeline by itself has no such words.
    const said = app.querySelector("#lead .sentence");
    if (said) words.observe(said, { childList: true, characterData: true, subtree: true });
    redrawn.observe(app, { childList: true });
    redrawn.observe(app.parentNode, { childList: true });
  };
  follow();
  addEventListener("scroll", () => {
    scrolled = true;
    follow();
  }, { once: true });
}
