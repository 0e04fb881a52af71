#!/usr/bin/env node
// Checks the instrument against pages with known costs. node selftest.mjs   (its arithmetic is checked by test/, without a browser)
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { serve } from './lib/server.mjs';
import { run } from './lib/measure.mjs';
import { OURS } from './lib/peers.mjs';
const root = dirname(fileURLToPath(import.meta.url)), work = resolve(root, '../target/bench');
let bad = 0;
const check = (name, fn) => { try { fn(); console.log('ok    ' + name); } catch (e) { bad++; console.log('FAIL  ' + name + ': ' + e.message); } };
const near = (v, lo, hi) => assert.ok(v >= lo && v <= hi, `${v} is not within ${lo}..${hi}`);

process.env.BENCH_WAIT ||= '5000';
const s = await serve({ root, work }), u = (q) => s.origin + '/peers/control.html?' + q;
const plain = await run({ url: u('n=1') });
check('plain page: ok, 120 steps, 60 Hz', () => { assert.equal(plain.status, 'ok'); assert.equal(plain.gesture.steps_done, 120); near(plain.gesture.p50, 15, 18.5); });
check('plain page: every input arrived, no step lost to coalescing', () => { const [a] = plain.gesture.view_before, [b] = plain.gesture.view_after; near(b - a, 118, 122); });
const late = await run({ url: u('n=1&ready=700'), gestures: false });
check('ready at 700 ms is seen as 700 ms', () => near(late.load.ready_ms - plain.load.ready_ms, 550, 1100));
const slow = await run({ url: u('n=1&block=60') });
check('60 ms burnt per input: frames of 50 to 67 ms, at most a few moves merged', () => {
  near(slow.gesture.p50, 49, 84);
  const [a] = slow.gesture.view_before, [b] = slow.gesture.view_after, arrived = b - a; near(arrived, 105, 122);
  near(slow.gesture.task_ms - plain.gesture.task_ms, arrived * 60 * 0.95, arrived * 60 * 1.25);
  assert.ok(slow.gesture.long_tasks >= arrived * 0.9, slow.gesture.long_tasks + ' long tasks');
});
const thr = await run({ url: u('n=1&block=20'), throttle: 4 });
check('the throttle reaches the page (wall-clock burn: frames no faster than it)', () => near(thr.gesture.p50, 16, 60));
const mem = await run({ url: u('n=1&alloc=50&nodes=5000'), gestures: false });
check('50 MiB of typed array and 5,000 elements are seen', () => { near(mem.memory.backing_mb - plain.memory.backing_mb, 49, 52); near(mem.memory.elements - plain.memory.elements, 5000, 5000); near(mem.memory.renderer_private_mb - plain.memory.renderer_private_mb, 49, 70); });
const wasm = await run({ url: u('n=1&wasm=50'), gestures: false, uasm: true });
check('50 MiB of wasm memory are seen: own column, and private memory (the heap figures hold none of it)', () => { near(wasm.memory.wasm_mb, 50, 50.1); near(wasm.memory.backing_mb + wasm.memory.js_heap_mb, 0, 5); near(wasm.memory.renderer_private_mb - plain.memory.renderer_private_mb, 49, 70); });
// A page in the terms of ours: it knows no window.__bench and no bench:ready, and listens to Ctrl+wheel alone.
const ours = await run({ url: u('n=1&ours=7&ready=300'), init: OURS.init });
check('ours is understood: ready, marks, nodes, Ctrl+wheel and drag', () => {
  assert.equal(ours.status, 'ok'); near(ours.load.ready_ms - plain.load.ready_ms, 200, 700); assert.equal(ours.memory.drawn, 7);
  // main, h1 with its text, the surface, seven marks; white space before and between.
  near(ours.memory.timeline_nodes, 11, 12); assert.equal(ours.gesture.timeline_nodes, ours.memory.timeline_nodes);
  const [a] = ours.gesture.view_before, [b] = ours.gesture.view_after; near(b - a, 118, 122);
});
const never = process.env.FAST ? null : await run({ url: u('n=1&never=1') });
if (never) check('a page that never gets ready times out', () => assert.equal(never.status, 'timed out (load)'));
const hang = process.env.FAST ? null : await run({ url: u('n=1&hang=1') });
if (hang) check('a page that hangs in a gesture times out, and its load is kept', () => { assert.equal(hang.status, 'timed out (gestures)'); assert.ok(hang.load.ready_ms > 0); });
const gone = await run({ url: 'http://127.0.0.1:9/' });
check('no server: error, not a hang', () => assert.equal(gone.status, 'error'));
await s.close();
console.log(bad ? `${bad} failed` : 'all passed'); process.exit(bad ? 1 : 0);
