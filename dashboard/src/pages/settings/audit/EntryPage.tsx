import { answer, api } from '../../../api/client';
import type { AuditEntry } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { Facts } from '../../../parts/Facts';
import { Loading } from '../../../parts/Loaded';
import { Page, Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { settingsTexts } from '../settings.texts';
import { auditTexts } from './audit.texts';
import { changesOf } from './changes';
import { useActors } from './useActors';

/** One change: who, from where, and which fields. It never changes itself. */
export function EntryPage({ id }: { readonly id: string }) {
  const settings = useText(settingsTexts);
  const text = useText(auditTexts);
  const entry = useOne(['audit_entry', 'one', id], (signal) => answer(api.GET('/v1/audit-log/{id}', { params: { path: { id } }, signal })), {
    every: false,
  });
  return (
    <Page title={entry.value?.operation ?? text.title} back={['/settings/audit', settings.audit]}>
      <ProblemNote problem={entry.value === undefined ? entry.problem : undefined} />
      {entry.value === undefined ? (
        entry.problem === undefined && <Loading />
      ) : (
        <div className="stack">
          <Section title={text.title}>
            <About of={entry.value} />
          </Section>
          <Section title={text.changes}>
            <Changes of={entry.value} />
          </Section>
        </div>
      )}
    </Page>
  );
}

function About({ of }: { readonly of: AuditEntry }) {
  const text = useText(auditTexts);
  const common = useText(commonTexts);
  const actors = useActors();
  return (
    <Facts
      rows={[
        [text.when, <Time key="when" at={of.created_at} seconds />],
        [text.who, <bdi key="who">{actors.get(of.actor) ?? of.actor}</bdi>],
        [text.where, of.resource === null ? '–' : <code key="resource">{of.resource.id}</code>],
        [text.address, <code key="address">{of.client_address}</code>],
        [text.browser, <bdi key="browser">{of.user_agent ?? common.unknown}</bdi>],
        ...(of.session_id === null ? [] : [[text.session, <code key="session">{of.session_id}</code>] as const]),
        [text.service, of.service],
        [common.requestId, <code key="request">{of.request_id}</code>],
      ]}
    />
  );
}

function Changes({ of }: { readonly of: AuditEntry }) {
  const text = useText(auditTexts);
  const changes = changesOf(of.before, of.after);
  return changes.length === 0 ? (
    <p className="hint">{text.nothingTold}</p>
  ) : (
    <>
      <p className="hint">{text.secrets}</p>
      <Table
        label={text.changeTable}
        rows={changes}
        keyOf={({ path }) => path}
        columns={[
          { name: text.field, cell: ({ path }) => <code>{path}</code> },
          { name: text.before, cell: ({ before }) => <bdi>{before ?? '–'}</bdi> },
          { name: text.after, cell: ({ after }) => <bdi>{after ?? '–'}</bdi> },
        ]}
      />
    </>
  );
}
