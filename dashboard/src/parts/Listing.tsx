import type { ReactNode } from 'react';

/** A list under its heading. The table in it is the place that screen readers find by the name, so this is none. */
export function Listing({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="card stack">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
