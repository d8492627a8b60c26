import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';

/** All pages below /library. */
export default function LibraryPages() {
  return (
    <Switch>
      <Route component={NotFound} />
    </Switch>
  );
}
