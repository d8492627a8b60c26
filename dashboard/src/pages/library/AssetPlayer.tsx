import { Suspense } from 'react';
import type { Asset } from '../../api/schema';
import { LatePlayer } from '../../player/LatePlayer';
import { Thumbnail } from './Thumbnail';

export function AssetPlayer({ asset, hlsUrl }: { readonly asset: Asset; readonly hlsUrl: string }) {
  return (
    <Suspense fallback={<Thumbnail url={asset.thumbnail_url} />}>
      <LatePlayer src={{ hlsUrl }} live={false} label={asset.name} poster={asset.thumbnail_url ?? undefined} />
    </Suspense>
  );
}
