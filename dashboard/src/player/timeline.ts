import type { Span } from './kinds';

/** As near to the newest as this is the edge: nobody tells the difference, and players drift. */
const EDGE_SECONDS = 4;

/** A live that goes back less than this has nothing to scrub in. */
const LEAST_SCRUB_SECONDS = 12;

export const lengthOf = (span: Span): number => Math.max(0, span.end - span.start);

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));

export const isScrubbable = (span: Span, live: boolean): boolean =>
  Number.isFinite(span.end) && lengthOf(span) > (live ? LEAST_SCRUB_SECONDS : 0);

/** Whether a live is watched at its edge: as close behind the newest as this player plays it. */
export const isAtEdge = (latency: number | null, target: number): boolean =>
  latency !== null && latency <= target + EDGE_SECONDS;

/** How many whole seconds the picture at a position is behind where a live is watched at its edge. */
export function behindEdge(position: number, span: Span, target: number): number {
  const behind = span.end - target - position;
  return behind <= EDGE_SECONDS ? 0 : Math.round(behind);
}

/** Where the edge of a live is watched, `target` seconds behind the newest. */
export const edgeOf = (span: Span, target: number): number => Math.max(span.start, span.end - target);
