// Embeds of our built site: when an embed page first paints on a slow machine and line, beside a plain page of the same text; what an embed below
// the fold costs its host; and what the second to fifth embed on a page fetch.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, close, VIEWPORT } from './browser.mjs';
import { SLOW } from './goals.mjs';
import { CAP, calibrate, metrics, quiet, round, sleep } from './measure.mjs';

const VIEWS = ['gap', 'gap', 'gap', 'gap', 'gap'];

async function withPage(options, work) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1, ...options }), page = await context.newPage();
    return await work(page, await context.newCDPSession(page));
  } finally { await close(browser); }
}

const escape = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

/** Writes the text of an embed page as a plain page, a paragraph a line; gives its path below the server's root. */
async function plainPage(origin, work) {
  const [title, text] = await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/embed/gap/`, { timeout: CAP });
    return [await page.title(), await page.locator('body').innerText()];
  });
  const lines = text.split(/\n+/).filter((line) => line.trim()).map((line) => `<p>${escape(line)}</p>`);
  mkdirSync(join(work, 'build'), { recursive: true });
  writeFileSync(join(work, 'build', 'plain-gap.html'), `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${escape(title)}</title></head>\n<body>\n${lines.join('\n')}\n</body></html>\n`);
  return '/build/plain-gap.html';
}

/** Milliseconds to the first contentful paint on the slow machine and line. */
const firstPaint = (url) => withPage({}, async (page, cdp) => {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: SLOW.latency, downloadThroughput: SLOW.bits / 8, uploadThroughput: SLOW.bits / 8 });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  await page.goto(url, { timeout: CAP, waitUntil: 'commit' });
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, null, { timeout: CAP });
  return round(await paint.jsonValue());
});

/** The host's page: elsewhere than the embeds, with as many of them, so far below its top. */
const host = (origin, views, below) => `${origin.replace('127.0.0.1', 'localhost')}/peers/host.html?site=${encodeURIComponent(origin)}&views=${views.join()}&below=${below}`;
const ofSite = (requests) => requests.filter(({ path, from }) => from.startsWith('127.0.0.1') && path !== '/favicon.ico');

/** What a host page took of its main thread, in milliseconds, and what of the site was fetched for it. */
const belowFold = (server, views) => withPage({}, async (page, cdp) => {
  // The processor's time, not the clock's: others use the machine too.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  server.requests.length = 0;
  await page.goto(host(server.origin, views, 5000), { timeout: CAP, waitUntil: 'load' });
  await sleep(1500);
  const m = await metrics(cdp);
  return { task_ms: round(m.TaskDuration * 1000), script_ms: round(m.ScriptDuration * 1000), fetched: ofSite(server.requests).map(({ path, bytes }) => ({ path, bytes })) };
});

/** What each embed on a page fetched, in order: the first brings all, the others are added once it is ready. */
const five = (server) => withPage({}, async (page) => {
  server.requests.length = 0;
  await page.goto(host(server.origin, VIEWS.slice(0, 1), 0), { timeout: CAP });
  const ready = (count) => page.waitForFunction((count) => window.ready >= count, count, { timeout: CAP });
  const fetched = [];
  for (let at = 0; at < VIEWS.length; at++) {
    if (at) await page.evaluate((view) => window.add(view), VIEWS[at]);
    await ready(at + 1);
    // The record comes last.
    const deadline = Date.now() + CAP;
    while (!at && Date.now() < deadline && !server.requests.some(({ path }) => path.startsWith('/record-'))) await sleep(50);
    await sleep(1000);
    fetched.push(ofSite(server.requests.splice(0)).map(({ path, bytes }) => ({ path, bytes })));
  }
  return fetched;
});

/** One run of all three. Never throws for what the pages do. */
export async function embeds({ server, work }) {
  const out = { status: 'ok', noise: { ...(await quiet()), calib_ms: calibrate() }, errors: [] };
  try {
    const plain = await plainPage(server.origin, work);
    out.paint = { plain: await firstPaint(server.origin + plain), embed: await firstPaint(`${server.origin}/embed/gap/`) };
    const [without, loader] = [await belowFold(server, []), await belowFold(server, ['gap'])];
    out.below = { fetched: loader.fetched, script_ms: round(loader.script_ms - without.script_ms), task_ms: round(loader.task_ms - without.task_ms) };
    out.five = await five(server);
  } catch (e) {
    out.status = 'error';
    out.errors.push(String(e).slice(0, 200));
  }
  return out;
}
