// A static server on loopback: peers' pages, their files out of node_modules, the data, and optionally our build.
// Text is sent brotli-11 (precompressed, cached), as a good static host would; COOP/COEP so that
// performance.measureUserAgentSpecificMemory can be had. With `keep`, names that end in a hash are kept by the browser, as a good host has it;
// else nothing is. `requests` notes what was sent to whom.
import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync, createReadStream } from 'node:fs';
import { join, extname, normalize, sep } from 'node:path';
import { brotli, BIG } from './brotli.mjs';
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.csv': 'text/csv; charset=utf-8', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain', '.bin': 'application/octet-stream', '.map': 'application/json' };
const PACK = new Set(['.html', '.js', '.mjs', '.css', '.json', '.csv', '.svg', '.wasm', '.txt', '.bin', '.map', '.ttf']);

export async function serve({ root, work, oursDir = null, port = 0, keep = false }) {
  const mounts = [['/data/', join(work, 'data')], ['/peers/', join(root, 'peers')], ['/build/', join(work, 'build')], ['/npm/', join(root, 'node_modules')]];
  if (oursDir) mounts.push(['/', oursDir]);
  const cache = join(work, 'br'), mem = new Map(), requests = [];
  const server = createServer(async (req, res) => {
    try {
      const url = new URL(req.url, 'http://x');
      let p = decodeURIComponent(url.pathname);
      if (p.endsWith('/')) p += 'index.html';
      const m = mounts.find(([pre]) => p.startsWith(pre));
      const head = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*', 'Cache-Control': keep && /-[0-9a-f]{10}\.\w+$/.test(p) ? 'public, max-age=31536000, immutable' : 'no-store' };
      if (p === '/favicon.ico' && !(oursDir && existsSync(join(oursDir, p)))) { res.writeHead(204, head); return res.end(); }
      const file = m && normalize(join(m[1], p.slice(m[0].length)));
      if (!file || !(file === m[1] || file.startsWith(m[1] + sep)) || !existsSync(file) || !statSync(file).isFile()) { res.writeHead(404, head); return res.end('not found\n'); }
      const ext = extname(file), st = statSync(file);
      head['Content-Type'] = TYPES[ext] || 'application/octet-stream';
      if (st.size > BIG) { head['Content-Length'] = st.size; res.writeHead(200, head); return createReadStream(file).pipe(res); }
      const key = file + ':' + st.mtimeMs + ':' + st.size;
      if (!mem.has(key)) mem.set(key, readFileSync(file));
      let body = mem.get(key);
      if (PACK.has(ext) && /\bbr\b/.test(req.headers['accept-encoding'] || '')) {
        const k = key + ':br';
        if (!mem.has(k)) mem.set(k, (await brotli(body, cache)).body);
        body = mem.get(k); head['Content-Encoding'] = 'br'; head.Vary = 'Accept-Encoding';
      }
      head['Content-Length'] = body.length;
      requests.push({ path: url.pathname, from: req.headers.host ?? '', bytes: body.length });
      res.writeHead(200, head); res.end(req.method === 'HEAD' ? undefined : body);
    } catch (e) { res.writeHead(500); res.end(String(e)); }
  });
  await new Promise((ok, no) => server.on('error', no).listen(port, '127.0.0.1', ok));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, requests, close: () => new Promise((r) => { server.closeAllConnections(); server.close(r); }) };
}
