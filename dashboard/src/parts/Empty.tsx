import type { ReactNode } from 'react';
import { Logo } from './Logo';

/** Nothing is here yet: says what would be, and how to begin. */
export function Empty({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children?: ReactNode }) {
  return (
    <div className="card empty">
      <Logo />
      <h2>{title}</h2>
      <p className="lead">{lead}</p>
      {children}
    </div>
  );
}
