import { useState } from 'react';
import { useLocation } from 'wouter';
import { answer, answerWithVersion, api, done, type Versioned } from '../../../api/client';
import type { Member } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { Loaded } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { Page, Section } from '../../../parts/Page';
import { useMay, useSession } from '../../../session/useSession';
import { fill, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { SessionTable } from '../account/SessionTable';
import { EditForm } from '../EditForm';
import { settingsTexts } from '../settings.texts';
import { RoleField, roleOf } from './RoleField';
import { teamTexts } from './team.texts';

/** A member: the role, where they are signed in, and how they leave. */
export function MemberPage({ id }: { readonly id: string }) {
  const settings = useText(settingsTexts);
  const text = useText(teamTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('members:write');
  const member = useOne(
    ['member', id],
    (signal) => answerWithVersion(api.GET('/v1/members/{id}', { params: { path: { id } }, signal })),
    { every: 10_000 },
  );
  return (
    <Page title={member.value?.value.email ?? text.members} back={['/settings/team', settings.team]}>
      <Loaded of={member}>{(now) => (mayWrite ? <Parts now={now} /> : <p className="note">{common.notAllowed}</p>)}</Loaded>
    </Page>
  );
}

function Parts({ now }: { readonly now: Versioned<Member> }) {
  const text = useText(teamTexts);
  const { subject } = useSession();
  const { id } = now.value;
  const owners = useOne(['member', 'owners'], (signal) => answer(api.GET('/v1/members', { params: { query: { role: 'owner', limit: 2 } }, signal })), {
    every: 10_000,
  });
  const last = now.value.role === 'owner' && owners.value?.data.length === 1;
  return (
    <div className="stack">
      <Section title={text.change}>
        {last ? (
          <p className="note">{text.lastOwner}</p>
        ) : (
          <>
            {id === subject && <p className="note">{text.ownRole}</p>}
            <p className="hint">{text.roleNow}</p>
            <EditForm
              label={text.change}
              now={now}
              kind="member"
              read={(values) => ({ role: roleOf(values) })}
              change={(body, etag) =>
                answerWithVersion(api.PATCH('/v1/members/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }))
              }
            >
              {(from) => <RoleField chosen={from.role} />}
            </EditForm>
          </>
        )}
      </Section>
      {id !== subject && (
        <Section title={text.sessions}>
          <SessionTable member={id} />
        </Section>
      )}
      {!last && <Leaving member={now.value} />}
    </div>
  );
}

function Leaving({ member }: { readonly member: Member }) {
  const text = useText(teamTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const [, go] = useLocation();
  const [asked, setAsked] = useState(false);
  const removing = useCommand(
    (id: string) => done(api.DELETE('/v1/members/{id}', { params: { path: { id } } })),
    ['member'],
  );
  const remove = async () => {
    if ((await removing.run(member.id)) === true) {
      notice(fill(text.removed, { email: member.email }));
      go('/settings/team');
    }
  };
  return (
    <Section title={text.leaving}>
      <div className="row">
        <Button look="quiet-danger" onClick={() => setAsked(true)}>
          {text.removeMember}
        </Button>
      </div>
      {asked && (
        <ConfirmDialog
          title={fill(text.removeTitle, { email: member.email })}
          confirm={text.removeMember}
          cancel={common.cancel}
          busy={removing.busy}
          problem={removing.problem}
          onConfirm={() => void remove()}
          onClose={() => setAsked(false)}
        >
          <p>{text.removeLead}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
