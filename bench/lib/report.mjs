// From the runs to medians, to the tables of results.md, and to the table on the screen. Pure.
import { median } from './stats.mjs';
import { SLOW, asOfFigures, embedFigures, goals, goalsMarkdown } from './goals.mjs';
const get = (o, p) => p.split('.').reduce((a, k) => (a == null ? a : a[k]), o);
export const KEYS = ['load.fcp_ms', 'load.lcp_ms', 'load.data_ms', 'load.ready_ms', 'load.tbt_ms', 'load.longest_ms', 'load.task_ms', 'load.script_ms', 'load.layout_ms', 'load.style_ms',
  'memory.js_heap_mb', 'memory.backing_mb', 'memory.wasm_mb', 'memory.heap_all_mb', 'memory.embedder_mb', 'memory.renderer_private_mb', 'memory.uasm_mb', 'memory.elements', 'memory.dom_nodes', 'memory.timeline_nodes', 'memory.drawn', 'memory.canvas_mb',
  'gesture.p50', 'gesture.p95', 'gesture.p99', 'gesture.max', 'gesture.zoom_p95', 'gesture.pan_p95', 'gesture.dropped', 'gesture.dropped_pct', 'gesture.long_tasks', 'gesture.long_ms',
  'gesture.task_ms', 'gesture.script_ms', 'gesture.layout_ms', 'gesture.style_ms', 'gesture.wall_ms', 'gesture.ack_p50', 'gesture.ack_p95', 'gesture.steps_done', 'gesture.timeline_nodes'];
/** Medians, and [min, max], of a cell's runs, plus its status: the worst of the runs. */
export function summarise(runs) {
  const m = {}, range = {};
  for (const k of KEYS) {
    const full = runs.filter((r) => !(k.startsWith('gesture.') && k !== 'gesture.steps_done' && get(r, 'gesture.timed_out')));
    const v = full.map((r) => get(r, k)).filter((x) => Number.isFinite(x));
    if (v.length) { m[k] = median(v); range[k] = [Math.min(...v), Math.max(...v)]; }
  }
  const bad = runs.find((r) => r.status !== 'ok');
  return { status: bad ? bad.status : 'ok', count: runs.length, median: m, range };
}
const num = (v, d = 0) => (v == null ? '–' : Number(v).toLocaleString('en-GB', { maximumFractionDigits: d, minimumFractionDigits: d }));
const kb = (v) => (v == null ? '–' : num(v / 1000, v < 100000 ? 1 : 0));
const row = (a) => '| ' + a.join(' | ') + ' |';
const head = (cols) => [row(cols), row(cols.map((_, i) => (i ? '--:' : '---')))];

