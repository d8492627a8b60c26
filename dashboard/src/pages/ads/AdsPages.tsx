import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';

/** All pages below /ads. */
export default function AdsPages() {
  return (
    <Switch>
      <Route component={NotFound} />
    </Switch>
  );
}
