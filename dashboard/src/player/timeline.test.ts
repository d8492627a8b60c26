import { describe, expect, it } from 'vitest';
import { behindEdge, clamp, edgeOf, isAtEdge, isScrubbable } from './timeline';

const span = { start: 100, end: 160 };

describe('the timeline of a live', () => {
  it('has its edge where it is watched, not at the newest there is', () => {
    expect(edgeOf(span, 6)).toBe(154);
    expect(edgeOf({ start: 0, end: 4 }, 6)).toBe(0);
  });

  it('says how far behind that a position is, and nothing of a drift', () => {
    expect(behindEdge(142, span, 6)).toBe(12);
    expect(behindEdge(154, span, 6)).toBe(0);
    expect(behindEdge(151, span, 6)).toBe(0);
    expect(behindEdge(159, span, 6)).toBe(0);
  });

  it('is at the edge within a drift of it, and nowhere while that is not known', () => {
    expect(isAtEdge(9, 6)).toBe(true);
    expect(isAtEdge(11, 6)).toBe(false);
    expect(isAtEdge(null, 6)).toBe(false);
  });

  it('is scrubbed in when it goes back far enough', () => {
    expect(isScrubbable(span, true)).toBe(true);
    expect(isScrubbable({ start: 0, end: 8 }, true)).toBe(false);
    expect(isScrubbable({ start: 0, end: 8 }, false)).toBe(true);
    expect(isScrubbable({ start: 0, end: 0 }, false)).toBe(false);
    expect(isScrubbable({ start: 0, end: Number.POSITIVE_INFINITY }, true)).toBe(false);
  });
});

describe('a value within bounds', () => {
  it('stays within, and at the low one of bounds that cross', () => {
    expect([clamp(5, 0, 3), clamp(-1, 0, 3), clamp(2, 0, 3), clamp(2, 4, 3)]).toEqual([3, 0, 2, 4]);
  });
});
