import type { AdReport } from '../../../api/schema';

/** What is counted of ads, in the order in which a viewer gets there. */
const COUNTS = [
  'impressions',
  'starts',
  'first_quartiles',
  'midpoints',
  'third_quartiles',
  'completes',
  'clicks',
  'errors',
] as const;

export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

export const sumOf = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(COUNTS.map((count) => [count, rows.reduce((sum, row) => sum + row[count], 0)])) as Counts;

/** A share of the impressions; undefined where there are none. */
export const rateOf = (part: number, impressions: number): number | undefined =>
  impressions === 0 ? undefined : part / impressions;

/** The rows of each group, e.g. of each campaign, in the order in which groups first come. */
export function groupBy<T>(rows: readonly T[], of: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  rows.forEach((row) => groups.set(of(row), [...(groups.get(of(row)) ?? []), row]));
  return groups;
}

/** All days from one to another as `2026-11-23`, also those on which nothing happened. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}

/** The first and the last of so many days, the last being today in UTC. */
export function lastDays(days: number, now: number): readonly [from: string, to: string] {
  const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
  return [day(days - 1), day(0)];
}

/**
 * The rows as a spreadsheet reads them (RFC 4180). A name that begins like a formula is kept from being one.
 */
export function csvOf(rows: readonly AdReport[], names: (id: string) => string): string {
  const head = ['day', 'campaign_id', 'campaign', 'creative_id', 'creative', ...COUNTS];
  const lines = rows.map((row) => [
    row.day,
    row.campaign_id,
    names(row.campaign_id),
    row.creative_id,
    names(row.creative_id),
    ...COUNTS.map((count) => String(row[count])),
  ]);
  return [head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

function quoted(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
