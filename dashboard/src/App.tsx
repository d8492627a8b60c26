import { lazy, Suspense, useEffect, useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { Feed } from './data/feed';
import { queries } from './data/queries';
import { FeedContext, refreshBy } from './data/useFeed';
import { Button } from './parts/Button';
import { Loading } from './parts/Loaded';
import { Notices } from './parts/Notices';
import { ProblemNote } from './parts/ProblemNote';
import { Join } from './session/Join';
import { SignIn, SignInAgain } from './session/SignIn';
import { SessionContext, useMay, useSessionControl, type SessionControl } from './session/useSession';
import { Pages } from './shell/Pages';
import { usePreferences } from './shell/preferences';
import { shellTexts } from './shell/shell.texts';
import { TopBar } from './shell/TopBar';
import { LanguageContext, useText } from './text';
import { commonTexts } from './text/common.texts';

// What is being uploaded goes on whatever page is shown.
const UploadBar = lazy(() => import('./upload/UploadBar'));

export function App() {
  const preferences = usePreferences();
  const control = useSessionControl();
  const { state } = control;

  return (
    <QueryClientProvider client={queries}>
      <LanguageContext value={preferences.language}>
        <SkipLink />
        <TopBar
          session={state.kind === 'in' ? state.session : undefined}
          language={preferences.language}
          onLanguage={preferences.chooseLanguage}
          onTheme={preferences.toggleTheme}
          onLeave={() => void control.leave().catch(control.ask)}
        />
        <main id="content" tabIndex={-1}>
          <Notices>
            <Inside control={control} />
          </Notices>
        </main>
      </LanguageContext>
    </QueryClientProvider>
  );
}

function SkipLink() {
  return (
    <a className="skip" href="#content">
      {useText(shellTexts).skipToContent}
    </a>
  );
}

function Inside({ control }: { readonly control: SessionControl }) {
  const { state, enter, ask } = control;
  const text = useText(commonTexts);
  switch (state.kind) {
    case 'asking':
      return <Loading />;
    case 'unreachable':
      return (
        <div className="narrow">
          <ProblemNote problem={state.problem} />
          <Button onClick={ask}>{text.tryAgain}</Button>
        </div>
      );
    case 'out':
      return (
        <Switch>
          <Route path="/invitation">
            <Join onSignedIn={enter} />
          </Route>
          <Route>
            <SignIn onSignedIn={enter} />
          </Route>
        </Switch>
      );
    case 'in':
      return (
        <SessionContext value={state.session}>
          <Following key={state.session.organization_id} signedIn={!state.ended} />
          {state.ended && <SignInAgain onSignedIn={enter} />}
        </SessionContext>
      );
  }
}

/** The pages, kept up to date by what happens in the organization; for whoever may not read of that, by asking. */
function Following({ signedIn }: { readonly signedIn: boolean }) {
  const [feed, setFeed] = useState<Feed>();
  const may = useMay('events:read');
  useEffect(() => {
    if (!signedIn || !may) {
      return undefined;
    }
    const opened = new Feed();
    const stop = refreshBy(opened, queries);
    setFeed(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [signedIn, may]);
  return (
    <FeedContext value={feed}>
      <Pages />
      <Suspense>
        <UploadBar />
      </Suspense>
    </FeedContext>
  );
}
