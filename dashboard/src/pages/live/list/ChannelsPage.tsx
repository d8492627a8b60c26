import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client';
import { usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { SelectField } from '../../../parts/Field';
import { LoadedList } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { liveTexts } from '../live.texts';
import { ChannelRow } from './ChannelRow';
import { listTexts } from './list.texts';

/** The organization's channels, newest first. */
export function ChannelsPage() {
  const text = useText(listTexts);
  const { channels: title, status: words } = useText(liveTexts);
  const mayCreate = useMay('channels:write');
  const [search, setSearch] = useSearchParams();
  const status = search.get('status') ?? '';
  const channels = usePages(['channel', 'list', status], (cursor, signal) =>
    answer(api.GET('/v1/channels', { params: { query: { ...(status && { status }), ...(cursor && { cursor }) } }, signal })),
  );
  const isFirst = channels.all?.length === 0 && status === '';

  const newChannel = mayCreate && (
    <Link href="/channels/new" className="button button-main">
      {isFirst ? text.createChannel : text.newChannel}
    </Link>
  );
  return (
    <Page title={title} actions={isFirst ? undefined : newChannel}>
      {!isFirst && (
        <div className="filters">
          <SelectField
            label={text.showOnly}
            name="status"
            value={status}
            onChange={(value) => setSearch(value === '' ? {} : { status: value }, { replace: true })}
            options={[['', text.all], ...Object.entries(words)]}
          />
        </div>
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
