import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { usePages } from '../../data/usePages';
import { Button } from '../../parts/Button';
import { Empty } from '../../parts/Empty';
import { LoadedList } from '../../parts/Loaded';
import { Page } from '../../parts/Page';
import { useMay } from '../../session/useSession';
import { useText } from '../../text';
import { AssetCard } from './AssetCard';
import { AssetFilter } from './AssetFilter';
import { listAssets, lookAgainAfter, type Filter } from './assets';
import { DropZone } from './DropZone';
import { libraryTexts } from './library.texts';
import { UploadPanel } from './UploadPanel';
import { useEndings } from './useEndings';

/** What can be watched on demand, and what is on its way to that. */
export function AssetListPage() {
  const text = useText(libraryTexts);
  const mayWrite = useMay('assets:write');
  const [filter, setFilter] = useFilter();
  const [every, setEvery] = useState(() => lookAgainAfter([]));
  const assets = usePages(['asset', 'list', filter], (cursor, signal) => listAssets(filter, cursor, signal), { every });
  useEffect(() => setEvery(lookAgainAfter(assets.all ?? [])), [assets.all]);
  useEndings();
  const filtered = filter.status !== '' || filter.name !== '';

  return (
    <Page title={text.title} lead={text.lead}>
      {mayWrite && (
        <div className="library-uploads">
          <DropZone />
          <UploadPanel />
        </div>
      )}
      <AssetFilter filter={filter} onChange={setFilter} />
      <LoadedList
        of={assets}
        empty={
          filtered ? (
            <Empty title={text.noneTitle} lead={text.noneLead}>
              <Button onClick={() => setFilter({ status: '', name: '' })}>{text.showAll}</Button>
            </Empty>
          ) : (
            <Empty title={text.emptyTitle} lead={mayWrite ? text.emptyLead : text.emptyLeadReader} />
          )
        }
      >
        {(all) => (
          <ul className="asset-grid" aria-label={text.assets}>
            {all.map((asset) => (
              <li key={asset.id}>
                <AssetCard asset={asset} />
              </li>
            ))}
          </ul>
        )}
      </LoadedList>
    </Page>
  );
}

/** The filter is a part of the address: it outlives a reload and the way back. */
function useFilter(): [Filter, (filter: Filter) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = { status: search.get('status') ?? '', name: search.get('name') ?? '' };
  const change = (wanted: Filter) =>
    setSearch(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')), { replace: true });
  return [filter, change];
}
