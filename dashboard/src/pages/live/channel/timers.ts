import { answerWithVersion, api, type Versioned } from '../../../api/client';
import type { Timers } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';

const EVERY_MS = 15_000;

/** A channel's timers: their limits, and when those that count end. */
export const useTimers = (id: string): One<Versioned<Timers>> =>
  useOne(
    ['channel', id, 'timers'],
    (signal) => answerWithVersion(api.GET('/v1/channels/{channel_id}/timers', { params: { path: { channel_id: id } }, signal })),
    { every: EVERY_MS },
  );
