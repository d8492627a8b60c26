import { describe, expect, it } from 'vitest';
import { secondsLeft } from './countdown';

const now = Date.UTC(2026, 10, 23, 12, 0, 10);
const adBreak = { status: 'signalled', signalled_at: '2026-11-23T12:00:00Z', start_at: null, duration_seconds: 30 };

describe('the end of a break', () => {
  it('comes after its seconds', () => {
    expect(secondsLeft(adBreak, now)).toBe(20);
    expect(secondsLeft({ ...adBreak, status: 'filled' }, now)).toBe(20);
    expect(secondsLeft({ ...adBreak, start_at: '2026-11-23T12:00:05Z' }, now)).toBe(25);
  });

  it('is not awaited before it began, after it was over, and when it never was', () => {
    expect(secondsLeft({ ...adBreak, status: 'scheduled', signalled_at: null }, now)).toBeUndefined();
    expect(secondsLeft(adBreak, now + 21_000)).toBeUndefined();
    expect(secondsLeft({ ...adBreak, status: 'failed' }, now)).toBeUndefined();
  });
});
