import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client';
import { pageBehind, usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { SelectField } from '../../../parts/Field';
import { LoadedList } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { SearchField } from '../../../parts/SearchField';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { liveTexts } from '../live.texts';
import { ChannelRow } from './ChannelRow';
import { listTexts } from './list.texts';

/** The organization's channels, newest first. */
export function ChannelsPage() {
  const text = useText(listTexts);
  const common = useText(commonTexts);
  const { channels: title, status: words } = useText(liveTexts);
  const mayCreate = useMay('channels:write');
  const [search, setSearch] = useSearchParams();
  const status = search.get('status') ?? '';
  const name = search.get('name') ?? '';
  const query = { ...(status !== '' && { status }), ...(name !== '' && { name }) };
  const channels = usePages(['channel', 'list', query], (cursor, signal) =>
    answer(api.GET('/v1/channels', { params: { query: { ...query, ...pageBehind(cursor) } }, signal })),
  );
  // While a filter is taken away its empty list is still shown, which is not that of somebody who has none.
  const [hasSome, setHasSome] = useState(false);
  if (!hasSome && (channels.all?.length ?? 0) > 0) {
    setHasSome(true);
  }
  const isFirst = !hasSome && channels.all?.length === 0 && status === '' && name === '';
  const look = (more: { readonly status?: string; readonly name?: string }) => {
    const wanted = Object.entries({ status, name, ...more }).filter(([, value]) => value !== '');
    setSearch(Object.fromEntries(wanted), { replace: true });
  };

  const newChannel = mayCreate && (
    <Link href="/channels/new" className="button button-main">
      {isFirst ? text.createChannel : text.newChannel}
    </Link>
  );
  return (
    <Page title={title} actions={isFirst ? undefined : newChannel}>
      {!isFirst && (
        <search className="filters">
          <SearchField label={common.findName} value={name} onChange={(wanted) => look({ name: wanted })} />
          <SelectField
            label={common.status}
            name="status"
            value={status}
            onChange={(value) => look({ status: value })}
            options={[['', text.all], ...Object.entries(words)]}
          />
        </search>
      )}
      <LoadedList
        of={channels}
        empty={
          isFirst ? (
            <Empty title={text.emptyTitle} lead={text.emptyLead}>
              {newChannel}
            </Empty>
          ) : (
            <div className="card stack">
              <p>{text.noneSuch}</p>
              <Link href="/channels">{text.showAll}</Link>
            </div>
          )
        }
      >
        {(all) => (
          <ul className="list">
            {all.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Page>
  );
}
