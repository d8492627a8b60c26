import type { MouseEvent, ReactNode } from 'react';
import { go, pathOf, type Route } from '../hooks/route';

interface Props {
  readonly to: Route;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link to another page: a real one, so it opens in a new tab like any other. */
export function Link({ to, className, current = false, children }: Props) {
  const follow = (event: MouseEvent) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (plain) {
      event.preventDefault();
      go(to);
    }
  };
  return (
    <a href={pathOf(to)} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
