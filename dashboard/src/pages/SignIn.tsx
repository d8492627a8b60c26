import type { FormEvent } from 'react';
import { signIn, type Session } from '../api/session';
import { useAction } from '../hooks/useAction';
import { useTitle } from '../hooks/useTitle';
import { Logo } from '../parts/Logo';
import { ProblemNote } from '../parts/ProblemNote';
import { useText } from '../text';

interface Props {
  readonly ended: boolean;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn({ ended, onSignedIn }: Props) {
  const text = useText();
  useTitle(text.signIn);
  const entry = useAction(async (_key, email: string, password: string) => {
    onSignedIn(await signIn(email, password));
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void entry.run(String(form.get('email')), String(form.get('password')));
  };

  return (
    <div className="sign-in">
      <form className="card sign-in-card" onSubmit={submit}>
        <Logo />
        <h1>{text.signInTitle}</h1>
        <p className="lead">{text.signInLead}</p>
        {ended && entry.problem === undefined && (
          <p className="note" role="status">
            {text.sessionEnded}
          </p>
        )}
        <ProblemNote problem={entry.problem} />
        <div className="field">
          <label htmlFor="email">{text.email}</label>
          <input id="email" name="email" type="email" autoComplete="username" required autoFocus />
        </div>
        <div className="field">
          <label htmlFor="password">{text.password}</label>
          <input id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit" className="button button-main button-wide" disabled={entry.busy}>
          {entry.busy ? text.signingIn : text.signIn}
        </button>
      </form>
    </div>
  );
}
