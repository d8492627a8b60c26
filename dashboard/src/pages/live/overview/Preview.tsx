import { lazy, Suspense } from 'react';
import { answer, api } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { CopyField } from '../../../parts/CopyField';
import { Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText } from '../../../text';
import { isOnAir } from '../status';
import { overviewTexts } from './overview.texts';

// The player is as large as the rest of the dashboard; it is fetched when there is a picture.
const Player = lazy(() => import('../../../player/Player').then((module) => ({ default: module.Player })));

/** What viewers see, and where. */
export function Preview({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const picture = isOnAir(channel);
  const playback = useOne(
    ['channel', channel.id, 'playback'],
    (signal) => answer(api.GET('/v1/playback/{playback_id}', { params: { path: { playback_id: channel.playback_id } }, signal })),
    { enabled: picture },
  );
  const { hls_url: hls = null, ll_hls_url: lowLatency = null, dash_url: dash = null } = playback.value ?? {};
  const page = `${location.origin}/embed/${channel.playback_id}`;
  return (
    <>
      <section aria-label={text.preview}>
        {!picture ? (
          <Screen words={text.previewOff} />
        ) : hls === null ? (
          <Screen words={text.previewLoading} />
        ) : (
          <Suspense fallback={<Screen words={text.previewLoading} />}>
            <Player src={{ hlsUrl: hls, lowLatencyHlsUrl: lowLatency }} live label={`${text.preview}: ${channel.name}`} autoPlay muted />
          </Suspense>
        )}
        {picture && <ProblemNote problem={playback.problem} />}
      </section>
      <Section
        title={text.watchTitle}
        actions={
          <a href={page} target="_blank" rel="noreferrer">
            {text.openPlayer}
          </a>
        }
      >
        <CopyField label={text.playerPage} value={page} hint={text.playerPageHint} />
        {hls !== null && <CopyField label={text.hls} value={hls} />}
        {lowLatency !== null && lowLatency !== hls && <CopyField label={text.llHls} value={lowLatency} />}
        {dash !== null && <CopyField label={text.dash} value={dash} />}
      </Section>
    </>
  );
}

function Screen({ words }: { readonly words: string }) {
  return (
    <div className="screen">
      <p className="screen-words">{words}</p>
    </div>
  );
}
