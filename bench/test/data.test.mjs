// The generator and what it writes: the same events for the peers and for ours.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draws, ensureFile, ordered, peersFile, rng } from '../lib/gen.mjs';
import { INSIDE, KIND, LANE, dossierFile, ensureDossier, tableFile } from '../lib/dossier.mjs';

const sha = (s) => createHash('sha256').update(s).digest('hex');
const text = (pieces) => [...pieces].join('');
const SCHEMA = JSON.parse(readFileSync(new URL('../../schema/dossier.schema.json', import.meta.url), 'utf8'));
const words = (name) => SCHEMA.definitions[name].oneOf.map((o) => o.const);

test('the generator is what it was', () => {
  const r = rng(1);
  assert.deepEqual([r(), r(), r()], [2693262067, 11749833, 2265367787]);
  assert.equal(sha(JSON.stringify([...draws(1000)])), 'd432680059ad68ee8c6643a3e9ecadd67937207ea2346fb2efed2f83f3fb557d');
});
test('events of N are the first N draws of any more', () => assert.deepEqual([...draws(50)], [...draws(500)].slice(0, 50)));
test('the events are in order of time, and of one day in order of the draws', () => {
  const all = ordered(2000);
  for (let i = 1; i < all.length; i++) assert.ok(all[i - 1].day < all[i].day || (all[i - 1].day === all[i].day && all[i - 1].i < all[i].i));
});
test('the peers\' file is JSON of N events', () => {
  const d = JSON.parse(text(peersFile(100)));
  assert.equal(d.n, 100); assert.equal(d.events.length, 100);
  assert.deepEqual(Object.keys(d.events[0]), ['id', 'start', 'end', 'title', 'lane', 'kind', 'weight']);
});

test('ours speaks of the same events, inside the dossier and in the table', () => {
  const peers = JSON.parse(text(peersFile(500))).events, ours = JSON.parse(text(dossierFile(500)));
  const [head, ...rows] = text(tableFile(500)).trimEnd().split('\n');
  assert.equal(head, 'id,date,title,kind,lane,weight');
  assert.equal(ours.events.length, 500); assert.equal(rows.length, 500);
  peers.forEach((p, i) => {
    const e = ours.events[i], date = p.end ? `${p.start}/${p.end}` : p.start;
    assert.deepEqual([e.id, e.date, e.title, e.kind, e.lane, e.weight], [p.id, date, p.title, KIND[p.kind], LANE[p.lane], p.weight]);
    assert.equal(rows[i], `${p.id},${date},${p.title},${KIND[p.kind]},${LANE[p.lane]},${p.weight}`);
  });
});
test('its kinds, lanes and fields are those of the schema', () => {
  for (const kind of Object.values(KIND)) assert.ok(words('EventKind').includes(kind), kind);
  for (const lane of Object.values(LANE)) assert.ok(words('Lane').includes(lane), lane);
  const { meta, parties, sources, events } = JSON.parse(text(dossierFile(10)));
  for (const [name, value] of [['Meta', meta], ['Party', parties[0]], ['Event', events[0]], ['Source', sources[0]]]) {
    const { properties, required } = SCHEMA.definitions[name];
    for (const k of Object.keys(value)) assert.ok(properties[k], `${name}.${k}`);
    for (const k of required) assert.ok(k in value, `${name}.${k}`);
  }
});
test('every event lies in the span', () => {
  const { span } = JSON.parse(text(dossierFile(INSIDE + 1))).meta;
  for (const e of text(tableFile(20000)).trimEnd().split('\n').slice(1).map((l) => l.split(',')[1].split('/'))) assert.ok(e[0] >= span.from && e.at(-1) <= span.to, e.join('/'));
});
test('a large dossier names its table and holds no event', () => {
  const d = JSON.parse(text(dossierFile(INSIDE + 1)));
  assert.equal(d.event_table, `ours-${INSIDE + 1}.csv`); assert.equal(d.events, undefined);
});

test('files are written once, and again if they were not finished', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'bench-')); t.after(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'a.txt'), write = (s) => ensureFile(path, () => [s, '\n']);
  assert.deepEqual(write('one'), { bytes: 4, sha256: sha('one\n') });
  assert.deepEqual(write('two'), { bytes: 4, sha256: sha('one\n') });
  rmSync(path + '.sha256');
  assert.equal(write('two').sha256, sha('two\n'));
  writeFileSync(path + '.sha256', JSON.stringify({ maker: 'another version', bytes: 4, sha256: 'x' }));
  assert.equal(write('three').sha256, sha('three\n'));
  const both = ensureDossier(dir, INSIDE + 1);
  assert.equal(both.bytes, text(dossierFile(INSIDE + 1)).length + text(tableFile(INSIDE + 1)).length);
});
