import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Member } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { LoadedList } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { Facts } from '../../../parts/Facts';
import { useMay, useSession } from '../../../session/useSession';
import { useText, wordOf } from '../../../text';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { Invitations } from './Invitations';
import { ROLES } from './RoleField';
import { teamTexts } from './team.texts';

/** Who is in the organization, who is invited, and what each may do. */
export function TeamPage() {
  const settings = useText(settingsTexts);
  const text = useText(teamTexts);
  const mayWrite = useMay('members:write');
  return (
    <SettingsPage
      title={settings.team}
      lead={text.lead}
      actions={
        mayWrite && (
          <Link href="/settings/team/invite" className="button button-main">
            {text.invite}
          </Link>
        )
      }
    >
      <div className="stack">
        <Section title={text.members}>
          <Members mayWrite={mayWrite} />
        </Section>
        <Section title={text.invitations}>
          <Invitations mayWrite={mayWrite} />
        </Section>
        <Section title={text.rolesTitle}>
          <Facts rows={ROLES.map((role) => [wordOf(settings.roleWord, role), text.can[role]] as const)} />
        </Section>
      </div>
    </SettingsPage>
  );
}

function Members({ mayWrite }: { readonly mayWrite: boolean }) {
  const text = useText(teamTexts);
  const { roleWord } = useText(settingsTexts);
  const { subject } = useSession();
  const members = usePages<Member>(
    ['member', 'list'],
    (cursor, signal) => answer(api.GET('/v1/members', { params: { query: pageBehind(cursor, 100) }, signal })),
    { every: 10_000 },
  );
  return (
    <LoadedList of={members} empty={null}>
      {(all) => (
        <Table
          label={text.memberTable}
          rows={all}
          keyOf={(member) => member.id}
          columns={[
            {
              name: text.email,
              cell: (member) => (
                <>
                  {mayWrite ? (
                    <Link href={`/settings/team/${member.id}`}>
                      <bdi>{member.email}</bdi>
                    </Link>
                  ) : (
                    <bdi>{member.email}</bdi>
                  )}
                  {member.id === subject && <span className="fine"> ({text.you})</span>}
                </>
              ),
            },
            { name: text.role, cell: (member) => wordOf(roleWord, member.role) },
            { name: text.since, cell: (member) => <Ago at={member.created_at} /> },
          ]}
        />
      )}
    </LoadedList>
  );
}
