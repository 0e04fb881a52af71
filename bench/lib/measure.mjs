import { readFileSync } from 'node:fs';
import { launch, close, within, TimedOut, VIEWPORT } from './browser.mjs';
import { quantile, sum, dropped, FRAME } from './stats.mjs';

export const CAP = 60000;             // ms, for each timed phase: load to ready, and gestures
const STEPS = 30;                     // per phase; 4 phases = 120 input steps
const CLICK_MS = 120;                 // no faster than a quick hand, where a peer zooms by button only
export const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
export const round = (v, d = 1) => (v == null ? null : Math.round(v * 10 ** d) / 10 ** d);

// In every page before its own scripts (and ours' own after it, lib/peers.mjs). Reports the mark 'bench:ready' through a CDP
// binding, so nothing polls.
export const INIT = `(() => {
  const B = window.__b = { longtasks: [], lcp: null };
  try { new PerformanceObserver(l => { for (const e of l.getEntries()) B.longtasks.push([e.startTime, e.duration]); }).observe({ type: 'longtask', buffered: true }); } catch {}
  try { new PerformanceObserver(l => { for (const e of l.getEntries()) B.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true }); } catch {}
  try { new PerformanceObserver(l => { for (const e of l.getEntries()) if (e.name === 'bench:ready' && window.__benchSignal) window.__benchSignal(String(e.startTime)); }).observe({ type: 'mark', buffered: true }); } catch {}
  B.start = () => { const r = B.rec = { on: true, d: [], from: performance.now() }; let last = 0;
    const f = t => { if (!r.on) return; if (last) r.d.push(t - last); last = t; requestAnimationFrame(f); }; requestAnimationFrame(f); };
  B.count = (sel) => { const e = sel && document.querySelector(sel); if (!e) return null;   // all nodes, text and comments too
    let k = 1; for (const w = document.createTreeWalker(e); w.nextNode();) k++; return k; };
  B.cut = () => { B.rec.stepFrames = B.rec.d.length; };
  B.stop = () => { const r = B.rec; r.on = false; const to = performance.now();
    return { d: r.d, k: r.stepFrames == null ? r.d.length : r.stepFrames, ms: to - r.from, long: B.longtasks.filter(x => x[0] + x[1] >= r.from).map(x => x[1]) }; };
})();`;

function cpuBusy() {                  // [busy, total, steal] in jiffies
  const f = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  const total = sum(f.slice(0, 8));
  return [total - f[3] - f[4], total, f[7]];
}
/** Share of the machine in use by others, over ms; waits (up to maxWait) for it to be quiet. */
export async function quiet(maxWait = +(process.env.BENCH_WAIT ?? 20000), ms = 300) {
  const t0 = Date.now();
  for (;;) {
    const a = cpuBusy(); await sleep(ms); const b = cpuBusy();
    const busy = (b[0] - a[0]) / Math.max(1, b[1] - a[1]);
    if (busy < 0.3 || Date.now() - t0 > maxWait) return { busy: round(busy, 2), waited_ms: Date.now() - t0 };
  }
}
/** A fixed piece of work (ms): how fast this machine is just now. */
export function calibrate() {
  const t = process.hrtime.bigint();
  let a = 1; for (let i = 0; i < 2e7; i++) a = (Math.imul(a, 1664525) + 1013904223) | 0;
  globalThis.__sink = a;
  return round(Number(process.hrtime.bigint() - t) / 1e6);
}

export async function metrics(cdp) {
  const { metrics: m } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(m.map((x) => [x.name, x.value]));
}
function rss(pid) {
  try {
    const s = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), k = (n) => +(s.match(new RegExp('^' + n + ':\\s+(\\d+)', 'm')) || [0, 0])[1];
    return { private_kb: k('Private_Dirty') + k('Private_Clean'), pss_kb: k('Pss') };
  } catch { return null; }
}

