import type { Asset } from '../../api/schema';
import { Thumbnail } from './Thumbnail';

export function AssetPlayer({ asset }: { readonly asset: Asset; readonly hlsUrl: string }) {
  return <Thumbnail url={asset.thumbnail_url} />;
}
