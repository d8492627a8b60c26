import { useState } from 'react';
import { acceptInvitation, type Session } from '../api/session';
import { useCommand } from '../data/useCommand';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { Form } from '../parts/Form';
import { Logo } from '../parts/Logo';
import { shellTexts } from '../shell/shell.texts';
import { useText } from '../text';

/** Where an invitation's link leads: `/invitation#<token>`. The part behind `#` never reaches a server's log. */
export function Join({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const text = useText(shellTexts);
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const joining = useCommand(async (values: { token: string; password: string }) => {
    onSignedIn(await acceptInvitation(values.token, values.password));
  });
  return (
    <div className="sign-in">
      <div className="card sign-in-card stack">
        <Logo />
        <h1>{text.invitationTitle}</h1>
        <p className="lead">{text.invitationLead}</p>
        <Form
          label={text.invitationTitle}
          problem={joining.problem}
          onSubmit={(values) => void joining.run({ token: String(values.get('token')).trim(), password: String(values.get('password')) })}
        >
          <TextField label={text.invitationToken} name="token" defaultValue={token} required className="mono" />
          <TextField label={text.newPassword} name="password" type="password" autoComplete="new-password" required />
          <Button type="submit" look="main" busy={joining.busy}>
            {joining.busy ? text.joining : text.join}
          </Button>
        </Form>
      </div>
    </div>
  );
}
