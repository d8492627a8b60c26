import { expect, it } from 'vitest';
import { endOf, endsSoon } from './expiry';

const NOW = Date.parse('2026-11-22T18:00:00Z');

it('ends a key when its days are over', () => {
  expect(endOf('30', NOW)).toBe('2026-12-22T18:00:00.000Z');
  expect(endOf('never', NOW)).toBeNull();
});

it.each([
  ['2026-11-25T18:00:00Z', true],
  ['2026-12-22T18:00:00Z', false],
  ['2026-11-21T18:00:00Z', false],
  [null, false],
])('a key that ends at %s ends soon: %s', (at, soon) => {
  expect(endsSoon(at, NOW)).toBe(soon);
});
