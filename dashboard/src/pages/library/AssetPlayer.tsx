import { lazy, Suspense } from 'react';
import type { Asset } from '../../api/schema';
import { Thumbnail } from './Thumbnail';

// It is large, and wanted only where there is something to play.
const Player = lazy(async () => ({ default: (await import('../../player/Player')).Player }));

export function AssetPlayer({ asset, hlsUrl }: { readonly asset: Asset; readonly hlsUrl: string }) {
  return (
    <Suspense fallback={<Thumbnail url={asset.thumbnail_url} />}>
      <Player src={{ hlsUrl }} live={false} label={asset.name} poster={asset.thumbnail_url ?? undefined} />
    </Suspense>
  );
}
