import { serverNow } from '../api/clock';

/** A date and time as people of this language write it, in the time zone of the browser. */
export function formatTime(instant: string, language: string, seconds = false): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime())
    ? instant
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: seconds ? 'medium' : 'short' }).format(time);
}

/** A length of time as a clock shows it: `1:05`, `2:03:04`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** How long ago or ahead an instant is by the server's clock: `5 minutes ago`. */
export function formatAgo(instant: string, language: string, now: number = serverNow()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** An amount as the API tells it, never through floating point: `$1.20`, with as many digits as it has, two at least. */
export function formatMoney(money: { readonly amount: string; readonly currency: string }, language: string, digits = 2): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.max(2, digits),
  }).format(money.amount as Intl.StringNumericLiteral);
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes: `1.5 GB`. */
export function formatBytes(bytes: number, language: string): string {
  const step = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: SIZES[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}

/** A rate of bits: `4.5 Mb/s`. */
export function formatBitrate(bitsPerSecond: number, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return bitsPerSecond >= 1e6 ? `${number.format(bitsPerSecond / 1e6)} Mb/s` : `${number.format(bitsPerSecond / 1e3)} kb/s`;
}

export const formatNumber = (value: number, language: string, digits = 0): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

export const formatPercent = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
