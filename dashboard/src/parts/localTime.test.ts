import { describe, expect, it } from 'vitest';
import { instantOf, localOf } from './localTime';

describe('a time of the browser’s zone', () => {
  it('is an instant, and back', () => {
    const now = new Date(2026, 10, 23, 9, 5).getTime();
    expect(localOf(now)).toBe('2026-11-23T09:05');
    expect(instantOf(localOf(now))).toBe(new Date(now).toISOString());
  });

  it('keeps its seconds', () => {
    expect(instantOf(localOf(Date.UTC(2026, 10, 23, 12, 34, 56)))).toBe('2026-11-23T12:34:56.000Z');
  });

  it('that is none is left to be refused', () => {
    expect(instantOf('soon')).toBe('soon');
  });
});
