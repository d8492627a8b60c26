import type { PipelineHealth } from '../../../api/schema';

/** As many windows of ten seconds as are kept: an hour. */
const MOST = 360;

/** What was measured of a channel, by pipeline, the oldest first. */
export type Samples = Readonly<Record<string, readonly PipelineHealth[]>>;

/** Adds what was measured last, each window once. */
export function withMeasured(before: Samples, measured: readonly PipelineHealth[]): Samples {
  const after = { ...before };
  for (const window of measured) {
    const known = after[window.pipeline] ?? [];
    if (known.at(-1)?.measured_at !== window.measured_at) {
      after[window.pipeline] = [...known, window].slice(-MOST);
    }
  }
  return after;
}

type Measure = 'frames_per_second' | 'bits_per_second' | 'dropped_frames' | 'filled_milliseconds';

/** One measure over time, a line for each pipeline. */
export function linesOf(samples: Samples, measure: Measure, nameOf: (pipeline: string) => string) {
  return Object.keys(samples)
    .sort()
    .map((pipeline) => ({
      name: nameOf(pipeline),
      points: (samples[pipeline] ?? []).map((window) => ({ at: Date.parse(window.measured_at), value: window[measure] })),
    }));
}
