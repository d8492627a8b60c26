import type { Channel, ChannelPatch } from '../../../api/schema';

/** What of a channel is changed on its page, as its fields hold it. */
export interface Draft {
  readonly name: string;
  readonly ladder: string;
  readonly latency: 'standard' | 'reduced' | 'low';
  readonly dvrMinutes: string;
  readonly delaySeconds: string;
  readonly record: boolean;
  readonly ads: boolean;
  readonly dual: boolean;
  /** `#rrggbb`; empty for what AWS shows. */
  readonly slateColor: string;
}

export function draftOf(channel: Channel): Draft {
  return {
    name: channel.name,
    ladder: channel.ladder,
    latency: channel.latency as Draft['latency'],
    dvrMinutes: String(channel.dvr_window_seconds / 60),
    delaySeconds: String(channel.delay_seconds),
    record: channel.record,
    ads: channel.ads.enabled,
    dual: channel.pipelines === 'dual',
    slateColor: channel.slate?.color == null ? '' : `#${channel.slate.color.toLowerCase()}`,
  };
}

/** What has to be asked for to make a channel as the draft; undefined when it is. */
export function patchOf(channel: Channel, draft: Draft): ChannelPatch | undefined {
  const before = draftOf(channel);
  const is = (field: keyof Draft) => draft[field] !== before[field];
  const patch: ChannelPatch = {
    ...(is('name') && { name: draft.name.trim() }),
    ...(is('ladder') && { ladder: draft.ladder }),
    ...(is('latency') && { latency: draft.latency }),
    ...(is('dvrMinutes') && { dvr_window_seconds: Math.round(Number(draft.dvrMinutes) * 60) }),
    ...(is('delaySeconds') && { delay_seconds: Math.round(Number(draft.delaySeconds)) }),
    ...(is('record') && { record: draft.record }),
    ...(is('ads') && { ads: { ...channel.ads, enabled: draft.ads } }),
    ...(is('dual') && { pipelines: draft.dual ? ('dual' as const) : ('single' as const) }),
    ...(is('slateColor') && { slate: draft.slateColor === '' ? null : { color: draft.slateColor.slice(1).toUpperCase() } }),
  };
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** Whether somebody else has changed what the draft was begun from. */
export const isOutdated = (begun: Channel, now: Channel): boolean => patchOf(now, draftOf(begun)) !== undefined;
