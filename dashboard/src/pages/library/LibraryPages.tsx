import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';
import { AssetListPage } from './AssetListPage';
import { AssetPage } from './AssetPage';
import './library.css';

/** All pages below /library. */
export default function LibraryPages() {
  return (
    <Switch>
      <Route path="/library">
        <AssetListPage />
      </Route>
      <Route path="/library/:id">{({ id }) => <AssetPage key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  );
}
