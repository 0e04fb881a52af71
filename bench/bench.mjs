#!/usr/bin/env node
// node bench.mjs [--ours-dir DIR] [--quick] [--n 100,1000] [--peers d3svg,plot,vis,vis-cluster,vis-window,timelinejs,control,ours] [--runs 3] [--throttle 1,4] [--ours URL] [--out DIR] [--no-gestures] [--wait S]
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { serve } from './lib/server.mjs';
import { ensureData, SEED } from './lib/gen.mjs';
import { ensureDossier } from './lib/dossier.mjs';
import { buildPeers } from './lib/build.mjs';
import { run } from './lib/measure.mjs';
import { bytes } from './lib/bytes.mjs';
import { brotli } from './lib/brotli.mjs';
import { OURS, PEERS } from './lib/peers.mjs';
import { summarise, markdown, screen } from './lib/report.mjs';
import { goals, goalsText } from './lib/goals.mjs';
import { asOf } from './lib/asof.mjs';
import { embeds } from './lib/embeds.mjs';
import { launch, close, ARGS, VIEWPORT } from './lib/browser.mjs';

// What is made on the way (data, bundles, brotli bodies, screenshots, every figure) goes beside cargo's things.
const root = dirname(fileURLToPath(import.meta.url)), work = resolve(root, '../target/bench');
const { values: a } = parseArgs({ options: {
  quick: { type: 'boolean', default: false }, n: { type: 'string' }, ours: { type: 'string' }, 'ours-dir': { type: 'string' },
  runs: { type: 'string' }, peers: { type: 'string' }, throttle: { type: 'string' }, out: { type: 'string' },
  'no-gestures': { type: 'boolean', default: false }, wait: { type: 'string' }, help: { type: 'boolean', default: false } } });
if (a.help) { console.log(readFileSync(fileURLToPath(import.meta.url), 'utf8').split('\n')[1].slice(3)); process.exit(0); }
if (a.wait != null) process.env.BENCH_WAIT = String(+a.wait * 1000);
const withOurs = Boolean(a.ours || a['ours-dir']);
const peersMax = a.quick ? 10000 : 100000;     // above this, ours only
const most = [100, 1000, 10000, 100000, 1000000].filter((n) => n <= (a.quick ? (withOurs ? 100000 : 10000) : withOurs ? 1000000 : 100000));
const ns = a.n ? a.n.split(',').map(Number) : most;
const runs = +(a.runs ?? (a.quick ? 1 : 3)), throttles = (a.throttle ?? (a.quick ? '1' : '1,4')).split(',').map(Number);
const want = (a.peers ?? (a.quick ? 'ours,d3svg,plot,vis-window' : ['ours', ...PEERS.map((p) => p.id)].join(','))).split(',');
const stop = (why, code = 2) => { console.error(why); process.exit(code); };
if (ns.some((n) => !(n > 0)) || !(runs > 0) || throttles.some((t) => !(t >= 1))) stop('bad --n, --runs or --throttle');
const unknown = want.filter((w) => w !== 'ours' && !PEERS.some((p) => p.id === w));
if (unknown.length) stop('no such peer: ' + unknown);
let peers = PEERS.filter((p) => want.includes(p.id)).map((p) => ({ ...p, max: peersMax }));
if (withOurs && want.includes('ours')) peers = [{ ...OURS, path: a.ours ?? OURS.path }, ...peers];
const has = (p, n) => n <= p.max;
mkdirSync(join(work, 'shots'), { recursive: true });
const to = a.out ? resolve(a.out) : null; if (to) mkdirSync(to, { recursive: true });
const mdFile = join(to ?? root, 'results.md'), jsonFile = join(to ?? work, 'results.json');

console.log('building the peers\' pages and the data'); await buildPeers(root, work);
const data = {};
for (const n of ns) {
  data[n] = {};
  if (peers.some((p) => p.id !== 'ours' && !p.control && has(p, n))) data[n].peers = ensureData(join(work, 'data'), n);
  if (peers[0]?.id === 'ours') data[n].ours = ensureDossier(join(work, 'data'), n);
}
const server = await serve({ root, work, oursDir: a['ours-dir'] ? resolve(a['ours-dir']) : null });
const urlFor = (p, n) => (p.path.startsWith('/') ? server.origin : '') + p.path.replace(/\{n\}/g, n);
if (peers[0]?.id === 'ours') {
  const at = urlFor(peers[0], ns[0]);
  const answer = await fetch(at).then((r) => (r.ok ? null : 'HTTP ' + r.status), (e) => e.cause?.code || e.message);
  if (answer) stop(`our page does not answer: ${at}: ${answer}`, 1);
}

const probe = await launch(), chromium = 'Chromium ' + probe.version(); await close(probe);
const ver = (p) => JSON.parse(readFileSync(join(root, 'node_modules', p, 'package.json'), 'utf8')).version;
const res = { meta: {
  date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC', cpu: os.cpus()[0].model, cores: os.cpus().length, mem_gb: Math.round(os.totalmem() / 2 ** 30), kernel: os.release(), node: process.version, chromium, args: ARGS, viewport: VIEWPORT,
  versions: Object.fromEntries(['playwright-core', 'vis-timeline', 'vis-data', '@knight-lab/timelinejs', 'd3-scale', 'd3-axis', 'd3-zoom', 'd3-selection', '@observablehq/plot', 'esbuild'].map((p) => [p, ver(p)])),
  ns, runs, throttles, peers: peers.map(({ id, label, control }) => ({ id, label, control })), seed: SEED, data, load_before: os.loadavg() },
  bytes: {}, cells: [], as_of: [], embeds: [] };
