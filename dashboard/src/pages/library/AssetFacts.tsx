import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Asset } from '../../api/schema';
import { useOne } from '../../data/useOne';
import { Facts } from '../../parts/Facts';
import { formatBitrate, formatClock } from '../../parts/format';
import { Section } from '../../parts/Page';
import { Time } from '../../parts/Time';
import { fill, useLanguage, useText, wordOf } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { libraryTexts } from './library.texts';
import { renditionsOf } from './renditions';

/** What an asset is made of and where it comes from. */
export function AssetFacts({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  const common = useText(commonTexts);
  const { duration_seconds: duration, width, height, source } = asset;
  const rows: (readonly [string, ReactNode])[] = [
    [text.duration, duration === null ? common.unknown : formatClock(duration)],
    [text.size, width === null || height === null ? common.unknown : `${width} × ${height}`],
    [
      text.sourceLabel,
      <>
        {wordOf(text.source, source.kind)}
        {source.channel_id !== null && (
          <>
            {' '}
            <Link href={`/channels/${source.channel_id}`}>{text.fromChannel}</Link>
          </>
        )}
      </>,
    ],
    [common.created, <Time at={asset.created_at} />],
    ...(asset.hls_url === null ? [] : [[text.renditions, <Renditions url={asset.hls_url} />] as const]),
    ...(asset.status === 'ready' ? [[text.mp4, <Mp4 asset={asset} />] as const] : []),
    [text.id, <code>{asset.id}</code>],
    [text.playbackId, <code>{asset.playback_id}</code>],
  ];
  return (
    <Section title={text.facts}>
      <Facts rows={rows} />
    </Section>
  );
}

function Mp4({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  return asset.mp4_url === null ? (
    text.noDownload
  ) : (
    <a href={asset.mp4_url} download>
      {text.download}
    </a>
  );
}

/** What players can choose from, as the playlist that they read says. */
function Renditions({ url }: { readonly url: string }) {
  const text = useText(libraryTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const { value } = useOne(['playlist', url], async (signal) => renditionsOf(await (await fetch(url, { signal })).text()), { every: false });
  if (value === undefined || value.length === 0) {
    return value === undefined ? common.loading : common.unknown;
  }
  return (
    <ul className="plain-list">
      {value.map(({ height, bitsPerSecond }) => (
        <li key={height}>{fill(text.rendition, { height, rate: formatBitrate(bitsPerSecond, language) })}</li>
      ))}
    </ul>
  );
}
