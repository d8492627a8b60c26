import type { Campaign } from '../../../api/schema';
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
  starts: localTime(campaign.starts_at),
  ends: localTime(campaign.ends_at),
  paused: campaign.status === 'paused',
});

export const requestOf = (draft: Draft) => ({
  name: draft.name.trim(),
  weight: Number(draft.weight),
  creative_ids: [...draft.creatives],
  starts_at: instantOf(draft.starts),
  ends_at: instantOf(draft.ends),
  status: draft.paused ? ('paused' as const) : ('active' as const),
});

/** The value of a `datetime-local` field for an instant; empty for none. */
export function localTime(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) {
    return '';
  }
  const time = new Date(instant);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, time.getSeconds() === 0 && time.getMilliseconds() === 0 ? 16 : 19);
}

/** The instant of a `datetime-local` field; null when it is empty. */
export const instantOf = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
