import { useEffect, useState } from 'react';
import { askAgainMs, findPlayback, type Found } from './playback';

/**
 * Where a stream plays; undefined until the first answer. It is asked for again while there is nothing to play, and
 * while the player cannot play what there is: what comes on air begins by itself, and what has ended is told.
 */
export function usePlaybackOf(playbackId: string, troubled: boolean): Found | undefined {
  const [found, setFound] = useState<Found>();
  const [asked, setAsked] = useState({ times: 0, restMs: 0 });
  const missing = found === undefined ? null : found.why;
  const waits = found === undefined || found.source === null || troubled;

  useEffect(() => {
    if (!waits) {
      return;
    }
    const leaving = new AbortController();
    const timer = setTimeout(
      async () => {
        const next = await findPlayback(playbackId, leaving.signal);
        if (!leaving.signal.aborted) {
          // No answer says nothing about the stream.
          setFound((former) => (next.why === 'unreachable' && former?.source ? former : next));
          setAsked(({ times }) => ({ times: times + 1, restMs: next.restMs ?? 0 }));
        }
      },
      asked.times === 0 ? 0 : Math.max(asked.restMs, askAgainMs(missing)),
    );
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [playbackId, waits, asked, missing]);

  return found;
}
