import { useState } from 'react';
import type { Channel } from '../../../api/schema';
import { Logo } from '../../../parts/Logo';
import { useNow } from '../../../parts/useNow';

const ANOTHER_MS = 10_000;

/** What a channel that is live shows now, as MediaLive takes a picture every few seconds; else where it would be. */
export function Thumbnail({ channel }: { readonly channel: Channel }) {
  const now = useNow(ANOTHER_MS);
  const [failedAt, setFailedAt] = useState<number>();
  const look = Math.floor(now / ANOTHER_MS);
  // There is none in the first seconds of a broadcast.
  const awaited = channel.status === 'live' && channel.live_at != null && now - Date.parse(channel.live_at) > ANOTHER_MS;
  return (
    <span className="list-picture" aria-hidden="true">
      {awaited && failedAt !== look ? (
        <img src={`/v1/channels/${channel.id}/thumbnail?at=${look}`} alt="" onError={() => setFailedAt(look)} />
      ) : (
        <Logo />
      )}
    </span>
  );
}
