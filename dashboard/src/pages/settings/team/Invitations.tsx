import { useState } from 'react';
import { answer, api, done } from '../../../api/client';
import type { Invitation } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { LoadedList } from '../../../parts/Loaded';
import { Pill, type Tone } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { fill, useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { settingsTexts } from '../settings.texts';
import { teamTexts } from './team.texts';

const TONE: Readonly<Record<string, Tone>> = { open: 'busy', accepted: 'ready' };

/** Who was invited, and what came of it. */
export function Invitations({ mayWrite }: { readonly mayWrite: boolean }) {
  const text = useText(teamTexts);
  const common = useText(commonTexts);
  const settings = useText(settingsTexts);
  const [asked, setAsked] = useState<Invitation>();
  const invitations = usePages<Invitation>(
    ['invitation', 'list'],
    (cursor, signal) => answer(api.GET('/v1/invitations', { params: { query: pageBehind(cursor) }, signal })),
    { every: 10_000 },
  );
  return (
    <>
      <LoadedList of={invitations} empty={<p className="hint">{text.noInvitations}</p>}>
        {(all) => (
          <Table
            label={text.invitationTable}
            rows={all}
            keyOf={(invitation) => invitation.id}
            columns={[
              { name: text.email, cell: (invitation) => <bdi>{invitation.email}</bdi> },
              { name: text.invitedAs, cell: (invitation) => wordOf(settings.roleWord, invitation.role) },
              {
                name: common.status,
                cell: (invitation) => <Pill tone={TONE[invitation.status] ?? 'quiet'}>{wordOf(text.state, invitation.status)}</Pill>,
              },
              { name: text.expires, cell: (invitation) => (invitation.status === 'open' ? <Ago at={invitation.expires_at} /> : '–') },
              {
                name: settings.action,
                cell: (invitation) =>
                  mayWrite &&
                  invitation.status === 'open' && (
                    <Button look="quiet-danger" aria-label={`${text.takeBack}: ${invitation.email}`} onClick={() => setAsked(invitation)}>
                      {text.takeBack}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </LoadedList>
      {asked !== undefined && <TakeBack invitation={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function TakeBack({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) {
  const text = useText(teamTexts);
  const common = useText(commonTexts);
  const revoking = useCommand(
    (id: string) => done(api.DELETE('/v1/invitations/{id}', { params: { path: { id } } })),
    ['invitation'],
  );
  return (
    <ConfirmDialog
      title={text.takeBackTitle}
      confirm={text.takeBack}
      cancel={common.cancel}
      busy={revoking.busy}
      problem={revoking.problem}
      onConfirm={() => void revoking.run(invitation.id).then((done) => done === true && onClose())}
      onClose={onClose}
    >
      <p>{fill(text.takeBackLead, { email: invitation.email })}</p>
    </ConfirmDialog>
  );
}
