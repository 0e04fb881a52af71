// What a cold load fetches: every request of page and workers, raw and brotli-11 sizes computed here.
import { launch, close, within, TimedOut, VIEWPORT } from './browser.mjs';
import { brotli } from './brotli.mjs';
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
export async function bytes({ url, cap = 60000, cacheDir, init = null }) {
  const browser = await launch(), seen = [], blocked = [];
  try {
    const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
    if (init) await page.addInitScript({ content: init });
    let last = Date.now(), done = false, open = 0;
    page.on('request', () => { last = Date.now(); open++; });
    page.on('requestfinished', async (q) => {
      last = Date.now(); open--;
      if (!/^https?:/.test(q.url())) return;
      const r = await q.response().catch(() => null);
      seen.push({ url: q.url(), type: q.resourceType(), status: r ? r.status() : 0, method: q.method(), sent: await q.sizes().then((s) => s.responseBodySize).catch(() => null) });
    });
    page.on('requestfailed', (q) => { last = Date.now(); open--; if (/^https?:/.test(q.url())) blocked.push({ url: q.url().slice(0, 160), type: q.resourceType(), why: q.failure()?.errorText }); });
    await page.addInitScript(() => { new PerformanceObserver((l) => { for (const e of l.getEntries()) if (e.name === 'bench:ready') console.debug('bench:ready'); }).observe({ type: 'mark', buffered: true }); });
    page.on('console', (m) => { if (m.text() === 'bench:ready') done = true; });
    const t0 = Date.now();
    await page.goto(url, { waitUntil: 'commit', timeout: cap });
    while (Date.now() - t0 < cap) {
      await sleep(100);
      if (done && Date.now() - last > 1500) break;
      if (!done && seen.length && open <= 0 && Date.now() - last > 8000) break;    // busy drawing: all has been fetched
    }
  } catch (e) { if (!(e instanceof TimedOut)) seen.error = String(e).slice(0, 160); } finally { await close(browser); }
  const list = [];
  for (const r of seen) {
    if (r.method !== 'GET' || r.status >= 300) { list.push({ ...r, raw: r.sent || 0, br: r.sent || 0 }); continue; }
    const body = Buffer.from(await (await fetch(r.url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer());
    const c = await brotli(body, cacheDir);
    list.push({ url: r.url, type: r.type, status: r.status, raw: body.length, br: Math.min(body.length, c.body.length), quality: c.quality, data: new URL(r.url).pathname.startsWith('/data/') });
  }
  const tot = (f, k) => list.filter(f).reduce((s, r) => s + r[k], 0), all = () => true;
  return { requests: list.length, raw: tot(all, 'raw'), br: tot(all, 'br'), code_raw: tot((r) => !r.data, 'raw'), code_br: tot((r) => !r.data, 'br'), data_raw: tot((r) => r.data, 'raw'), data_br: tot((r) => r.data, 'br'),
    approximate: list.some((r) => r.quality === 9), blocked: blocked.length, blocked_list: blocked, list, error: seen.error };
}
