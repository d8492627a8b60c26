import { serverNow } from '../../../api/clock';

const DAY_MS = 86_400_000;

/** How long a key is good, in days; `never` has no end. */
export const LIFETIMES = ['never', '7', '30', '90', '365'] as const;

export type Lifetime = (typeof LIFETIMES)[number];

/** When a key of this lifetime ends, by the server's clock. */
export const endOf = (lifetime: Lifetime, now: number = serverNow()): string | null =>
  lifetime === 'never' ? null : new Date(now + Number(lifetime) * DAY_MS).toISOString();

/** Whether a key ends within a week: time to do something about it. */
export function endsSoon(expiresAt: string | null, now: number): boolean {
  const left = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now;
  return left > 0 && left < 7 * DAY_MS;
}
