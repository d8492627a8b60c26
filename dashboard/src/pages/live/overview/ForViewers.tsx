import type { Channel } from '../../../api/schema';
import { CopyField } from '../../../parts/CopyField';
import { Section } from '../../../parts/Page';
import { watchUrl } from '../../../player/watchUrl';
import { useText } from '../../../text';
import { overviewTexts } from './overview.texts';
import { usePlayback } from './usePlayback';

/** Where viewers watch. */
export function ForViewers({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const { hls_url: hls = null, ll_hls_url: lowLatency = null, dash_url: dash = null } = usePlayback(channel).value ?? {};
  const page = watchUrl(location.origin, channel.playback_id);
  return (
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
  );
}
