import { build } from 'esbuild';
import { join } from 'node:path';
export const buildPeers = (root, work) => build({
  entryPoints: ['d3svg', 'plot', 'vis'].map((f) => join(root, 'src', f + '.js')),
  bundle: true, minify: true, format: 'iife', target: 'es2022', legalComments: 'none', outdir: join(work, 'build'), logLevel: 'warning',
});
