// The goals of the timeline, as ratios within one run: what each asks, what was measured, and whether it holds. Pure.
import { LIMIT_FRAME, median } from './stats.mjs';

const num = (v, d = 1) => (v == null ? '–' : Number(v).toLocaleString('en-GB', { maximumFractionDigits: d, minimumFractionDigits: d }));
const size = (n) => n.toLocaleString('en-GB');
const NOT = 'not measured';
/** A slow machine and line: the processor's factor, bits a second, and milliseconds there and back. */
export const SLOW = { cpu: 4, bits: 1.6e6, latency: 150 };

/** Rows of {goal, measured, verdict}; the verdict begins with holds, misses or not measured, or is empty where nothing is asked. */
export function goals(res) {
  const { peers, ns } = res.meta, rows = [];
  const ours = peers.find((p) => p.id === 'ours');
  if (!ours) return rows;
  const cell = (id, n, t) => res.cells.find((c) => c.peer === id && c.n === n && c.throttle === t);
  const value = (id, n, t, key) => cell(id, n, t)?.median?.[key];
  const add = (goal, measured, verdict) => rows.push({ goal, measured, verdict });

  /** ms to ready; Infinity if the cell was tried and never got there; undefined if it was not tried. */
  const ready = (id, n) => { const c = cell(id, n, 1); return c ? c.median?.['load.ready_ms'] ?? Infinity : undefined; };
  const soonest = (n, ids) => peers.filter((p) => !p.control && p.id !== 'ours' && ids(p.id)).map((p) => ({ label: p.label, ms: ready(p.id, n) })).filter((x) => x.ms != null).sort((a, b) => a.ms - b.ms)[0];
  const ratio = (goal, n, rival, limit, strict = false) => {
    const mine = ready('ours', n);
    if (mine == null || !rival) return add(goal, NOT, NOT);
    const r = mine === Infinity ? Infinity : mine / rival.ms;          // a rival that timed out is slower than anything that did not
    const told = `${num(mine, 0)} ms against ${rival.ms === Infinity ? 'none in 60 s' : num(rival.ms, 0) + ' ms'} (${rival.label})`;
    add(goal, mine === Infinity ? 'ours was not ready' : `${num(r, 2)}x: ${told}`, (strict ? r < limit : r <= limit) ? 'holds' : 'misses');
  };
  const library = (id) => id !== 'd3svg', any = () => true, d3 = (id) => id === 'd3svg';
  for (const n of [100, 1000]) ratio(`ready at ${size(n)}: at most 1.3x of D3 by hand`, n, soonest(n, d3), 1.3);
  for (const n of [100, 1000]) ratio(`ready at ${size(n)}: before every library`, n, soonest(n, library), 1, true);
  ratio('ready at 10,000: before everything', 10000, soonest(10000, any), 1, true);
  ratio('ready at 100,000: at most half of the soonest', 100000, soonest(100000, any), 0.5);

  /** One row over all sizes: `of` gives a number, or undefined where it was not measured. */
  const every = (goal, of, limit, digits, asked = true) => {
    const got = ns.map((n) => [n, of(n)]).filter(([, v]) => v != null);
    const over = got.filter(([, v]) => !(v <= limit)).map(([n]) => size(n));
    add(goal, got.length ? got.map(([n, v]) => `${size(n)}: ${num(v, digits)}`).join('; ') : NOT,
      !asked ? '' : !got.length ? NOT : over.length ? `misses at ${over.join(', ')}` : got.length < ns.length ? 'holds where measured' : 'holds');
  };
  const works = (n) => {
    const c = cell('ours', n, 1); if (!c) return undefined;
    const probe = c.runs?.find((r) => r.probe)?.probe;
    return [[c.status === 'ok', c.status], [c.median?.['memory.drawn'] > 0, 'no event drawn'], [probe?.zoom_changes_screen, 'a wheel changes nothing'], [probe?.pan_changes_screen, 'a drag changes nothing']].filter(([ok]) => !ok).map(([, why]) => why);
  };
  const tried = ns.map((n) => [n, works(n)]).filter(([, w]) => w), broken = tried.filter(([, w]) => w.length);
  add('loads, draws, zooms and pans, up to 1,000,000', broken.length ? broken.map(([n, w]) => `${size(n)}: ${w.join(', ')}`).join('; ') : tried.map(([n]) => size(n)).join(', ') || NOT,
    broken.length ? `misses at ${broken.map(([n]) => size(n)).join(', ')}` : tried.some(([n]) => n >= 1e6) ? 'holds' : tried.length ? 'holds where measured' : NOT);

  for (const t of res.meta.throttles) {
    const slow = t === 1 ? 'as it is' : `${t}x slower`;
    every(`p95 frame of zoom and pan, ms, ${slow}: at most ${t === 1 ? '16.7' : '33'}`, (n) => value('ours', n, t, 'gesture.p95') ?? ((cell('ours', n, t)?.status ?? 'ok') === 'ok' ? undefined : Infinity), LIMIT_FRAME * (t === 1 ? 1 : 2), 1);
    const mine = value('ours', 1000, t, 'gesture.task_ms'), theirs = value('d3svg', 1000, t, 'gesture.task_ms'), most = Math.max(...ns), last = value('ours', most, t, 'gesture.task_ms');
    const work = `main-thread work of the 120 steps, ${slow}`;
    if (mine == null || theirs == null) add(`${work}, at 1,000: at most that of D3 by hand`, NOT, NOT);
    else add(`${work}, at 1,000: at most that of D3 by hand`, `${num(mine / theirs, 2)}x: ${num(mine, 0)} ms against ${num(theirs, 0)} ms`, mine <= theirs ? 'holds' : 'misses');
    if (mine == null || last == null || most <= 1000) add(`${work}, 1,000 to 1,000,000: at most 1.5x`, NOT, NOT);
    else add(`${work}, 1,000 to 1,000,000: at most 1.5x`, `${num(last / mine, 2)}x at ${size(most)}: ${num(last, 0)} ms against ${num(mine, 0)} ms`, last / mine > 1.5 ? 'misses' : most >= 1e6 ? 'holds' : 'holds where measured');
  }
  every('nodes inside the timeline: at most 1,500', (n) => { const v = [value('ours', n, 1, 'memory.timeline_nodes'), value('ours', n, 1, 'gesture.timeline_nodes')].filter((x) => x != null); return v.length ? Math.max(...v) : undefined; }, 1500, 0);
  const data = (n) => res.bytes?.ours?.[n]?.data_raw || undefined, heap = (n) => value('ours', n, 1, 'memory.heap_all_mb');
  const times = (n, mb) => (mb != null && data(n) ? (mb * 1048576) / data(n) : undefined);
  every('JS heap + buffers + wasm, by the bytes of the event data: under 3x', (n) => times(n, heap(n)), 3, 1);
  const own = heap(100);
  if (own != null) every('… beyond what the page itself has at 100', (n) => (n > 100 && heap(n) != null ? times(n, heap(n) - own) : undefined), 3, 1, false);
  every('longest task of the load, ms: at most 50', (n) => value('ours', n, 1, 'load.longest_ms'), 50, 0);
  for (const t of res.meta.throttles) {
    const limit = LIMIT_FRAME * (t === 1 ? 1 : 2), goal = `as-of date moved a day at a time, p95 in ms, ${t === 1 ? 'as it is' : `${t}x slower`}: at most ${t === 1 ? '16.7' : '33'}`;
    const runs = (res.as_of ?? []).filter((r) => r.throttle === t), got = asOfFigures(res, t);
    if (!runs.length) { add(goal, NOT, NOT); continue; }
    const bad = runs.find((r) => r.status !== 'ok'), over = got.filter((v) => !(v.p95 <= limit)).map((v) => v.view);
    add(goal, bad ? bad.status : got.map((v) => `${v.view}: ${num(v.p95)}`).join('; '), bad ? `misses (${bad.status})` : over.length ? `misses with ${over.join(', ')} on screen` : 'holds');
  }
  const shown = embedFigures(res);
  const asks = [
    ['first paint of embed/gap/ at 4x and 1.6 Mbit/s: at most 1.5x of a plain page of the same text', (f) => `${num(f.paint.ratio, 2)}x: ${num(f.paint.embed, 0)} ms against ${num(f.paint.plain, 0)} ms`, (f) => f.paint.ratio <= 1.5],
    ['an embed below the fold fetches the loader and nothing else, at most 4,000 bytes', (f) => f.below.fetched.map(({ path, bytes }) => `${path} ${size(bytes)} bytes`).join(', ') || 'nothing', (f) => f.below.fetched.length === 1 && f.below.fetched[0].path === '/embed.js' && f.below.fetched[0].bytes <= 4000],
    ['… and takes the host less than 5 ms of script', (f) => `${num(f.below.script_ms)} ms`, (f) => f.below.script_ms < 5],
    ['the second to fifth embed on a page fetch their HTML alone', (f) => f.five.slice(1).map((of) => of.map(({ path }) => path).join(' and ') || 'nothing').join('; '), (f) => f.five.length === 5 && f.five.slice(1).every((of) => of.every(({ path }) => /^\/embed\/[^.]*\/$/.test(path)))],
  ];
  for (const [goal, told, holds] of asks) {
    if (!shown) add(goal, NOT, NOT);
    else if (shown.error) add(goal, shown.error, `misses (${shown.error})`);
    else add(goal, told(shown), holds(shown) ? 'holds' : 'misses');
  }
  return rows;
}