const ticks = (pid) => { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return +f[11] + +f[12]; } catch { return 0; } };
/** The page's own renderer: the one whose CPU time grows while the page burns some. (The largest may be another tab's.) */
async function rendererOf(page, browser) {
  const s = await browser.newBrowserCDPSession(), { processInfo } = await s.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter((p) => p.type === 'renderer').map((p) => p.id), a = pids.map(ticks);
  for (let k = 0; k < 5; k++) {           // on a busy machine 200 ms by the clock may be little work
    await page.evaluate(() => { const t = performance.now(); while (performance.now() - t < 200); });
    const grew = pids.map((p, i) => [ticks(p) - a[i], p]).sort((x, y) => y[0] - x[0]);
    if (grew[0] && grew[0][0] >= 5) return grew[0][1];
  }
  return null;
}

/** Bytes of wasm memory in the page (workers left out). No heap figure of Chromium holds them. */
async function wasmBytes(cdp) {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const r = await cdp.send('Runtime.callFunctionOn', { objectId: objects.objectId, returnByValue: true, functionDeclaration: 'function () { return this.reduce((s, m) => { try { return s + m.buffer.byteLength; } catch { return s; } }, 0); }' });
  return r.result.value;
}

/** One run: fresh browser, one load, memory, 120 steps. Never throws for what the page does. */
export async function run({ url, init = null, throttle = 1, gestures = true, uasm = false, shots = null, log = () => {} }) {
  const out = { url, throttle, status: 'ok', noise: { ...(await quiet()), calib_ms: calibrate() }, errors: [] };
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
    const page = await context.newPage();
    // Warm the processes on a page that is not measured.
    await page.goto('data:text/html,<p>warm <svg width=20 height=20><circle r=9 cx=10 cy=10 /></svg>');
    await sleep(600);                                      // the browser's own first tab has its start-up behind it
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
    await cdp.send('Runtime.enable');
    let signal; const ready = new Promise((ok) => { signal = ok; });
    cdp.on('Runtime.bindingCalled', (e) => { if (e.name === '__benchSignal') signal(+e.payload); });
    await cdp.send('Runtime.addBinding', { name: '__benchSignal' });
    page.on('pageerror', (e) => out.errors.push(String(e).slice(0, 200)));
    let crashed; const crash = new Promise((_, no) => { crashed = no; }); crash.catch(() => {});
    page.on('crash', () => crashed(new Error('renderer crashed')));
    await page.addInitScript({ content: INIT });
    if (init) await page.addInitScript({ content: init });
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });

    // 1. load
    const deadline = Date.now() + CAP;
    const left = () => deadline - Date.now();
    const before = await metrics(cdp);
    const nav = page.goto(url, { waitUntil: 'commit', timeout: CAP });
    try {
      const resp = await within(left(), 'load', Promise.race([nav, crash]));
      if (resp && resp.status() >= 400) { out.status = 'error'; out.errors.push('HTTP ' + resp.status()); return out; }
      const at = await within(left(), 'load', Promise.race([ready, crash]));
      out.load = { ready_ms: round(at) };
    } catch (e) {
      if (e instanceof TimedOut) {
        out.status = 'timed out (load)';
        // The screen may still answer: what had been painted by then.
        const fcp = await within(1500, 'x', page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)).catch(() => null);
        out.load = { ready_ms: null, fcp_ms: round(fcp ?? null) };
      } else { out.status = 'error'; out.errors.push(String(e).slice(0, 200)); }
      return out;
    }
    // 2. settle, then what the load cost. (A page busy after 'ready' is waited for, within the cap.)
    const settled = async () => {
      await sleep(300);
      await within(Math.max(left(), 5000), 'settle', page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))));
      await sleep(1000);
    };
    try {
      await settled();
      const l = await within(Math.max(left(), 5000), 'settle', page.evaluate(() => ({
        fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
        data: performance.getEntriesByName('bench:data')[0]?.startTime ?? null,
        lcp: window.__b.lcp, long: window.__b.longtasks,
        nodes: document.querySelectorAll('*').length, timeline: window.__bench ? window.__b.count(window.__bench.count) : null,
        canvases: [...document.querySelectorAll('canvas')].reduce((s, c) => s + c.width * c.height * 4, 0),
        drawn: window.__bench && window.__bench.drawn ? window.__bench.drawn() : null,
        contract: window.__bench ? { ...window.__bench } : {},
        isolated: self.crossOriginIsolated,
      })));
      const after = await metrics(cdp);
      Object.assign(out.load, {
        fcp_ms: round(l.fcp), lcp_ms: round(l.lcp), data_ms: round(l.data),
        long_tasks: l.long.length, longest_ms: round(Math.max(0, ...l.long.map((x) => x[1]))), tbt_ms: round(sum(l.long.map((x) => Math.max(0, x[1] - 50)))),
        task_ms: round((after.TaskDuration - before.TaskDuration) * 1000), script_ms: round((after.ScriptDuration - before.ScriptDuration) * 1000),
        layout_ms: round((after.LayoutDuration - before.LayoutDuration) * 1000), style_ms: round((after.RecalcStyleDuration - before.RecalcStyleDuration) * 1000),
      });
      // 3. memory
      await within(CAP, 'memory', (async () => {
        await cdp.send('HeapProfiler.collectGarbage');
        await sleep(100);
        await cdp.send('HeapProfiler.collectGarbage');
        const heap = await cdp.send('Runtime.getHeapUsage');
        const dom = await cdp.send('Memory.getDOMCounters');
        const wasm = await wasmBytes(cdp).catch(() => null);
        const pid = await rendererOf(page, browser), mem = pid ? rss(pid) : null;
        out.memory = {
          js_heap_mb: round(heap.usedSize / 1048576, 2), backing_mb: heap.backingStorageSize == null ? null : round(heap.backingStorageSize / 1048576, 2),
          wasm_mb: wasm == null ? null : round(wasm / 1048576, 2), heap_all_mb: round((heap.usedSize + (heap.backingStorageSize || 0) + (wasm || 0)) / 1048576, 2),
          embedder_mb: heap.embedderHeapUsedSize == null ? null : round(heap.embedderHeapUsedSize / 1048576, 2),
          renderer_private_mb: mem ? round(mem.private_kb / 1024) : null, renderer_pss_mb: mem ? round(mem.pss_kb / 1024) : null,
          elements: l.nodes, dom_nodes: dom.nodes, timeline_nodes: l.timeline, listeners: dom.jsEventListeners, drawn: l.drawn, canvas_mb: round(l.canvases / 1048576),
        };
        if (uasm && l.isolated) {
          out.memory.uasm_mb = await within(15000, 'uasm', page.evaluate(() => performance.measureUserAgentSpecificMemory().then((r) => r.bytes / 1048576))).then((v) => round(v, 2)).catch(() => null);
        }
      })());
      if (shots) await page.screenshot({ path: shots + '.png' }).catch(() => {});
      // 4. gestures
      if (gestures) out.gesture = await gesture(page, cdp, l.contract, crash, log);
      if (out.gesture && out.gesture.timed_out) out.status = 'timed out (gestures)';
      if (out.gesture && out.gesture.none) out.status = 'ok, no gestures';
      if (shots && out.gesture && !out.gesture.timed_out && !out.gesture.none) await probe(page, cdp, l.contract, shots, out).catch((e) => { out.probe = { error: String(e).slice(0, 120) }; });
    } catch (e) {
      if (e instanceof TimedOut) out.status = 'timed out (' + e.what + ')';
      else { out.status = 'error'; out.errors.push(String(e).slice(0, 200)); }
    }
    return out;
  } finally { await close(browser); }
}

