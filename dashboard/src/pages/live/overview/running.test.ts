import { describe, expect, it } from 'vitest';
import { costNow } from './running';

const cost = (amount: string, until: string, perHour = '3.6') => ({
  object: 'channel_cost',
  channel_id: 'ch_1',
  from: null,
  to: null,
  until: `2026-11-23T${until}Z`,
  parts: [],
  total: [{ amount, currency: 'USD' }],
  per_hour: [{ amount: perHour, currency: 'USD' }],
  not_included: [],
});
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

describe('a running cost', () => {
  it('goes on by what an hour costs', () => {
    const [money] = costNow(cost('1.5', '12:00:30'), cost('1.47', '12:00:00'), at('12:00:40'));
    expect(money).toEqual({ amount: '1.5100', currency: 'USD' });
  });

  it('stays while the ten minutes that are billed anyway go by', () => {
    expect(costNow(cost('0.6', '12:00:30'), cost('0.6', '12:00:00'), at('12:00:40'))[0]?.amount).toBe('0.6000');
  });

  it('stays until it was seen to grow, and never goes back', () => {
    expect(costNow(cost('1.5', '12:00:30'), undefined, at('12:00:40'))[0]?.amount).toBe('1.5000');
    expect(costNow(cost('1.5', '12:00:30'), cost('1.4', '12:00:00'), at('12:00:10'))[0]?.amount).toBe('1.5000');
  });

  it('is nothing when there was none', () => {
    expect(costNow({ ...cost('0', '12:00:00'), total: [] }, undefined, at('12:00:10'))).toEqual([]);
  });
});
