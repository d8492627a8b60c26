import { describe, expect, it } from 'vitest';
import { retryAfterMs, troubleOf } from './troubles';

describe('what a failed request for a stream means', () => {
  it.each([
    [404, true, false, 'not_on_air'],
    [404, true, true, 'lost'],
    [404, false, false, 'not_found'],
    [410, false, false, 'not_found'],
    [403, true, false, 'refused'],
    [401, true, true, 'refused'],
    [0, true, false, 'unreachable'],
    [503, false, false, 'unreachable'],
    [0, true, true, 'lost'],
    [500, false, true, 'lost'],
  ] as const)('%i, live %s, opened before %s: %s', (status, live, opened, trouble) => {
    expect(troubleOf(status, live, opened)).toBe(trouble);
  });
});

describe('asking again', () => {
  it('takes longer each time, up to ten seconds', () => {
    expect([0, 1, 2, 20].map((attempt) => retryAfterMs('lost', attempt, 0.5))).toEqual([2000, 3000, 4500, 10_000]);
  });

  it('is not done by all viewers at once', () => {
    expect(retryAfterMs('lost', 0, 0)).toBe(1600);
    expect(retryAfterMs('lost', 0, 1)).toBe(2400);
  });

  it('is rare where it hardly helps', () => {
    expect(retryAfterMs('refused', 0, 0.5)).toBe(15_000);
  });
});
