import type { ChannelExplanation } from '../../../api/schema';

/** As long as AWS may well be answering. */
const ANSWERING_MS = 30_000;

/**
 * The cause to tell. A call to AWS that is under way looks as one whose answer was lost; right after something was asked
 * for it is the former.
 */
export function causeOf({ cause, wanted }: Pick<ChannelExplanation, 'cause' | 'wanted'>, now: number): string {
  return cause === 'answer_lost' && now - Date.parse(wanted.since) < ANSWERING_MS ? 'preparing' : cause;
}
