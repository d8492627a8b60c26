import { Link } from 'wouter';
import type { Asset } from '../../api/schema';
import { formatClock } from '../../parts/format';
import { Pill } from '../../parts/Pill';
import { Progress } from '../../parts/Progress';
import { Ago } from '../../parts/Time';
import { fill, useText, wordOf } from '../../text';
import { isUnfinished, toneOf } from './assets';
import { libraryTexts } from './library.texts';
import { Thumbnail } from './Thumbnail';

/** One asset among others: a picture, its name, and how far it is. */
export function AssetCard({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  return (
    <Link href={`/library/${asset.id}`} className="card asset-card">
      <Thumbnail url={asset.thumbnail_url}>
        {asset.duration_seconds !== null && <span className="asset-duration">{formatClock(asset.duration_seconds)}</span>}
      </Thumbnail>
      <div className="asset-words">
        <strong className="asset-name">
          <bdi>{asset.name}</bdi>
        </strong>
        <div className="row">
          <Pill tone={toneOf(asset.status)}>{wordOf(text.status, asset.status)}</Pill>
          <span className="fine">
            <Ago at={asset.created_at} />
          </span>
        </div>
        {asset.status === 'processing' && (
          <>
            <Progress label={fill(text.progressOf, { name: asset.name })} percent={asset.progress.percent} />
            <span className="fine">{wordOf(text.phase, asset.progress.phase)}</span>
          </>
        )}
        {asset.status === 'errored' && <span className="reason fine asset-reason">{asset.status_reason ?? text.erroredUnknown}</span>}
        {!isUnfinished(asset) && asset.source.kind !== 'upload' && <span className="fine">{wordOf(text.source, asset.source.kind)}</span>}
      </div>
    </Link>
  );
}
