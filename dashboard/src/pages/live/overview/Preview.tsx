import { Suspense } from 'react';
import type { Channel } from '../../../api/schema';
import { ProblemNote } from '../../../parts/ProblemNote';
import { LatePlayer } from '../../../player/LatePlayer';
import { useText } from '../../../text';
import { isOnAir } from '../status';
import { overviewTexts } from './overview.texts';
import { usePlayback } from './usePlayback';

/** What viewers see. */
export function Preview({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const picture = isOnAir(channel);
  const playback = usePlayback(channel);
  const { hls_url: hls = null, ll_hls_url: lowLatency = null } = playback.value ?? {};
  return (
    <section aria-label={text.preview}>
      {!picture ? (
        <Screen words={text.previewOff} />
      ) : hls === null ? (
        <Screen words={text.previewLoading} />
      ) : (
        <Suspense fallback={<Screen words={text.previewLoading} />}>
          <LatePlayer src={{ hlsUrl: hls, lowLatencyHlsUrl: lowLatency }} live label={`${text.preview}: ${channel.name}`} autoPlay muted />
        </Suspense>
      )}
      {picture && <ProblemNote problem={playback.problem} />}
    </section>
  );
}

function Screen({ words }: { readonly words: string }) {
  return (
    <div className="screen">
      <p className="screen-words">{words}</p>
    </div>
  );
}
