export const sorted = (a) => a.filter((v) => Number.isFinite(v)).sort((x, y) => x - y);
export function quantile(a, q) {                       // nearest rank
  const s = sorted(a);
  return s.length ? s[Math.min(s.length - 1, Math.max(0, Math.ceil(q * s.length) - 1))] : null;
}
export function median(a) {
  const s = sorted(a);
  return s.length ? (s.length % 2 ? s[s.length >> 1] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2) : null;
}
export const sum = (a) => a.reduce((x, y) => x + y, 0);
export const FRAME = 1000 / 60;
/** A frame that met its vsync: the browser's time stamps waver by a tenth of a millisecond. */
export const LIMIT_FRAME = FRAME + 0.1;
/** Frames that a 60 Hz display would have shown, less those drawn. */
export const dropped = (deltas) => sum(deltas.map((d) => Math.max(0, Math.round(d / FRAME) - 1)));
