// Medians, tables and the verdicts on the goals, from made-up runs.
import test from 'node:test';
import assert from 'node:assert/strict';
import { quantile, median, dropped } from '../lib/stats.mjs';
import { embedFigures, goals, goalsMarkdown, goalsText } from '../lib/goals.mjs';
import { markdown, screen, summarise } from '../lib/report.mjs';

const NS = [100, 1000, 10000, 100000, 1000000];
const PEERS = [{ id: 'ours', label: 'Daylight' }, { id: 'd3svg', label: 'D3' }, { id: 'plot', label: 'Plot' }, { id: 'vis', label: 'vis' }];
const run = (o = {}) => ({ status: 'ok', noise: { calib_ms: 20, busy: 0.1 }, probe: { zoom_changes_screen: true, pan_changes_screen: true }, ...o,
  load: { ready_ms: 100, fcp_ms: 50, longest_ms: 40, task_ms: 90, tbt_ms: 0, script_ms: 9, layout_ms: 3, style_ms: 2, ...o.load },
  memory: { js_heap_mb: 1, heap_all_mb: 2, drawn: 90, timeline_nodes: 900, dom_nodes: 1000, ...o.memory },
  gesture: { p50: 16.7, p95: 16.7, p99: 16.7, max: 17, task_ms: 700, script_ms: 200, layout_ms: 50, style_ms: 50, wall_ms: 3000, dropped: 0, dropped_pct: 0, long_tasks: 0, steps_done: 120, timeline_nodes: 950, ...o.gesture } });
/** A run of the as-of date, with `lead` as the p95 while the lead is on screen. */
const moved = (throttle, lead = 16.7) => ({ throttle, status: 'ok', noise: { calib_ms: 20, busy: 0.1 }, errors: [], views: { lead: { p50: 16.7, p95: lead, max: 17, task_ms: 300 }, gap: { p50: 16.7, p95: 16.7, max: 17, task_ms: 400 } } });
/** A run of the embeds; `change` alters it. */
const file = (path, bytes = 3000) => ({ path, bytes });
const page = '/embed/gap/';
const embedded = (change = {}) => ({ status: 'ok', errors: [], paint: { plain: 1000, embed: 1300 }, below: { fetched: [file('/embed.js')], script_ms: 1, task_ms: 4 },
  five: [[file(page), file('/daylight-0123456789.wasm')], ...Array(4).fill([file(page)])], ...change });
/** A result in which everything holds; `change(peer, n)` alters a run. */
function result({ throttles = [1, 4], ns = NS, peers = PEERS, change = () => ({}) } = {}) {
  const cells = [], bytes = Object.fromEntries(peers.map((p) => [p.id, {}]));
  for (const p of peers) for (const n of ns) {
    if (p.id !== 'ours' && n > 100000) continue;
    bytes[p.id][n] = { requests: 4, code_raw: 9e5, code_br: 2e5, raw: 1e6, br: 3e5, data_raw: p.id === 'ours' ? 1e6 : 2e6, data_br: 1e5, list: [{ data: true }, {}, {}] };
    for (const throttle of throttles) {
      const base = p.id === 'ours' ? {} : { load: { ready_ms: n >= 10000 ? 400 : 110 }, gesture: { task_ms: 750 } };
      const runs = [run({ ...base, ...change(p.id, n, throttle) })];
      cells.push({ peer: p.id, n, throttle, runs, ...summarise(runs) });
    }
  }
  const as_of = throttles.map((throttle) => moved(throttle));
  return { meta: { date: 'today', cpu: 'a CPU', cores: 2, chromium: 'Chromium 1', runs: 1, ns, throttles, peers }, bytes, cells, as_of, embeds: [embedded()] };
}
const verdicts = (res, part) => goals(res).filter((r) => r.goal.includes(part)).map((r) => r.verdict);

