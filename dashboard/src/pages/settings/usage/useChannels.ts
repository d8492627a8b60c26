import { answer, api } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { useMay } from '../../../session/useSession';

/** The newest hundred channels, to name and to choose from; undefined until they are known. */
export function useChannels(): readonly Channel[] | undefined {
  const channels = useOne(['channel', 'names'], (signal) => answer(api.GET('/v1/channels', { params: { query: { limit: 100 } }, signal })), {
    enabled: useMay('channels:read'),
    every: 60_000,
  });
  return channels.value?.data;
}
