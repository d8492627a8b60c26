import { describe, expect, it } from 'vitest';
import { linesOf } from './history';

describe('what was measured', () => {
  it('has a line for each pipeline, with nothing where nothing was told', () => {
    const point = { at: '2026-11-23T12:00:00Z', frames_per_second: 25, bits_per_second: null, dropped_frames: 0, filled_milliseconds: 0, alerts: 0 };
    const history = { pipelines: [{ pipeline: '0', points: [point] }, { pipeline: '1', points: [] }] };
    expect(linesOf(history, 'bits_per_second', (pipeline) => `p${pipeline}`)).toEqual([
      { name: 'p0', points: [{ at: Date.UTC(2026, 10, 23, 12), value: null }] },
      { name: 'p1', points: [] },
    ]);
    expect(linesOf(history, 'frames_per_second', String)[0]?.points[0]?.value).toBe(25);
  });
});
