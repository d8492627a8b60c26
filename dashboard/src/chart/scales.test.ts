import { describe, expect, it } from 'vitest';
import { frameOf, upwards, withGaps } from './scales';

describe('a line', () => {
  it('has a gap where nothing came for longer than usual', () => {
    const points = [0, 10, 20, 60, 70].map((at) => ({ at, value: 1 }));
    expect(withGaps(points)).toEqual([...points.slice(0, 3), { at: 30, value: null }, ...points.slice(3)]);
  });

  it('has none where points come as usual', () => {
    const points = [0, 11, 20, 31].map((at) => ({ at, value: 1 }));
    expect(withGaps(points)).toEqual(points);
    expect(withGaps([])).toEqual([]);
  });
});

describe('a scale', () => {
  it('begins at zero and ends at something round', () => {
    expect(upwards(4.3e6, frameOf(640)).domain()).toEqual([0, 5e6]);
    expect(upwards(0, frameOf(640)).domain()).toEqual([0, 1]);
  });
});
