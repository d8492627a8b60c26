import { expect, it } from 'vitest';
import { shareSpent, subjectOf } from './budget';

const usd = (amount: string) => ({ amount, currency: 'USD' });

it.each([
  ['0', '250', 0],
  ['62.5', '250', 0.25],
  ['300', '250', 1.2],
  ['0', '0', 1],
])('%s of %s is %d', (spent, limit, share) => {
  expect(shareSpent({ spent: usd(spent), limit: usd(limit) })).toBe(share);
});

it('is asked for by its channel, or as that of all', () => {
  expect(subjectOf({ channel_id: 'ch_1' })).toBe('ch_1');
  expect(subjectOf({ channel_id: null })).toBe('organization');
});
