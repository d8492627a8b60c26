import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';

/** All pages below /channels. */
export default function LivePages() {
  return (
    <Switch>
      <Route component={NotFound} />
    </Switch>
  );
}
