import type { Channel } from '../../api/schema';
import type { Tone } from '../../parts/Pill';

const TONES: Readonly<Record<string, Tone>> = {
  live: 'live',
  waiting: 'ready',
  starting: 'busy',
  stopping: 'busy',
  deleted: 'busy',
  reconnecting: 'bad',
  failed: 'bad',
};

export const toneOf = (status: string): Tone => TONES[status] ?? 'quiet';

type WithStatus = Pick<Channel, 'status'>;

const oneOf =
  (...statuses: readonly string[]) =>
  ({ status }: WithStatus): boolean =>
    statuses.includes(status);

export const canStart = oneOf('idle', 'failed');

export const canStop = oneOf('starting', 'waiting', 'live', 'reconnecting');

/** Whether a broadcast goes on, which viewers may be watching. */
export const isOnAir = oneOf('live', 'reconnecting');

/** Whether its encoder runs, which AWS bills by the hour. */
export const isBilled = oneOf('waiting', 'live', 'reconnecting');

export const isMoving = oneOf('starting', 'stopping', 'deleted');

/** Whether an encoder pushes to what comes in so, instead of its being read from somewhere. */
export const isPushed = (protocol: string): boolean => protocol === 'rtmp' || protocol === 'srt';

/** What is changed while nobody can watch counts from the next start. */
export const isAtRest = oneOf('idle', 'failed', 'disabled');
