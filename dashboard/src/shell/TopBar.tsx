import { Link, useLocation } from 'wouter';
import type { Session } from '../api/session';
import { Button } from '../parts/Button';
import { Logo } from '../parts/Logo';
import { holds } from '../session/useSession';
import { useText, type Language } from '../text';
import { shellTexts } from './shell.texts';

interface Props {
  readonly session: Session | undefined;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: () => void;
  readonly onLeave: () => void;
}

/** The frame's top: where one can go, and how the pages look. */
export function TopBar({ session, language, onLanguage, onTheme, onLeave }: Props) {
  const text = useText(shellTexts);
  const other: Language = language === 'en' ? 'ko' : 'en';
  return (
    <header className="top">
      <div className="top-inside">
        <Link href="/channels" className="brand">
          <Logo />
          OnAir
        </Link>
        {session !== undefined && <Places scopes={session.scopes} />}
        <div className="top-tools">
          {session !== undefined && (
            <span className="who">
              <bdi>{session.organization_name ?? session.email}</bdi>
            </span>
          )}
          <Button look="plain" lang={other} onClick={() => onLanguage(other)}>
            {text.otherLanguage}
          </Button>
          <Button look="plain" aria-label={text.theme} title={text.theme} onClick={onTheme}>
            <span className="half-moon" aria-hidden="true" />
          </Button>
          {session !== undefined && (
            <Button look="plain" onClick={onLeave}>
              {text.signOut}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}

/** Only those that whoever is signed in may see something of. */
function Places({ scopes }: { readonly scopes: readonly string[] }) {
  const text = useText(shellTexts);
  const [path] = useLocation();
  const places = [
    ['/channels', text.channels, 'channels:read'],
    ['/library', text.library, 'assets:read'],
    ['/ads', text.ads, 'ads:read'],
    ['/settings', text.settings, undefined],
  ] as const;
  return (
    <nav className="top-nav" aria-label={text.places}>
      {places
        .filter(([, , scope]) => scope === undefined || holds(scopes, scope))
        .map(([href, name]) => (
          <Link key={href} href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      <a href="/docs" target="_blank" rel="noreferrer">
        {text.apiDocs}
      </a>
    </nav>
  );
}