async function box(page, sel) {
  return within(5000, 'gestures', page.evaluate((s) => {
    const e = document.querySelector(s); if (!e) return null;
    const r = e.getBoundingClientRect(), top = Math.max(0, r.top), bottom = Math.min(innerHeight, r.bottom);
    return { x: r.left + r.width / 2, y: top + (bottom - top) / 2, w: r.width, h: bottom - top };
  }, sel));
}
const MOD = { alt: 1, ctrl: 2, meta: 4, shift: 8 };

/** The steps of each phase as functions; contract: README. */
async function plan(page, cdp, c, n = STEPS) {
  const at = await box(page, c.target || 'main');
  if (!at || at.w < 50 || at.h < 20) return null;
  const mouse = (type, p, more = {}) => cdp.send('Input.dispatchMouseEvent', { type, x: p.x, y: p.y, ...more });
  const wheel = (dx, dy, m) => () => mouse('mouseWheel', at, { deltaX: dx, deltaY: dy, modifiers: m || 0 });
  const phases = [];
  const pans = (dir) => {
    if (c.pan === 'wheel-x') return { name: 'pan', steps: Array.from({ length: n }, () => wheel(dir * 60, 0)) };
    if (c.pan === 'wheel-y') return { name: 'pan', steps: Array.from({ length: n }, () => wheel(0, dir * 60)) };
    const px = Math.min(8, (at.w - 80) / 2 / n), x0 = at.x + dir * px * n / 2;   // drag: 30 moves of 8 px
    const p = (i) => ({ x: x0 - dir * px * i, y: at.y });
    return { name: 'pan', begin: async () => { await mouse('mouseMoved', p(0)); await mouse('mousePressed', p(0), { button: 'left', buttons: 1, clickCount: 1 }); },
      steps: Array.from({ length: n }, (_, i) => () => mouse('mouseMoved', p(i + 1), { button: 'left', buttons: 1 })),
      end: () => mouse('mouseReleased', p(n), { button: 'left', buttons: 0, clickCount: 1 }) };
  };
  let zoomIn, zoomOut;
  if (c.zoom === 'click') {
    const a = await box(page, c.zoomIn), b = await box(page, c.zoomOut);
    if (!a || !b) return null;
    const click = (p) => async () => { await mouse('mousePressed', p, { button: 'left', buttons: 1, clickCount: 1 }); await mouse('mouseReleased', p, { button: 'left', buttons: 0, clickCount: 1 }); };
    const lv = c.zoomLevels || 8, seq = [];
    for (let k = 0, up = true; seq.length < n; k++) { seq.push(up); if (k % lv === lv - 1) up = !up; }
    zoomIn = seq.map((u) => click(u ? a : b));
    zoomOut = [...seq].reverse().map((u) => click(u ? b : a));
  } else {
    const m = MOD[c.zoomModifier] || 0;
    zoomIn = Array.from({ length: n }, () => wheel(0, -100, m)); zoomOut = Array.from({ length: n }, () => wheel(0, 100, m));
  }
  const pace = c.zoom === 'click' ? CLICK_MS : FRAME;
  phases.push({ name: 'zoom', pace, begin: () => mouse('mouseMoved', at), steps: zoomIn }, pans(1), pans(-1), { name: 'zoom', pace, steps: zoomOut });
  return phases;
}

