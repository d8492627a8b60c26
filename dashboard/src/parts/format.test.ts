import { describe, expect, it } from 'vitest';
import { formatAgo, formatBitrate, formatBytes, formatClock, formatMoney, formatTime } from './format';

describe('what is shown of', () => {
  it('a length of time is what a clock shows', () => {
    expect([0, 65.9, 7384, -3].map(formatClock)).toEqual(['0:00', '1:05', '2:03:04', '0:00']);
  });

  it('an instant is how long ago it is, in the largest unit that fits', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    const ago = (time: string) => formatAgo(`2026-11-${time}Z`, 'en', now);
    expect(ago('23T11:59:30')).toBe('30 seconds ago');
    expect(ago('23T11:00:00')).toBe('1 hour ago');
    expect(ago('21T12:00:00')).toBe('2 days ago');
    expect(ago('23T12:05:00')).toBe('in 5 minutes');
  });

  it('an instant that is none is what was told', () => {
    expect(formatTime('soon', 'en')).toBe('soon');
  });

  it('money is exact', () => {
    expect(formatMoney({ amount: '1.2', currency: 'USD' }, 'en')).toBe('$1.20');
    expect(formatMoney({ amount: '0.000123', currency: 'USD' }, 'en', 6)).toBe('$0.000123');
    expect(formatMoney({ amount: '12345678901234567.89', currency: 'USD' }, 'en')).toBe('$12,345,678,901,234,567.89');
  });

  it('sizes and rates has a unit that fits', () => {
    expect([0, 999, 1500, 3_200_000_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['0 byte', '999 byte', '2 kB', '3.2 GB']);
    expect([96_000, 4_510_000].map((bits) => formatBitrate(bits, 'en'))).toEqual(['96 kb/s', '4.5 Mb/s']);
  });
});
