import { useEffect, useRef } from 'react';
import { Link, useRoute } from 'wouter';

interface Props {
  readonly label: string;
  readonly tabs: readonly (readonly [href: string, name: string])[];
}

/** The pages of one thing. They are links: each has an address, and the back button works. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(([href, name]) => (
        <Tab key={href} href={href} name={name} />
      ))}
    </nav>
  );
}

function Tab({ href, name }: { readonly href: string; readonly name: string }) {
  const [current] = useRoute(href);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On a narrow screen the tabs are wider than the page: where one is has to be seen.
    if (current) {
      link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [current]);
  return (
    <Link ref={link} href={href} aria-current={current ? 'page' : undefined}>
      {name}
    </Link>
  );
}
