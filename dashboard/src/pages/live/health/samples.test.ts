import { describe, expect, it } from 'vitest';
import { linesOf, withMeasured } from './samples';

const window = (pipeline: string, second: string, bits: number | null = 1) => ({
  pipeline,
  measured_at: `2026-11-23T12:00:${second}Z`,
  frames_per_second: 25,
  bits_per_second: bits,
  dropped_frames: 0,
  filled_milliseconds: 0,
  alerts: 0,
});

describe('what was measured', () => {
  it('is kept by pipeline, each window once', () => {
    const first = withMeasured({}, [window('0', '00'), window('1', '00')]);
    const second = withMeasured(first, [window('0', '10'), window('1', '00')]);
    expect(second['0']).toHaveLength(2);
    expect(second['1']).toHaveLength(1);
  });

  it('is forgotten after an hour', () => {
    let samples = {};
    for (let at = 0; at < 400; at++) {
      samples = withMeasured(samples, [{ ...window('0', '00'), measured_at: new Date(at * 10_000).toISOString() }]);
    }
    expect(linesOf(samples, 'bits_per_second', String)[0]?.points).toHaveLength(360);
  });

  it('has a line for each pipeline, with nothing where nothing was told', () => {
    const samples = withMeasured(withMeasured({}, [window('1', '00', null)]), [window('0', '00', 7)]);
    expect(linesOf(samples, 'bits_per_second', (pipeline) => `p${pipeline}`)).toEqual([
      { name: 'p0', points: [{ at: Date.UTC(2026, 10, 23, 12), value: 7 }] },
      { name: 'p1', points: [{ at: Date.UTC(2026, 10, 23, 12), value: null }] },
    ]);
  });
});
