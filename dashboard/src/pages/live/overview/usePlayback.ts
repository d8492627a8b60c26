import { answer, api } from '../../../api/client';
import type { Channel, Playback } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';
import { isOnAir } from '../status';

/** Where a channel that is on air plays. */
export const usePlayback = (channel: Channel): One<Playback> =>
  useOne(
    ['channel', channel.id, 'playback'],
    (signal) => answer(api.GET('/v1/playback/{playback_id}', { params: { path: { playback_id: channel.playback_id } }, signal })),
    { enabled: isOnAir(channel) },
  );
