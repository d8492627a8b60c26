import { getPlayback } from '../api/playback';
import { usePolled } from '../hooks/usePolled';
import { useNoticeLost } from '../hooks/useSession';
import { useTitle } from '../hooks/useTitle';
import { Player } from '../parts/Player';
import { ProblemNote } from '../parts/ProblemNote';
import { useText } from '../text';

/** Nothing but the picture of one channel. */
export function PlayPage({ playbackId }: { playbackId: string }) {
  const text = useText();
  useTitle(text.preview);
  const playback = usePolled(playbackId, (signal) => getPlayback(playbackId, signal));
  useNoticeLost(playback.problem);

  const url = playback.value?.hls_url ?? null;
  const live = playback.value?.status === 'live' || playback.value?.status === 'reconnecting';
  return (
    <div className="stack">
      {url !== null && live ? (
        <Player url={url} label={playbackId} />
      ) : (
        <div className="screen">
          <p className="screen-words">{playback.value === undefined ? text.loading : text.previewOff}</p>
        </div>
      )}
      <ProblemNote problem={playback.problem} />
    </div>
  );
}
