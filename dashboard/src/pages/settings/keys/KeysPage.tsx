import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { ApiKey } from '../../../api/schema';
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
import { KeyState } from './KeyState';
import { keysTexts } from './keys.texts';
import { ScopeList } from './ScopeList';

/** The organization's keys, those that ended included. */
export function KeysPage() {
  const settings = useText(settingsTexts);
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('api-keys:write');
  const keys = usePages<ApiKey>(
    ['api_key', 'list'],
    (cursor, signal) => answer(api.GET('/v1/api-keys', { params: { query: pageBehind(cursor) }, signal })),
    { every: 10_000 },
  );
  const create = mayWrite && (
    <Link href="/settings/keys/new" className="button button-main">
      {text.create}
    </Link>
  );
  return (
    <SettingsPage title={settings.keys} lead={text.lead} actions={create}>
      <LoadedList
        of={keys}
        empty={
          <Empty title={text.emptyTitle} lead={text.emptyLead}>
            {create}
          </Empty>
        }
      >
        {(all) => (
          <div className="card">
            <Table
              label={settings.keys}
              rows={all}
              keyOf={(key) => key.id}
              columns={[
                {
                  name: common.name,
                  cell: (key) => (
                    <>
                      <Link href={`/settings/keys/${key.id}`}>
                        <bdi>{key.name}</bdi>
                      </Link>
                      <br />
                      <code className="fine">{key.hint}</code>
                    </>
                  ),
                },
                { name: common.status, cell: (key) => <KeyState of={key} /> },
                { name: text.scopes, cell: (key) => <ScopeList scopes={key.scopes} /> },
                { name: text.lastUsed, cell: (key) => (key.last_used_at === null ? text.neverUsed : <Ago at={key.last_used_at} />) },
                { name: text.expires, cell: (key) => (key.expires_at === null ? settings.never : <Ago at={key.expires_at} />) },
              ]}
            />
          </div>
        )}
      </LoadedList>
    </SettingsPage>
  );
}
