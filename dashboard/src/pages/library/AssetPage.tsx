import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Versioned } from '../../api/client';
import type { Asset } from '../../api/schema';
import { useOne } from '../../data/useOne';
import { Loaded } from '../../parts/Loaded';
import { Page } from '../../parts/Page';
import { Pill } from '../../parts/Pill';
import { useMay } from '../../session/useSession';
import { useText, wordOf } from '../../text';
import { AssetFacts } from './AssetFacts';
import { AssetPicture } from './AssetPicture';
import { lookAgainAfter, showAsset, toneOf } from './assets';
import { Captions } from './Captions';
import { DeleteAsset } from './DeleteAsset';
import { libraryTexts } from './library.texts';
import { RenameAsset } from './RenameAsset';
import { Share } from './Share';
import { useEndings } from './useEndings';

/** One video: how it looks, what it is, how others get to see it. */
export function AssetPage({ id }: { readonly id: string }) {
  const text = useText(libraryTexts);
  const [every, setEvery] = useState(() => lookAgainAfter([]));
  const asset = useOne(['asset', id], (signal) => showAsset(id, signal), { every });
  useEffect(() => setEvery(lookAgainAfter(asset.value === undefined ? [] : [asset.value.value])), [asset.value]);
  useEndings();
  if (asset.problem?.status === 404) {
    return (
      <Page title={text.goneTitle} lead={text.goneLead}>
        <Link href="/library">{text.toLibrary}</Link>
      </Page>
    );
  }
  return asset.value === undefined ? (
    <Page title={text.title} back={['/library', text.back]}>
      <Loaded of={asset}>{() => null}</Loaded>
    </Page>
  ) : (
    <Known asset={asset.value}>
      <Loaded of={asset}>{() => null}</Loaded>
    </Known>
  );
}

function Known({ asset: { value: asset, etag }, children }: { readonly asset: Versioned<Asset>; readonly children: ReactNode }) {
  const text = useText(libraryTexts);
  const [loads, setLoads] = useState(0);
  const mayWrite = useMay('assets:write') && asset.status !== 'deleted';
  return (
    <Page
      title={asset.name}
      back={['/library', text.back]}
      lead={<Pill tone={toneOf(asset.status)}>{wordOf(text.status, asset.status)}</Pill>}
      actions={
        mayWrite && (
          <>
            <RenameAsset asset={asset} etag={etag} />
            <DeleteAsset asset={asset} />
          </>
        )
      }
    >
      {children}
      <div className="columns">
        <div className="stack">
          <AssetPicture key={loads} asset={asset} />
          {asset.status === 'ready' && <Captions assetId={asset.id} onReload={() => setLoads(loads + 1)} />}
        </div>
        <div className="stack">
          {asset.status !== 'errored' && <Share asset={asset} />}
          <AssetFacts asset={asset} />
        </div>
      </div>
    </Page>
  );
}
