import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { Loading } from '../parts/Loaded';
import { Page } from '../parts/Page';
import { useText } from '../text';
import { Boundary } from './Boundary';
import { shellTexts } from './shell.texts';

// Each part of the dashboard is fetched when somebody goes there.
const LivePages = lazy(() => import('../pages/live/LivePages'));
const LibraryPages = lazy(() => import('../pages/library/LibraryPages'));
const AdsPages = lazy(() => import('../pages/ads/AdsPages'));
const SettingsPages = lazy(() => import('../pages/settings/SettingsPages'));

/** All pages of whoever is signed in. */
export function Pages() {
  const place = useBeginning();
  return (
    <Boundary key={place}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Redirect to="/channels" replace />
          </Route>
          <Route path="/invitation">
            <Redirect to="/channels" replace />
          </Route>
          <Route path="/channels/*?" component={LivePages} />
          <Route path="/library/*?" component={LibraryPages} />
          <Route path="/ads/*?" component={AdsPages} />
          <Route path="/settings/*?" component={SettingsPages} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Boundary>
  );
}

/** What to show where there is nothing; pages use it for their own unknown addresses. */
export function NotFound() {
  const text = useText(shellTexts);
  return (
    <Page title={text.notFoundTitle} lead={text.notFoundLead}>
      <Link href="/channels">{text.home}</Link>
    </Page>
  );
}

/** Another place is read from its beginning, also by screen readers; a tab of the same place is not another place. */
function useBeginning(): string {
  const [path] = useLocation();
  const place = path.split('/').slice(0, 3).join('/');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [place]);
  return place;
}
