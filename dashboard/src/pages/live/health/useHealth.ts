import { useEffect, useState } from 'react';
import { answer, api } from '../../../api/client';
import type { ChannelHealth } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';
import { withMeasured, type Samples } from './samples';

/** What this window saw of each channel since it was opened; it stays while other pages are looked at. */
const seen = new Map<string, Samples>();

/** How well a channel is fed now, and what was measured while somebody looked. */
export function useHealth(id: string): { readonly health: One<ChannelHealth>; readonly samples: Samples } {
  const health = useOne(['channel', id, 'health'], (signal) =>
    answer(api.GET('/v1/channels/{channel_id}/health', { params: { path: { channel_id: id } }, signal })),
  );
  const [samples, setSamples] = useState<Samples>(seen.get(id) ?? {});
  const measured = health.value?.pipelines;
  useEffect(() => {
    if (measured !== undefined) {
      const all = withMeasured(seen.get(id) ?? {}, measured);
      seen.set(id, all);
      setSamples(all);
    }
  }, [id, measured]);
  return { health, samples };
}
