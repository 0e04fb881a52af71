// An issue's own page is written for the day that the dossier opens with. Who comes with another day in the address is told so, and led back
// to that day; the same page in another language keeps it, and so does what is shared from here.

const on = new URLSearchParams(location.search).get("on") ?? "";
const line = document.getElementById("issue-on");
const [time, way] = ["time", "a"].map((name) => line.querySelector(name));
const day = new Date(/^\d{4}-\d\d-\d\d$/.test(on) ? on : NaN);
// A day that no month has is the first days of the next one to some browsers.
const { from, to } = line.dataset;
if (!isNaN(day) && day.toISOString().startsWith(on) && from <= on && on <= to && on !== time.dateTime) {
  const lang = document.documentElement.lang;
  time.dateTime = on;
  time.textContent = day.toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  way.search = `on=${on}&${way.search.slice(1)}`;
  document.querySelector(".back a").search = way.search;
  for (const link of document.querySelectorAll(".languages a")) link.search = "on=" + on;
  document.querySelector('a[href*="share/?"]').search += "&on=" + on;
  line.hidden = false;
}
