// The pages that are measured. Peers mark 'bench:ready' and describe themselves in window.__bench (peers/client.js).
export const PEERS = [
  { id: 'control', label: 'control (empty page)', path: '/peers/control.html?n={n}', control: true },
  { id: 'd3svg', label: 'D3 + SVG, hand-written', path: '/peers/d3svg.html?n={n}' },
  { id: 'plot', label: 'Observable Plot', path: '/peers/plot.html?n={n}' },
  { id: 'vis', label: 'vis-timeline', path: '/peers/vis.html?n={n}' },
  { id: 'vis-cluster', label: 'vis-timeline, clusters', path: '/peers/vis-tuned.html?mode=cluster&n={n}' },
  { id: 'vis-window', label: 'vis-timeline, opened on ~100', path: '/peers/vis-tuned.html?mode=window&n={n}' },
  { id: 'timelinejs', label: 'TimelineJS3', path: '/peers/timelinejs.html?n={n}' },
];

// Our page knows nothing of the bench: it marks 'daylight:drawn' in a task right after the first frame that has the events
// drawn. This, run before its own scripts, says the rest in the bench's words. (Text, because it runs in the page.)
const INIT = `(() => {
  new PerformanceObserver((l) => {
    for (const e of l.getEntriesByName('daylight:drawn')) if (!performance.getEntriesByName('bench:ready').length) performance.mark('bench:ready', { startTime: e.startTime });
  }).observe({ type: 'mark', buffered: true });
  window.__bench = {
    target: '[data-surface=timeline]', zoom: 'wheel', zoomModifier: 'ctrl', pan: 'drag', reveal: true, count: '#timeline',
    drawn: () => document.querySelectorAll('[data-surface=timeline] [data-event], [data-surface=timeline] [data-cluster]').length,
  };
})();`;
export const OURS = { id: 'ours', label: 'Daylight', path: '/open/?dossier=/data/ours-{n}.json', max: Infinity, init: INIT };
