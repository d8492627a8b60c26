import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type Look = 'usual' | 'main' | 'danger' | 'quiet-danger' | 'plain';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: Look;
  /** What it does is being done: it cannot be pressed, keeps its place and says so. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'usual', busy = false, type = 'button', disabled = false, children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}${busy ? ' button-busy' : ''}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {children}
    </button>
  );
}
