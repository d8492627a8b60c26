import type { Campaign } from '../../../api/schema';
import { instantOf, localOf } from '../../../parts/localTime';
import type { Tone } from '../../../parts/Pill';

export type Moment = 'serving' | 'waiting' | 'over' | 'paused';

/** Why a campaign is shown or not at a time, in milliseconds of the server's clock. */
export function momentOf(campaign: Pick<Campaign, 'status' | 'starts_at' | 'ends_at'>, now: number): Moment {
  if (campaign.status === 'paused') {
    return 'paused';
  }
  if (typeof campaign.ends_at === 'string' && Date.parse(campaign.ends_at) <= now) {
    return 'over';
  }
  return typeof campaign.starts_at === 'string' && Date.parse(campaign.starts_at) > now ? 'waiting' : 'serving';
}

export const toneOf: Record<Moment, Tone> = { serving: 'ready', waiting: 'busy', over: 'quiet', paused: 'quiet' };

/** What a form says of a campaign. Times are of the browser's time zone, as its fields give them. */
export interface Draft {
  readonly name: string;
  readonly weight: string;
  readonly creatives: readonly string[];
  readonly starts: string;
  readonly ends: string;
  readonly paused: boolean;
}

export const NEW_DRAFT: Draft = { name: '', weight: '100', creatives: [], starts: '', ends: '', paused: false };

export const draftOf = (campaign: Campaign): Draft => ({
  name: campaign.name,
  weight: String(campaign.weight),
  creatives: campaign.creative_ids,
  starts: fieldOf(campaign.starts_at),
  ends: fieldOf(campaign.ends_at),
  paused: campaign.status === 'paused',
});

export const requestOf = (draft: Draft) => ({
  name: draft.name.trim(),
  weight: Number(draft.weight),
  creative_ids: [...draft.creatives],
  starts_at: timeOf(draft.starts),
  ends_at: timeOf(draft.ends),
  status: draft.paused ? ('paused' as const) : ('active' as const),
});

const fieldOf = (instant: string | null | undefined): string => (typeof instant === 'string' ? localOf(Date.parse(instant)) : '');

const timeOf = (field: string): string | null => (field === '' ? null : instantOf(field));