/** The steps of one phase: {begin, steps, end, pace}. Gives the frames meanwhile, as the page recorded them. No faster than 60 a second, and
 *  never more than two unanswered: a slow page always has the next input waiting, as under a real hand, but none is merged away, so
 *  every page does the same steps. */
export async function perform(page, ph, { left, crash, answered = () => {} }) {
  const timed = (work) => within(left(), 'gestures', work);
  if (ph.begin) await timed(ph.begin());
  await timed(page.evaluate(() => window.__b.start()));
  let next = performance.now();
  const open = [];
  for (const step of ph.steps) {
    if (open.length >= 2) await timed(Promise.race([open.shift(), crash]));
    const now = performance.now();
    if (now < next) await sleep(next - now);
    const s = performance.now();
    next = s + (ph.pace || FRAME);
    const p = step().then(() => answered(performance.now() - s));
    p.catch(() => {}); open.push(p);
  }
  for (const p of open) await timed(Promise.race([p, crash]));
  await timed(page.evaluate(() => new Promise((r) => requestAnimationFrame(() => { window.__b.cut(); r(); }))));
  if (ph.end) await timed(ph.end());
  await sleep(250);                                       // late work (debounced redraws) counts in the task time
  return timed(page.evaluate(() => window.__b.stop()));
}