const save = () => { writeFileSync(jsonFile, JSON.stringify(res, null, 1) + '\n'); writeFileSync(mdFile, markdown(res).trimEnd() + '\n'); };
process.on('SIGINT', () => { save(); process.exit(130); });

// Bytes first: it also makes the server compress what it will send, so that no timed run waits for that.
for (const p of peers) {
  if (p.control) continue;
  res.bytes[p.id] = {};
  for (const n of ns) {
    if (!has(p, n)) continue;
    if (p.id === 'ours') for (const f of data[n].ours.files) await bytesOf(`${server.origin}/data/${f}`);
    if (p.id !== 'ours' && n !== ns[0]) {                        // a peer's code does not depend on N: only the data file is fetched again
      const first = res.bytes[p.id][ns[0]], other = first.list.filter((r) => !r.data), d = first.list.find((r) => r.data);
      if (d) { const dd = (await bytesOf(`${server.origin}/data/events-${n}.json`)); res.bytes[p.id][n] = { ...first, list: [...other, { ...d, url: dd.url, raw: dd.raw, br: dd.br, quality: dd.quality }], data_raw: dd.raw, data_br: dd.br, raw: first.code_raw + dd.raw, br: first.code_br + dd.br, approximate: dd.quality === 9 }; continue; }
    }
    res.bytes[p.id][n] = await bytes({ url: urlFor(p, n), init: p.init, cacheDir: join(work, 'br') });
    const b = res.bytes[p.id][n];
    console.log(`bytes ${p.id} N=${n}: ${b.requests} requests, ${b.raw} raw, ${b.br} br${b.blocked ? `, ${b.blocked} blocked elsewhere` : ''}`);
  }
  save();
}
async function bytesOf(url) {
  const body = Buffer.from(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer());
  await (await fetch(url, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();   // warms the server's own copy
  const c = await brotli(body, join(work, 'br'));
  return { url, raw: body.length, br: c.body.length, quality: c.quality };
}

const total = peers.reduce((s, p) => s + ns.filter((n) => has(p, n)).length, 0) * throttles.length * runs;
let done = 0;
for (let r = 0; r < runs; r++) for (const n of ns) for (const p of peers) for (const t of throttles) {   // interleaved: noise falls on all alike
  if (!has(p, n)) continue;
  let c = res.cells.find((x) => x.peer === p.id && x.n === n && x.throttle === t);
  if (!c) res.cells.push(c = { peer: p.id, n, throttle: t, runs: [] });
  done++;
  if (c.gaveUp) continue;                        // one time-out at 60 s is enough; it is reported as such
  const o = await run({ url: urlFor(p, n), init: p.init, throttle: t, gestures: !a['no-gestures'] && !c.noGestures, uasm: t === throttles[0], shots: r === 0 && t === throttles[0] ? join(work, 'shots', `${p.id}-${n}`) : null })
    .catch((e) => ({ status: 'error', errors: [String(e).slice(0, 300)] }));
  if (/load|error/.test(o.status)) c.gaveUp = true;
  if (/gestures/.test(o.status)) c.noGestures = true;
  c.runs.push(o);
  Object.assign(c, summarise(c.runs));
  save();
  console.log(`[${done}/${total}] run ${r + 1} N=${n} ${p.id} ${t}x: ${o.status}; ready ${o.load?.ready_ms ?? '–'} ms; p95 ${o.gesture?.p95 ?? '–'}; task ${o.gesture?.task_ms ?? '–'}; heap ${o.memory?.js_heap_mb ?? '–'} MB${o.errors?.length ? '; ' + o.errors[0] : ''}`);
}
// The built site's main page, with its own dossier: nobody else's page has an as-of date.
if (peers[0]?.id === 'ours' && a['ours-dir'] && !a['no-gestures']) for (let r = 0; r < runs; r++) for (const t of throttles) {
  const o = await asOf({ url: server.origin + '/', throttle: t });
  res.as_of.push(o);
  save();
  console.log(`as-of date, run ${r + 1}, ${t}x: ${o.status}; p95 ${Object.entries(o.views).map(([name, v]) => `${name} ${v.p95}`).join(', ')}${o.errors.length ? '; ' + o.errors[0] : ''}`);
}
// Its embeds, which only the built site has; with what a good host has browsers keep.
if (peers[0]?.id === 'ours' && a['ours-dir']) {
  const kept = await serve({ root, work, oursDir: resolve(a['ours-dir']), keep: true });
  for (let r = 0; r < runs; r++) {
    const o = await embeds({ server: kept, work });
    res.embeds.push(o);
    save();
    console.log(`embeds, run ${r + 1}: ${o.status}; first paint ${o.paint?.embed ?? '–'} ms, of a plain page ${o.paint?.plain ?? '–'} ms; below the fold ${o.below?.fetched.map((f) => f.path).join(', ') ?? '–'}, script ${o.below?.script_ms ?? '–'} ms; later ones ${o.five?.slice(1).flat().map((f) => f.path).join(', ') ?? '–'}${o.errors.length ? '; ' + o.errors[0] : ''}`);
  }
  await kept.close();
}
res.meta.load_after = os.loadavg(); res.meta.finished = new Date().toISOString();
save(); await server.close();
console.log(`\n${screen(res)}\n`);
const asked = goals(res);
if (asked.length) console.log(goalsText(asked) + '\n');
console.log(`wrote ${mdFile} and ${jsonFile}`);
process.exit(0);
