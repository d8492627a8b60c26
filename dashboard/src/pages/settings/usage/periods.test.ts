import { expect, it } from 'vitest';
import { daysOf, formatDay } from './periods';

const NEW_YEAR = Date.parse('2027-01-01T00:30:00Z');

it.each([
  ['month', { from: '2027-01-01' }],
  ['last', { from: '2026-12-01', to: '2026-12-31' }],
  ['days', { from: '2026-12-03' }],
] as const)('%s is %j', (period, days) => {
  expect(daysOf(period, NEW_YEAR)).toEqual(days);
});

it('names a day as it is, whatever the time zone of the browser', () => {
  expect(formatDay('2026-11-01', 'en')).toBe('Nov 1');
});
