import type { ChannelCost, Money } from '../../../api/schema';

const HOUR_MS = 3_600_000;

/** Digits after the point of what is shown of a running cost: fine enough to be seen to go on. */
const DIGITS = 4;

/**
 * What a channel has cost by now: what was told, and what it costs an hour since then. It stays as told when it did not
 * grow between the last two looks: a run is billed with ten minutes at least, and until they are over nothing comes on
 * top of them.
 */
export function costNow(told: ChannelCost, before: ChannelCost | undefined, now: number): readonly Money[] {
  const hours = Math.max(0, now - Date.parse(told.until)) / HOUR_MS;
  return told.total.map(({ amount, currency }) => {
    const of = (all: readonly Money[] | undefined) => all?.find((money) => money.currency === currency)?.amount;
    const rate = Number(of(told.per_hour) ?? 0);
    const grows = before !== undefined && Number(amount) > Number(of(before.total) ?? 0);
    return { amount: (Number(amount) + (grows ? rate * hours : 0)).toFixed(DIGITS), currency };
  });
}
