import { afterEach, describe, expect, it, vi } from 'vitest';
import { noteServerTime, serverNow } from './clock';

describe('the time of the server', () => {
  afterEach(() => {
    vi.useRealTimers();
    noteServerTime(new Date().toUTCString());
  });

  it('is told by its answers, whatever the clock of this machine says', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12, 10) });
    noteServerTime('Mon, 23 Nov 2026 12:00:00 GMT');
    expect(serverNow()).toBe(Date.UTC(2026, 10, 23, 12, 0) + 500);
    vi.advanceTimersByTime(60_000);
    expect(serverNow()).toBe(Date.UTC(2026, 10, 23, 12, 1) + 500);
  });

  it('is that of this machine where they differ by less than is told', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12, 0, 0, 900) });
    noteServerTime('Mon, 23 Nov 2026 12:00:00 GMT');
    expect(serverNow()).toBe(Date.now());
  });

  it('is not changed by an answer that tells no time', () => {
    vi.useFakeTimers({ now: 0 });
    noteServerTime('Thu, 01 Jan 1970 01:00:00 GMT');
    noteServerTime(null);
    noteServerTime('yesterday');
    expect(serverNow()).toBe(3_600_500);
  });
});
