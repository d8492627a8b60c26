import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';

interface Props {
  readonly title: string;
  /** Where this page belongs: an address and its name. */
  readonly back?: readonly [href: string, name: string];
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which is the window's title, too. Titles given by users may be of any script. */
export function Page({ title, back, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · OnAir`;
  }, [title]);
  return (
    <>
      {back !== undefined && (
        <Link href={back[0]} className="back">
          ← <bdi>{back[1]}</bdi>
        </Link>
      )}
      <div className="head">
        <div className="head-words">
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {lead !== undefined && <div className="lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** A part of a page with a heading of its own. */
export function Section({ title, actions, children, id }: { readonly title: string; readonly actions?: ReactNode; readonly children: ReactNode; readonly id?: string }) {
  return (
    <section className="card stack" id={id} aria-label={title}>
      <div className="row row-between">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