export function markdown(res) {
  const out = [], { peers, ns, throttles } = res.meta;
  const cell = (p, n, t) => res.cells.find((c) => c.peer === p.id && c.n === n && c.throttle === t);
  const label = (p) => (p.id === 'ours' ? `**${p.label}**` : p.label);
  const T = throttles.map((t) => [t, t === 1 ? '1x' : t + 'x slower CPU']);
  out.push(`Measured ${res.meta.date} on ${res.meta.cpu} (${res.meta.cores} cores), ${res.meta.chromium}; medians of up to ${res.meta.runs} runs.`, '');

  const asked = goals(res);
  if (asked.length) out.push('#### Goals', '', goalsMarkdown(asked), '');

  out.push('#### 1. Bytes of a cold load (kB = 1000 bytes; without the data file)', '');
  out.push(...head(['page', 'requests', 'raw kB', 'brotli-11 kB', 'asked elsewhere (blocked)']));
  for (const p of peers.filter((p) => !p.control)) {
    const b = Object.values(res.bytes[p.id] || {})[0];
    if (b) out.push(row([label(p), b.requests - b.list.filter((r) => r.data).length, kb(b.code_raw), kb(b.code_br) + (b.approximate ? ' *' : ''), b.blocked || 0]));
  }
  out.push('', 'The peers\' data file, raw / brotli kB: ' + ns.map((n) => { const b = Object.entries(res.bytes).filter(([id]) => id !== 'ours').map(([, x]) => x[n]).find((x) => x && x.data_raw); return b ? `N=${num(n)}: ${kb(b.data_raw)} / ${kb(b.data_br)}${b.approximate ? ' (brotli-9)' : ''}` : null; }).filter(Boolean).join('; ') + '.', '');
  if (res.bytes.ours) out.push('Our data, raw / brotli kB: ' + Object.entries(res.bytes.ours).map(([n, b]) => `N=${num(n)}: ${kb(b.data_raw)} / ${kb(b.data_br)}${b.approximate ? ' (brotli-9)' : ''}`).join('; ') + '.', '');

  const isLate = (c) => c && /load|error/.test(c.status) && c.median['load.ready_ms'] == null;
  const span = (c, k, d) => { const v = c.median[k]; if (v == null) return '–'; const [a, b] = c.range[k]; return num(v, d) + (a === b ? '' : ` (${num(a, d)}–${num(b, d)})`); };
  for (const [t, name] of T) {
    out.push(`#### 2. Load, ${name} (ms from navigation start; median, (min–max))`, '');
    out.push(...head(['N', 'page', 'first contentful paint', 'ready', 'main-thread work', 'script', 'layout + style', 'blocking over 50 ms']));
    for (const n of ns) for (const p of peers) {
      const c = cell(p, n, t); if (!c) continue;
      if (c.skipped) { out.push(row([num(n), label(p), c.skipped, '', '', '', '', ''])); continue; }
      const late = isLate(c) ? (/error/.test(c.status) ? 'error' : '**timed out** (60 s)') : null;
      out.push(row([num(n), label(p), span(c, 'load.fcp_ms'), late || span(c, 'load.ready_ms'), num(c.median['load.task_ms']), num(c.median['load.script_ms']), c.median['load.layout_ms'] == null ? '–' : num(c.median['load.layout_ms'] + c.median['load.style_ms']), num(c.median['load.tbt_ms'])]));
    }
    out.push('');
  }
  for (const [t, name] of T) {
    out.push(`#### 3. Zoom and pan, ${name} (120 steps; frame times in ms)`, '');
    out.push(...head(['N', 'page', 'p50', 'p95', 'p99', 'longest', 'dropped frames', 'long tasks', 'main thread ms', 'script ms', 'layout + style ms', '120 steps took, s']));
    for (const n of ns) for (const p of peers) {
      const c = cell(p, n, t); if (!c || c.skipped) continue;
      const g = (k, d = 0) => num(c.median['gesture.' + k], d);
      if (isLate(c)) { out.push(row([num(n), label(p), 'not reached', ...Array(9).fill('')])); continue; }
      if (/gestures/.test(c.status)) { out.push(row([num(n), label(p), `**timed out** (60 s) after ${g('steps_done')} of 120`, ...Array(9).fill('')])); continue; }
      if (c.median['gesture.p50'] == null) { out.push(row([num(n), label(p), c.status, ...Array(9).fill('')])); continue; }
      out.push(row([num(n), label(p), g('p50', 1), g('p95', 1), g('p99', 1), g('max'), `${g('dropped')} (${g('dropped_pct')} %)`, g('long_tasks'), g('task_ms'), g('script_ms'), num(c.median['gesture.layout_ms'] + c.median['gesture.style_ms']), num(c.median['gesture.wall_ms'] / 1000, 1)]));
    }
    out.push('');
  }
  out.push('#### 4. Memory and nodes after load, 1x (after a forced collection)', '');
  out.push(...head(['N', 'page', 'events drawn', 'elements', 'DOM nodes', 'JS heap MB', 'array buffers MB', 'wasm MB', 'DOM (embedder) MB', 'page by UASM, MB', 'renderer private MB']));
  for (const n of ns) for (const p of peers) {
    const c = cell(p, n, throttles[0]); if (!c || c.skipped || c.median['memory.js_heap_mb'] == null) continue;
    const m = (k, d = 0) => num(c.median['memory.' + k], d);
    out.push(row([num(n), label(p), m('drawn'), m('elements'), m('dom_nodes'), m('js_heap_mb', 1), m('backing_mb', 1), m('wasm_mb', 1), m('embedder_mb', 1), m('uasm_mb', 1), m('renderer_private_mb')]));
  }
  out.push('');
  const ours = peers.find((p) => p.id === 'ours');
  if (ours) {
    out.push('#### 5. Peer divided by ours (over 1: ours needs less)', '');
    const K = [['load.ready_ms', 'ready'], ['load.task_ms', 'load work'], ['gesture.p95', 'frame p95'], ['gesture.task_ms', 'gesture work'], ['memory.heap_all_mb', 'JS heap + buffers + wasm'], ['memory.renderer_private_mb', 'renderer MB']];
    out.push(...head(['N', 'CPU', 'page', ...K.map((k) => k[1]), 'code brotli']));
    for (const n of ns) for (const [t] of T) for (const p of peers.filter((p) => p.id !== 'ours' && !p.control)) {
      const a = cell(p, n, t), b = cell(ours, n, t); if (!a || !b || a.skipped || b.skipped) continue;
      const br = res.bytes[p.id]?.[n], bo = res.bytes.ours?.[n];
      out.push(row([num(n), t + 'x', p.label, ...K.map(([k]) => {
        const x = a.median[k], y = b.median[k];
        if (y == null) return '–';
        if (x == null) return a.status.startsWith('timed out') ? (k.startsWith('load.ready') ? `> ${num(60000 / y, 1)}` : 'timed out') : '–';
        return y > 0 ? num(x / y, 1) : '–';
      }), br && bo ? num(br.code_br / bo.code_br, 1) : '–']));
    }
    out.push('');
  } else out.push('Ours: not given (`--ours-dir DIR`).', '');
  if (res.as_of?.length) {
    out.push('#### 6. The as-of date of our main page, moved a day at a time 120 times (frame times in ms)', '');
    out.push(...head(['on screen', 'CPU', 'p50', 'p95', 'longest', 'main thread ms']));
    for (const [t] of T) for (const v of asOfFigures(res, t)) out.push(row([v.view, t + 'x', num(v.p50, 1), num(v.p95, 1), num(v.max), num(v.task_ms)]));
    out.push('');
  }
  const e = embedFigures(res);
  if (e && !e.error) {
    out.push('#### 7. Embeds', '');
    out.push(...head(['what', 'measured']));
    out.push(row([`first contentful paint of embed/gap/, processor ${SLOW.cpu}x slower, ${num(SLOW.bits / 1e6, 1)} Mbit/s, ${SLOW.latency} ms there and back`, `${num(e.paint.embed)} ms`]), row(['the same of a plain page of the same text', `${num(e.paint.plain)} ms`]), row(['their ratio', num(e.paint.ratio, 2)]));
    out.push(row(['fetched for an embed below the fold', e.below.fetched.map(({ path, bytes }) => `${path} (${num(bytes)} bytes)`).join(', ')]), row(['script that takes of the host, ms', num(e.below.script_ms, 1)]));
    e.five.forEach((of, at) => out.push(row([`fetched by embed ${at + 1} of five`, `${of.length} files, ${num(of.reduce((sum, { bytes }) => sum + bytes, 0))} bytes`])));
    out.push('');
  }
  const noisy = [...res.cells.flatMap((c) => c.runs || []), ...(res.as_of ?? [])].filter((r) => r.noise), cal = noisy.map((r) => r.noise.calib_ms);
  if (cal.length) out.push(`Noise: the fixed calibration loop before each of ${cal.length} runs took ${num(median(cal), 1)} ms (median), ${num(Math.min(...cal), 1)}–${num(Math.max(...cal), 1)}; ${noisy.filter((r) => r.noise.busy >= 0.3).length} runs began while others used 30 % or more of the machine.`, '');
  return out.join('\n');
}

/** The table for the screen: one line a cell, the figures that the goals speak of. */
export function screen(res) {
  const head = ['N', 'page', 'CPU', 'ready ms', 'p95 ms', '120 steps: main thread ms', 'heap MB', 'drawn', 'nodes'], lines = [head];
  for (const n of res.meta.ns) for (const p of res.meta.peers) for (const t of res.meta.throttles) {
    const c = res.cells.find((x) => x.peer === p.id && x.n === n && x.throttle === t); if (!c) continue;
    const v = (k, d = 0) => num(c.median[k], d);
    lines.push([num(n), p.label, t + 'x', c.median['load.ready_ms'] == null ? c.status : v('load.ready_ms'), /gestures/.test(c.status) ? c.status : v('gesture.p95', 1), v('gesture.task_ms'), v('memory.heap_all_mb', 1), v('memory.drawn'), v(p.id === 'ours' ? 'memory.timeline_nodes' : 'memory.dom_nodes')]);
  }
  const width = head.map((_, i) => Math.max(...lines.map((l) => l[i].length)));
  return lines.map((l) => l.map((s, i) => (i === 1 ? s.padEnd(width[i]) : s.padStart(width[i]))).join('  ').trimEnd()).join('\n');
}
