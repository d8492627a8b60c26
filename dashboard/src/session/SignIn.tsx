import { signIn, type Session } from '../api/session';
import { useCommand } from '../data/useCommand';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { Form } from '../parts/Form';
import { Logo } from '../parts/Logo';
import { Dialog } from '../parts/Dialog';
import { shellTexts } from '../shell/shell.texts';
import { useText } from '../text';

type OnSignedIn = (session: Session) => void;

/** The way in. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: OnSignedIn }) {
  const text = useText(shellTexts);
  return (
    <div className="sign-in">
      <div className="card sign-in-card stack">
        <Logo />
        <h1>{text.signInTitle}</h1>
        <p className="lead">{text.signInLead}</p>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </div>
  );
}

/** Above the page on which the session ended: nothing that was typed there is lost. */
export function SignInAgain({ onSignedIn }: { readonly onSignedIn: OnSignedIn }) {
  const text = useText(shellTexts);
  return (
    <Dialog title={text.endedTitle}>
      <p>{text.endedLead}</p>
      <SignInForm onSignedIn={onSignedIn} />
    </Dialog>
  );
}

function SignInForm({ onSignedIn }: { readonly onSignedIn: OnSignedIn }) {
  const text = useText(shellTexts);
  const entry = useCommand(async ({ email, password }: { email: string; password: string }) => {
    onSignedIn(await signIn(email, password));
  });
  return (
    <Form
      label={text.signIn}
      problem={entry.problem}
      onSubmit={(values) => void entry.run({ email: String(values.get('email')), password: String(values.get('password')) })}
    >
      <TextField label={text.email} name="email" type="email" autoComplete="username" required autoFocus />
      <TextField label={text.password} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="main" busy={entry.busy}>
        {entry.busy ? text.signingIn : text.signIn}
      </Button>
    </Form>
  );
}
