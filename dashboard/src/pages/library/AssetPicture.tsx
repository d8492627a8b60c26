import type { Asset } from '../../api/schema';
import { Progress } from '../../parts/Progress';
import { fill, useText, wordOf } from '../../text';
import { AssetPlayer } from './AssetPlayer';
import { ErroredAsset } from './ErroredAsset';
import { libraryTexts } from './library.texts';
import { WaitingAsset } from './WaitingAsset';

/** What there is to see of an asset in its present state, always in the same room. */
export function AssetPicture({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  if (asset.status === 'errored') {
    return <ErroredAsset asset={asset} />;
  }
  if (asset.status === 'waiting_for_upload' && asset.source.upload_id !== null) {
    return <WaitingAsset uploadId={asset.source.upload_id} assetId={asset.id} />;
  }
  return asset.hls_url === null ? (
    <div className="screen">
      <div className="screen-words asset-making">
        <p role="status">{asset.status === 'deleted' ? text.deleting : wordOf(text.phase, asset.progress.phase)}</p>
        {asset.status !== 'deleted' && <Progress label={fill(text.progressOf, { name: asset.name })} percent={asset.progress.percent} />}
      </div>
    </div>
  ) : (
    <AssetPlayer asset={asset} hlsUrl={asset.hls_url} />
  );
}
