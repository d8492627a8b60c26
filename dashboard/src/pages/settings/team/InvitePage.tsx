import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { Invitation, NewInvitation } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { CopyField } from '../../../parts/CopyField';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { fill, useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { Once } from '../Once';
import { settingsTexts } from '../settings.texts';
import { RoleField, roleOf } from './RoleField';
import { teamTexts } from './team.texts';

/** Makes an invitation, whose link is shown this once. */
export function InvitePage() {
  const settings = useText(settingsTexts);
  const text = useText(teamTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('members:write');
  const [made, setMade] = useState<Invitation>();
  return (
    <Page title={text.inviteTitle} lead={text.inviteLead} back={['/settings/team', settings.team]}>
      <div className="form-width">
        {!mayWrite ? (
          <p className="note">{common.notAllowed}</p>
        ) : made === undefined ? (
          <InviteForm onMade={setMade} />
        ) : (
          <InvitationLink invitation={made} onAnother={() => setMade(undefined)} />
        )}
      </div>
    </Page>
  );
}

function InviteForm({ onMade }: { readonly onMade: (invitation: Invitation) => void }) {
  const text = useText(teamTexts);
  const inviting = useCommand(
    (body: NewInvitation, key) => answer(api.POST('/v1/invitations', { params: { header: onceFor(key) }, body })),
    ['invitation'],
  );
  const invite = async (values: FormData) => {
    const made = await inviting.run({ email: String(values.get('email')).trim(), role: roleOf(values) });
    if (made !== undefined) {
      onMade(made);
    }
  };
  return (
    <Form className="card" label={text.inviteTitle} problem={inviting.problem} onSubmit={(values) => void invite(values)}>
      <TextField label={text.inviteEmail} name="email" type="email" required maxLength={254} hint={text.inviteEmailHint} />
      <RoleField chosen="streamer" />
      <div className="row">
        <Button type="submit" look="main" busy={inviting.busy}>
          {inviting.busy ? text.making : text.makeLink}
        </Button>
      </div>
    </Form>
  );
}

/** Behind `#`, a token never reaches a server's log. */
function InvitationLink({ invitation, onAnother }: { readonly invitation: Invitation; readonly onAnother: () => void }) {
  const settings = useText(settingsTexts);
  const text = useText(teamTexts);
  return (
    <Once title={fill(text.invited, { email: invitation.email })}>
      <CopyField
        label={text.link}
        value={`${location.origin}/invitation#${encodeURIComponent(invitation.token ?? '')}`}
        hint={fill(text.linkHint, { role: wordOf(settings.roleWord, invitation.role) })}
      />
      <div className="row">
        <Link href="/settings/team" className="button button-main">
          {settings.done}
        </Link>
        <Button onClick={onAnother}>{text.another}</Button>
      </div>
    </Once>
  );
}