test('quantile, median, dropped', () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2); assert.equal(quantile([5], 0.99), 5); assert.equal(quantile([], 0.5), null);
  assert.equal(median([3, 1, 2]), 2); assert.equal(median([4, 1, 2, 3]), 2.5); assert.equal(dropped([16.7, 33.3, 50, 16.6]), 3);
});
test('a cell is the median of its runs, and as bad as the worst', () => {
  const c = summarise([run({ load: { ready_ms: 1 } }), run({ load: { ready_ms: 9 }, status: 'timed out (gestures)', gesture: { timed_out: true, task_ms: 1e6 } }), run({ load: { ready_ms: 5 } })]);
  assert.equal(c.median['load.ready_ms'], 5); assert.deepEqual(c.range['load.ready_ms'], [1, 9]);
  assert.equal(c.median['gesture.task_ms'], 700); assert.equal(c.status, 'timed out (gestures)');
});
test('where everything is reached, everything holds', () => {
  const rows = goals(result());
  assert.equal(rows.length, 23);
  for (const r of rows) assert.ok(r.verdict === 'holds' || r.goal.startsWith('…'), `${r.goal}: ${r.verdict}`);
});
test('ready: each goal has its own limit and rivals', () => {
  const at = (n, ms, who = 'ours') => result({ change: (p, m) => (p === who && m === n ? { load: { ready_ms: ms } } : undefined) });
  assert.deepEqual(verdicts(at(100, 143), 'ready at 100: at most'), ['holds']);
  assert.deepEqual(verdicts(at(100, 144), 'ready at 100: at most'), ['misses']);
  assert.deepEqual(verdicts(at(1000, 110), 'ready at 1,000: before'), ['misses'], 'as soon as is not before');
  assert.deepEqual(verdicts(at(10000, 399), 'ready at 10,000'), ['holds']);
  assert.deepEqual(verdicts(at(100000, 200), 'ready at 100,000'), ['holds']);
  assert.deepEqual(verdicts(at(100000, 150, 'vis'), 'ready at 100,000'), ['misses'], 'the soonest counts');
  assert.match(goals(at(1000, 130)).find((r) => r.goal.startsWith('ready at 1,000: at most')).measured, /^1\.18x: 130 ms against 110 ms \(D3\)$/);
});
test('a page that timed out is slower than all that did not', () => {
  const late = (who) => result({ change: (p, n) => (p === who && n === 100000 ? { status: 'timed out (load)', load: { ready_ms: null }, gesture: { p95: null, task_ms: null } } : undefined) });
  assert.deepEqual(verdicts(late('d3svg'), 'ready at 100,000'), ['holds']);
  assert.deepEqual(verdicts(late('ours'), 'ready at 100,000'), ['misses']);
  assert.deepEqual(verdicts(late('ours'), 'loads, draws'), ['misses at 100,000']);
  assert.deepEqual(verdicts(late('ours'), 'p95 frame'), ['misses at 100,000', 'misses at 100,000']);
});
test('sizes over the limit are named', () => {
  const p95 = (ms, t) => result({ change: (p, n, throttle) => (p === 'ours' && n === 10000 && throttle === t ? { gesture: { p95: ms } } : undefined) });
  assert.deepEqual(verdicts(p95(33.4, 1), 'p95 frame'), ['misses at 10,000', 'holds']);
  assert.deepEqual(verdicts(p95(33.4, 4), 'p95 frame'), ['holds', 'holds'], 'two vsyncs');
  assert.deepEqual(verdicts(p95(50, 4), 'p95 frame'), ['holds', 'misses at 10,000']);
  const ours = (change) => result({ change: (p, n) => (p === 'ours' ? change(n) : undefined) });
  assert.deepEqual(verdicts(ours((n) => ({ gesture: { timeline_nodes: n === 1000 ? 1501 : 5 } })), 'nodes'), ['misses at 1,000'], 'after zooming counts too');
  assert.deepEqual(verdicts(ours(() => ({ memory: { heap_all_mb: 3 } })), 'by the bytes'), ['misses at 100, 1,000, 10,000, 100,000, 1,000,000']);
  assert.deepEqual(verdicts(ours((n) => ({ load: { longest_ms: n === 1e6 ? 60 : 10 } })), 'longest task'), ['misses at 1,000,000']);
  assert.deepEqual(verdicts(ours((n) => ({ memory: { drawn: n === 100 ? 0 : 5 } })), 'loads, draws'), ['misses at 100']);
  assert.deepEqual(verdicts(ours((n) => ({ gesture: { task_ms: n === 1e6 ? 1051 : 700 } })), '1,000 to 1,000,000'), ['misses', 'misses']);
  assert.deepEqual(verdicts(ours((n) => ({ gesture: { task_ms: n === 1e6 ? 1050 : 700 } })), '1,000 to 1,000,000'), ['holds', 'holds']);
  assert.deepEqual(verdicts(ours((n) => ({ gesture: { task_ms: 751 } })), 'at most that of D3'), ['misses', 'misses']);
});
test('the as-of date: one vsync as it is, two when slowed down, the median of the runs', () => {
  const of = (...runs) => verdicts({ ...result(), as_of: runs }, 'as-of date');
  assert.deepEqual(of(moved(1, 16.7), moved(4, 33.4)), ['holds', 'holds']);
  assert.deepEqual(of(moved(1, 33.3), moved(4, 50)), ['misses with lead on screen', 'misses with lead on screen']);
  assert.deepEqual(of(moved(1, 50), moved(1, 16.7), moved(1, 16.7), moved(4)), ['holds', 'holds']);
  assert.deepEqual(of({ ...moved(1), status: 'error' }, moved(4)), ['misses (error)', 'holds']);
  assert.deepEqual(of(moved(1)), ['holds', 'not measured']);
});
test('what was not measured is neither held nor missed', () => {
  const quick = result({ throttles: [1], ns: NS.slice(0, 4), change: () => ({}) });
  quick.cells = quick.cells.filter((c) => c.peer === 'ours' || c.n <= 10000);
  assert.deepEqual(verdicts(quick, 'ready at 100,000'), ['not measured']);
  assert.deepEqual(verdicts(quick, 'to 1,000,000: at most 1.5x'), ['holds where measured']);
  assert.equal(goals(quick).filter((r) => r.goal.includes('slower')).length, 0);
  assert.deepEqual(verdicts(result({ peers: PEERS.filter((p) => p.id !== 'd3svg') }), 'D3 by hand'), Array(4).fill('not measured'));
  assert.deepEqual(goals(result({ peers: PEERS.slice(1) })), []);
});
test('results.md and the screen can be written from any of these', () => {
  for (const res of [result(), result({ throttles: [1], ns: [100] }), result({ peers: PEERS.slice(1) }), { ...result(), cells: [], bytes: {} }]) {
    assert.ok(!/undefined|NaN/.test(markdown(res) + screen(res) + goalsText(goals(res)) + goalsMarkdown(goals(res))));
  }
  assert.match(markdown(result()), /#### Goals/);
});

test('embeds: the ratio is that of medians, and what was fetched that of the worst run', () => {
  const of = (...runs) => goals({ ...result({ ns: [100] }), embeds: runs }).filter((r) => /embed/.test(r.goal) || r.goal.startsWith('…  and takes') || r.goal.includes('ms of script'));
  const said = (runs) => of(...runs).map((r) => r.verdict);
  assert.deepEqual(said([embedded()]), ['holds', 'holds', 'holds', 'holds']);
  const slow = embedded({ paint: { plain: 1000, embed: 1600 } });
  assert.equal(embedFigures({ embeds: [embedded(), slow, slow] }).paint.ratio, 1.6);
  assert.equal(said([embedded(), slow, slow])[0], 'misses'); assert.equal(said([embedded(), embedded(), slow])[0], 'holds');
  assert.equal(said([embedded(), embedded({ below: { fetched: [file('/embed.js'), file(page)], script_ms: 1, task_ms: 1 } })])[1], 'misses');
  assert.equal(said([embedded({ below: { fetched: [file('/embed.js', 4001)], script_ms: 5, task_ms: 9 } })]).slice(1, 3).join(), 'misses,misses');
  assert.equal(said([embedded({ five: [[file(page)], [file(page), file('/record-0123456789.json')], [], [], []] })])[3], 'misses');
  assert.equal(said([embedded({ five: [[file(page)]] })])[3], 'misses');
  assert.deepEqual(said([]), Array(4).fill('not measured'));
  assert.ok(said([embedded(), { status: 'error', errors: ['no page'] }]).every((verdict) => verdict === 'misses (no page)'));
});
