import type { Budget } from '../../../api/schema';

/** What the API calls it by: a channel's id, or all of them. */
export const subjectOf = ({ channel_id }: Pick<Budget, 'channel_id'>): string => channel_id ?? 'organization';

/** How much of a budget is spent, 0 to 1 and above; one of nothing is spent. */
export function shareSpent({ spent, limit }: Pick<Budget, 'spent' | 'limit'>): number {
  const whole = Number(limit.amount);
  return whole === 0 ? 1 : Number(spent.amount) / whole;
}
