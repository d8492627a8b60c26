import type { Channel, ChannelStatus } from '../api/channels';

/** The colour a status is shown in; the word is always shown, too. */
export type Tone = 'quiet' | 'busy' | 'ready' | 'live' | 'bad';

export function toneOf(status: ChannelStatus): Tone {
  switch (status) {
    case 'live':
      return 'live';
    case 'waiting':
      return 'ready';
    case 'starting':
    case 'stopping':
    case 'deleted':
      return 'busy';
    case 'reconnecting':
    case 'failed':
      return 'bad';
    case 'idle':
    case 'disabled':
      return 'quiet';
    default:
      return 'quiet';
  }
}

export const canStart = (status: ChannelStatus): boolean => status === 'idle' || status === 'failed';

export const canStop = (status: ChannelStatus): boolean =>
  status === 'starting' || status === 'waiting' || status === 'live' || status === 'reconnecting';

/** Whether there may be a picture to show. */
export const hasPicture = (channel: Pick<Channel, 'status'>): boolean =>
  channel.status === 'live' || channel.status === 'reconnecting';
