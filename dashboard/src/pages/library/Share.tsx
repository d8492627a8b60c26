import type { Asset } from '../../api/schema';
import { CopyField } from '../../parts/CopyField';
import { Section } from '../../parts/Page';
import { useText } from '../../text';
import { watchUrl } from '../../player/watchUrl';
import { embedCode } from './embed';
import { libraryTexts } from './library.texts';

/** How others get to see an asset. */
export function Share({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  const page = watchUrl(location.origin, asset.playback_id);
  return (
    <Section title={text.share}>
      {asset.status === 'ready' ? (
        <>
          <CopyField label={text.watchPage} value={page} hint={text.watchPageHint} />
          <a href={page} target="_blank" rel="noreferrer">
            {text.openWatchPage}
          </a>
          <CopyField label={text.embed} value={embedCode(page, asset)} hint={text.embedHint} />
          {asset.hls_url !== null && <CopyField label={text.hls} value={asset.hls_url} />}
          {asset.dash_url !== null && <CopyField label={text.dash} value={asset.dash_url} />}
        </>
      ) : (
        <p className="lead">{text.notYet}</p>
      )}
    </Section>
  );
}
