import { api, done } from '../../../api/client';
import type { NewPassword } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { useNotice } from '../../../parts/Notices';
import { useText } from '../../../text';
import { accountTexts } from './account.texts';

/** A change ends all sessions, this one too: the next look at the page asks to sign in. */
export function PasswordForm() {
  const text = useText(accountTexts);
  const notice = useNotice();
  const changing = useCommand(
    (body: NewPassword) => done(api.PUT('/v1/members/me/password', { body })),
    ['session'],
  );
  const change = async (values: FormData) => {
    const done = await changing.run({
      current_password: String(values.get('current_password')),
      new_password: String(values.get('new_password')),
    });
    if (done === true) {
      notice(text.changed);
    }
  };
  return (
    <Form className="stack form-width" label={text.password} problem={changing.problem} onSubmit={(values) => void change(values)}>
      <p className="hint">{text.passwordLead}</p>
      <TextField label={text.current} name="current_password" type="password" autoComplete="current-password" required />
      <TextField label={text.next} name="new_password" type="password" autoComplete="new-password" required minLength={12} hint={text.nextHint} />
      <div className="row">
        <Button type="submit" busy={changing.busy}>
          {changing.busy ? text.changing : text.change}
        </Button>
      </div>
    </Form>
  );
}
