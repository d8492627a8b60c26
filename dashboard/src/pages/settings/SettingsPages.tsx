import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';

/** All pages below /settings. */
export default function SettingsPages() {
  return (
    <Switch>
      <Route component={NotFound} />
    </Switch>
  );
}
