import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client';
import type { AuditEntry } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { LoadedList } from '../../../parts/Loaded';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useText } from '../../../text';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { AuditFilter } from './AuditFilter';
import { auditTexts } from './audit.texts';
import { FILTERS, type Filter } from './filter';
import { useActors } from './useActors';

/** Who changed what; what is looked for is a part of the address. */
export function AuditPage() {
  const settings = useText(settingsTexts);
  const text = useText(auditTexts);
  const actors = useActors();
  const [search, setSearch] = useSearchParams();
  const filter: Filter = Object.fromEntries(FILTERS.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  const entries = usePages<AuditEntry>(
    ['audit_entry', filter],
    (cursor, signal) => answer(api.GET('/v1/audit-log', { params: { query: { ...filter, ...pageBehind(cursor) } }, signal })),
    { every: 10_000 },
  );
  return (
    <SettingsPage title={settings.audit} lead={text.lead}>
      <div className="card stack">
        <AuditFilter key={search.toString()} filter={filter} actors={actors} onFilter={(next) => setSearch({ ...next })} />
        <LoadedList of={entries} empty={<p className="hint">{Object.keys(filter).length === 0 ? text.none : text.noneSuch}</p>}>
          {(all) => (
            <Table
              label={text.table}
              rows={all}
              keyOf={(entry) => entry.id}
              columns={[
                { name: text.when, cell: (entry) => <Time at={entry.created_at} seconds /> },
                { name: text.who, cell: (entry) => <bdi>{actors.get(entry.actor) ?? entry.actor}</bdi> },
                {
                  name: text.what,
                  cell: (entry) => (
                    <Link href={`/settings/audit/${entry.id}`}>
                      <code>{entry.operation}</code>
                    </Link>
                  ),
                },
                { name: text.where, cell: (entry) => (entry.resource === null ? '–' : <code>{entry.resource.id}</code>) },
              ]}
            />
          )}
        </LoadedList>
      </div>
    </SettingsPage>
  );
}