/** Medians of the embeds' runs; of what was fetched the run with most. `{ error }` where a run failed, undefined where there was none. */
export function embedFigures(res) {
  const runs = res.embeds ?? [];
  if (!runs.length) return undefined;
  const bad = runs.find((r) => r.status !== 'ok');
  if (bad) return { error: bad.errors[0] ?? bad.status };
  const of = (get) => median(runs.map(get)), most = (get) => runs.map(get).reduce((a, b) => (b.flat().length > a.flat().length ? b : a));
  const [embed, plain] = [of((r) => r.paint.embed), of((r) => r.paint.plain)];
  return { paint: { embed, plain, ratio: embed / plain }, below: { fetched: most((r) => r.below.fetched), script_ms: of((r) => r.below.script_ms), task_ms: of((r) => r.below.task_ms) }, five: most((r) => r.five) };
}

/** Medians of the as-of date's runs at one speed of the processor, a row for each view on screen. */
export function asOfFigures(res, throttle) {
  const runs = (res.as_of ?? []).filter((r) => r.throttle === throttle);
  return [...new Set(runs.flatMap((r) => Object.keys(r.views)))].map((view) => {
    const of = (key) => median(runs.map((r) => r.views[view]?.[key]).filter((v) => v != null));
    return { view, p50: of('p50'), p95: of('p95'), max: of('max'), task_ms: of('task_ms') };
  });
}

const cells = (s) => s.replaceAll('|', '\\|');
export const goalsMarkdown = (rows) => ['| goal | measured | |', '| --- | --- | --- |', ...rows.map((r) => `| ${cells(r.goal)} | ${cells(r.measured)} | ${r.verdict.startsWith('holds') ? r.verdict : `**${r.verdict}**`.replace('****', '')} |`)].join('\n');
const WORDS = [['holds', 'HOLDS'], ['misses', 'MISSES'], ['not measured', 'OPEN'], ['', '']];
/** For the screen: a word, the goal, and below it what was measured. */
export const goalsText = (rows) => rows.map(({ goal, measured, verdict }) => {
  const [whole, word] = WORDS.find(([start]) => verdict.startsWith(start));
  return `${word.padEnd(8)}${goal}\n${' '.repeat(8)}${measured}${verdict === whole || verdict === measured ? '' : ` (${verdict})`}`;
}).join('\n');
