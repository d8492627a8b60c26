import type { FormEvent, ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { RefusedContext } from './Field';
import { ProblemNote } from './ProblemNote';

interface Props {
  readonly label: string;
  readonly problem: Problem | undefined;
  readonly onSubmit: (values: FormData) => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A form whose fields show what the API refused of them; the rest of the refusal stands above. */
export function Form({ label, problem, onSubmit, children, className = 'stack' }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form className={className} aria-label={label} onSubmit={submit}>
      <ProblemNote problem={problem} />
      <RefusedContext value={problem}>{children}</RefusedContext>
    </form>
  );
}
