import type { Session } from './api/session';
import { usePreferences } from './hooks/preferences';
import { useRoute, type Route } from './hooks/route';
import { LostContext, useSessionControl } from './hooks/useSession';
import { ChannelList } from './pages/ChannelList';
import { ChannelPage } from './pages/ChannelPage';
import { NewChannel } from './pages/NewChannel';
import { PlayPage } from './pages/PlayPage';
import { SignIn } from './pages/SignIn';
import { Link } from './parts/Link';
import { Logo } from './parts/Logo';
import { ProblemNote } from './parts/ProblemNote';
import { TextContext, texts, useText, type Language } from './text';

export function App() {
  const preferences = usePreferences();
  const session = useSessionControl();
  const { state } = session;
  const text = texts[preferences.language];

  return (
    <TextContext value={text}>
      <LostContext value={session.lost}>
        <a className="skip" href="#content">
          {text.skipToContent}
        </a>
        <TopBar
          session={state.kind === 'in' ? state.session : undefined}
          language={preferences.language}
          onLanguage={preferences.chooseLanguage}
          onTheme={preferences.toggleTheme}
          onLeave={() => void session.leave().catch(session.ask)}
        />
        <main id="content" tabIndex={-1}>
          {state.kind === 'asking' && <p className="lead">{text.loading}</p>}
          {state.kind === 'unreachable' && (
            <div className="narrow">
              <ProblemNote problem={state.problem} />
              <button type="button" className="button" onClick={session.ask}>
                ↻
              </button>
            </div>
          )}
          {state.kind === 'out' && <SignIn ended={state.ended} onSignedIn={session.enter} />}
          {state.kind === 'in' && <CurrentPage language={preferences.language} />}
        </main>
      </LostContext>
    </TextContext>
  );
}

function CurrentPage({ language }: { language: Language }) {
  const route: Route = useRoute();
  const text = useText();
  switch (route.page) {
    case 'channels':
      return <ChannelList language={language} />;
    case 'new':
      return <NewChannel />;
    case 'channel':
      return <ChannelPage key={route.id} id={route.id} language={language} />;
    case 'play':
      return <PlayPage key={route.playbackId} playbackId={route.playbackId} />;
    case 'unknown':
      return (
        <div className="narrow">
          <h1>{text.notFoundTitle}</h1>
          <Link to={{ page: 'channels' }}>{text.backToChannels}</Link>
        </div>
      );
  }
}

interface TopBarProps {
  readonly session: Session | undefined;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: () => void;
  readonly onLeave: () => void;
}

function TopBar({ session, language, onLanguage, onTheme, onLeave }: TopBarProps) {
  const text = useText();
  const other: Language = language === 'en' ? 'ko' : 'en';
  return (
    <header className="top">
      <div className="top-inside">
        <Link to={{ page: 'channels' }} className="brand">
          <Logo />
          OnAir
        </Link>
        {session !== undefined && (
          <nav className="top-nav" aria-label="OnAir">
            <Link to={{ page: 'channels' }}>{text.channels}</Link>
            <a href="/docs" target="_blank" rel="noreferrer">
              {text.apiDocs}
            </a>
          </nav>
        )}
        <div className="top-tools">
          {session !== undefined && <span className="who">{session.organization_name ?? session.email}</span>}
          <button type="button" className="button button-plain" lang={other} onClick={() => onLanguage(other)}>
            {texts[other].languageName}
          </button>
          <button type="button" className="button button-plain" aria-label={text.theme} title={text.theme} onClick={onTheme}>
            <span className="half-moon" aria-hidden="true" />
          </button>
          {session !== undefined && (
            <button type="button" className="button button-plain" onClick={onLeave}>
              {text.signOut}
            </button>
          )}
        </div>
      </div>
    </header>
  );
}
