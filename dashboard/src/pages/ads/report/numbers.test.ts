import { describe, expect, it } from 'vitest';
import { csvOf, daysBetween, groupBy, lastDays, rateOf, sumOf } from './numbers';

const NOTHING = sumOf([]);

const row = (day: string, campaign_id: string, impressions: number) => ({
  ...NOTHING,
  object: 'ad_report',
  day,
  campaign_id,
  creative_id: 'crv_1',
  impressions,
  completion_rate: null,
});

describe('numbers of ads', () => {
  it('are summed count by count', () => {
    expect(sumOf([row('2026-11-22', 'a', 3), row('2026-11-23', 'a', 4)])).toEqual({ ...NOTHING, impressions: 7 });
    expect(NOTHING).toEqual({ impressions: 0, starts: 0, first_quartiles: 0, midpoints: 0, third_quartiles: 0, completes: 0, clicks: 0, errors: 0 });
  });

  it('have a share only of something', () => {
    expect(rateOf(1, 4)).toBe(0.25);
    expect(rateOf(0, 0)).toBeUndefined();
  });

  it('are grouped in the order in which groups come', () => {
    const rows = [row('1', 'b', 1), row('1', 'a', 2), row('2', 'b', 3)];
    expect([...groupBy(rows, ({ campaign_id }) => campaign_id)].map(([name, of]) => [name, of.length])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});

describe('days', () => {
  it('are all there, over the end of a month', () => {
    expect(daysBetween('2026-10-30', '2026-11-02')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']);
  });

  it('end with today in UTC', () => {
    expect(lastDays(7, Date.UTC(2026, 10, 23, 23, 59))).toEqual(['2026-11-17', '2026-11-23']);
  });
});

describe('a spreadsheet', () => {
  it('gets every row, quoted where needed, and no formula', () => {
    const csv = csvOf([row('2026-11-23', 'a', 7)], (id) => (id === 'a' ? '=SUM(A1)' : 'Say "hi", now'));
    expect(csv.split('\r\n')[1]).toBe(`2026-11-23,a,'=SUM(A1),crv_1,"Say ""hi"", now",7,0,0,0,0,0,0,0`);
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});
