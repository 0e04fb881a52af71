// The as-of date of our own page, moved a day at a time by the slider's keys: what a step takes with one view or another on screen.
import { launch, close, within, TimedOut, VIEWPORT } from './browser.mjs';
import { CAP, INIT, calibrate, metrics, perform, quiet, round, sleep } from './measure.mjs';
import { quantile } from './stats.mjs';

const DAYS = 60;                      // on, and as many back: 120 steps
/** What is on screen while the date moves: the slider itself with the total, then views below. */
export const ON_SCREEN = { lead: '.slider', gap: '#gap', promises: '#promises' };

/** One run: fresh browser, one load, 120 steps for each of ON_SCREEN. Never throws for what the page does. */
export async function asOf({ url, throttle = 1 }) {
  const out = { throttle, status: 'ok', noise: { ...(await quiet()), calib_ms: calibrate() }, views: {}, errors: [] };
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 }), page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
    page.on('pageerror', (e) => out.errors.push(String(e).slice(0, 200)));
    let crashed; const crash = new Promise((_, no) => { crashed = no; }); crash.catch(() => {});
    page.on('crash', () => crashed(new Error('renderer crashed')));
    await page.addInitScript({ content: INIT });
    await page.goto(url, { timeout: CAP });
    await page.waitForSelector('[data-daylight=ready]', { timeout: CAP });
    await sleep(1000);
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    for (const [name, selector] of Object.entries(ON_SCREEN)) {
      const deadline = Date.now() + CAP, left = () => deadline - Date.now();
      // The page brings what has the focus into view, so first the focus and only then the view.
      await page.evaluate(() => { document.activeElement.blur(); document.querySelector('.slider').focus({ preventScroll: true }); });
      await sleep(500);
      await page.evaluate((s) => document.querySelector(s).scrollIntoView({ block: s === '.slider' ? 'center' : 'start' }), selector);
      await sleep(500);                                     // what comes near is drawn
      const seen = () => page.evaluate((s) => { const r = document.querySelector(s).getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0; }, selector);
      const day = () => page.evaluate(() => document.querySelector('.slider').value);
      const key = (key, code) => () => cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: code })
        .then(() => cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code }));
      const steps = [...Array(DAYS).fill(key('ArrowRight', 39)), ...Array(DAYS).fill(key('ArrowLeft', 37))];
      const before = await day(), m0 = await metrics(cdp);
      const rec = await perform(page, { steps: steps.slice(0, DAYS) }, { left, crash });
      const there = await day();
      const back = await perform(page, { steps: steps.slice(DAYS) }, { left, crash });
      const m1 = await metrics(cdp), frames = [...rec.d.slice(0, rec.k), ...back.d.slice(0, back.k)];
      if (!(await seen())) { out.status = 'error'; out.errors.push(`${name} did not stay on screen`); }
      if (before === there || before !== (await day())) { out.status = 'error'; out.errors.push(`the date did not move there and back with ${name} on screen`); }
      out.views[name] = { frames: frames.length, p50: round(quantile(frames, 0.5)), p95: round(quantile(frames, 0.95)), max: round(Math.max(0, ...frames)), task_ms: round((m1.TaskDuration - m0.TaskDuration) * 1000) };
    }
  } catch (e) {
    out.status = e instanceof TimedOut ? `timed out (${e.what})` : 'error';
    out.errors.push(String(e).slice(0, 200));
  } finally { await close(browser); }
  return out;
}
