import type { ChannelRequest } from '../../../api/schema';
import { isPushed } from '../status';

export type Protocol = 'rtmp' | 'srt' | 'srt_caller' | 'rtmp_pull' | 'hls_pull' | 'mp4';

/** What is chosen on the page of a new channel. */
export interface Choices {
  readonly ladder: string | undefined;
  readonly latency: 'standard' | 'reduced' | 'low';
  readonly record: boolean;
  readonly ads: boolean;
  readonly backup: boolean;
  readonly dual: boolean;
  readonly protocol: Protocol;
  readonly sourceUrl: string;
  readonly streamId: string;
  readonly allowed: string;
  /** Seconds; empty for what the API takes by itself. */
  readonly dvr: string;
}

export const USUAL: Choices = {
  ladder: undefined,
  latency: 'standard',
  record: false,
  ads: false,
  backup: false,
  dual: false,
  protocol: 'rtmp',
  sourceUrl: '',
  streamId: '',
  allowed: '',
  dvr: '',
};

/** The one that the API takes when none is named. */
const USUAL_LADDER = '720p';

/** The ladder that is chosen, else the usual one if it is there. */
export function ladderOf<T extends { readonly name: string }>(chosen: string | undefined, all: readonly T[]): T | undefined {
  return all.find(({ name }) => name === chosen) ?? all.find(({ name }) => name === USUAL_LADDER) ?? all[0];
}

/** As the API takes it: only what is chosen and goes with how it comes in. */
export function requestOf(name: string, ladder: string | undefined, choices: Choices): ChannelRequest {
  const { protocol } = choices;
  const allowed = choices.allowed.split(/[\s,]+/).filter((range) => range !== '');
  return {
    name,
    ...(ladder !== undefined && { ladder }),
    latency: choices.latency,
    record: choices.record,
    ads: { enabled: choices.ads },
    ...(choices.dvr !== '' && { dvr_window_seconds: Number(choices.dvr) }),
    ...(protocol === 'rtmp' && choices.dual && { pipelines: 'dual' as const }),
    ingest: {
      protocol,
      ...(!isPushed(protocol) && { url: choices.sourceUrl.trim() }),
      ...(protocol === 'srt_caller' && choices.streamId.trim() !== '' && { stream_id: choices.streamId.trim() }),
      ...(isPushed(protocol) && allowed.length > 0 && { allowed_cidrs: allowed }),
      ...(protocol === 'rtmp' && choices.backup && { backup: true }),
    },
  };
}
