import { serverNow } from '../../../api/clock';

export const PERIODS = ['month', 'last', 'days'] as const;

export type Period = (typeof PERIODS)[number];

const DAY_MS = 86_400_000;

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** First and last day of a period, in UTC as bills are; without an end it is today. */
export function daysOf(period: Period, now: number = serverNow()): { readonly from: string; readonly to?: string } {
  const [year, month] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth()];
  switch (period) {
    case 'month':
      return { from: dayOf(Date.UTC(year, month, 1)) };
    case 'last':
      return { from: dayOf(Date.UTC(year, month - 1, 1)), to: dayOf(Date.UTC(year, month, 0)) };
    case 'days':
      return { from: dayOf(now - 29 * DAY_MS) };
  }
}

/** A day as a bill names it, `2026-11-22`, in short: `Nov 22`. */
export const formatDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