async function gesture(page, cdp, c, crash) {
  if (c.reveal) await page.evaluate((s) => document.querySelector(s)?.scrollIntoView({ block: 'nearest' }), c.target);
  const phases = await plan(page, cdp, c);
  if (!phases) return { none: 'no target ' + (c.target || 'main') };
  const deadline = Date.now() + CAP, left = () => deadline - Date.now();
  const g = { steps_done: 0, steps: phases.length * STEPS, acks: [], phases: [], view_before: null, view_after: null };
  const view = () => page.evaluate(() => (window.__bench && window.__bench.view ? window.__bench.view() : null));
  try {
    g.view_before = await within(left(), 'gestures', view());
    const m0 = await metrics(cdp), t0 = Date.now();
    for (const ph of phases) {
      const rec = await perform(page, ph, { left, crash, answered: (ms) => { g.acks.push(ms); g.steps_done++; } });
      g.phases.push({ name: ph.name, frames: rec.d.slice(0, rec.k).map((v) => round(v)), settle_max_ms: round(Math.max(0, ...rec.d.slice(rec.k))), long: rec.long.map((v) => round(v)) });
      if (g.phases.length === 1) g.view_zoomed = await within(left(), 'gestures', view());
      if (c.count) g.timeline_nodes = Math.max(g.timeline_nodes ?? 0, await within(left(), 'gestures', page.evaluate((s) => window.__b.count(s), c.count)) ?? 0);
    }
    const m1 = await metrics(cdp);
    g.wall_ms = Date.now() - t0;
    for (const [k, n] of [['task_ms', 'TaskDuration'], ['script_ms', 'ScriptDuration'], ['layout_ms', 'LayoutDuration'], ['style_ms', 'RecalcStyleDuration']]) g[k] = round((m1[n] - m0[n]) * 1000);
    g.view_after = await within(5000, 'x', view()).catch(() => null);
  } catch (e) {
    if (!(e instanceof TimedOut)) throw e;
    g.timed_out = true;
  }
  const fr = g.phases.flatMap((p) => p.frames), of = (n) => g.phases.filter((p) => p.name === n).flatMap((p) => p.frames);
  Object.assign(g, {
    frames: fr.length, p50: round(quantile(fr, 0.5)), p95: round(quantile(fr, 0.95)), p99: round(quantile(fr, 0.99)), max: round(Math.max(0, ...fr)),
    zoom_p95: round(quantile(of('zoom'), 0.95)), pan_p95: round(quantile(of('pan'), 0.95)),
    dropped: dropped(fr), dropped_pct: fr.length ? round(100 * dropped(fr) / (fr.length + dropped(fr))) : null,
    long_tasks: sum(g.phases.map((p) => p.long.length)), long_ms: round(sum(g.phases.flatMap((p) => p.long))),
    ack_p50: round(quantile(g.acks, 0.5)), ack_p95: round(quantile(g.acks, 0.95)),
  });
  g.acks = undefined;
  return g;
}

/** After the measured gestures: does a wheel and a drag change what is on the screen at all? */
async function probe(page, cdp, c, shots, out) {
  const phases = await plan(page, cdp, c, 6), shot = (p) => within(10000, 'probe', page.screenshot(p ? { path: p } : {}));
  const go = async (ph) => { if (ph.begin) await ph.begin(); for (const s of ph.steps) { await s(); await sleep(20); } if (ph.end) await ph.end(); await sleep(1300); };
  const a = await shot(); await go(phases[0]); const b = await shot(shots + '-zoomed.png'); await go(phases[1]); const d = await shot();
  out.probe = { zoom_changes_screen: !a.equals(b), pan_changes_screen: !b.equals(d) };
}
