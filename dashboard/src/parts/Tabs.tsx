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
  return (
    <Link href={href} aria-current={current ? 'page' : undefined}>
      {name}
    </Link>
  );
}
