// Sent by `daylight serve --live` with every page, and part of no site: reloads the page when the site was built again.
let version = "";
for (;;) {
  try {
    const answer = await fetch(`/-daylight-live?${version}`);
    const next = await answer.text();
    if (version && next !== version) location.reload();
    version = next;
  } catch {
    // The server is gone, perhaps for a moment.
    await new Promise((again) => setTimeout(again, 2000));
  }
}
