import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { LoadedList } from '../../../parts/Loaded';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { HealthPill } from './HealthPill';
import { webhooksTexts } from './webhooks.texts';

/** Whose servers are told of events, and how that goes. */
export function WebhooksPage() {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('webhooks:write');
  const webhooks = usePages<Webhook>(
    ['webhook', 'list'],
    (cursor, signal) => answer(api.GET('/v1/webhooks', { params: { query: pageBehind(cursor) }, signal })),
    { every: 10_000 },
  );
  const create = mayWrite && (
    <Link href="/settings/webhooks/new" className="button button-main">
      {text.create}
    </Link>
  );
  return (
    <SettingsPage title={settings.webhooks} lead={text.lead} actions={create}>
      <LoadedList
        of={webhooks}
        empty={
          <Empty title={text.emptyTitle} lead={text.emptyLead}>
            {create}
          </Empty>
        }
      >
        {(all) => (
          <div className="card">
            <Table
              label={settings.webhooks}
              rows={all}
              keyOf={(webhook) => webhook.id}
              columns={[
                { name: text.url, cell: (webhook) => <Address of={webhook} /> },
                { name: text.health, cell: (webhook) => <HealthPill of={webhook} /> },
                { name: text.types, cell: (webhook) => (webhook.types.length === 0 ? text.all : webhook.types.join(', ')) },
                { name: common.created, cell: (webhook) => <Ago at={webhook.created_at} /> },
              ]}
            />
          </div>
        )}
      </LoadedList>
    </SettingsPage>
  );
}

function Address({ of }: { readonly of: Webhook }) {
  return (
    <>
      <Link href={`/settings/webhooks/${of.id}`}>
        <bdi>{of.url}</bdi>
      </Link>
      {of.description !== null && (
        <span className="fine block">
          <bdi>{of.description}</bdi>
        </span>
      )}
    </>
  );
}
