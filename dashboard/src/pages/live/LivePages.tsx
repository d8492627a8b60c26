import { Route, Switch } from 'wouter';
import { NotFound } from '../../shell/Pages';
import '../../styles/live.css';
import { ChannelPage } from './channel/ChannelPage';
import { NewChannelPage } from './create/NewChannelPage';
import { ChannelsPage } from './list/ChannelsPage';

/** All pages below /channels. */
export default function LivePages() {
  return (
    <Switch>
      <Route path="/channels" component={ChannelsPage} />
      <Route path="/channels/new" component={NewChannelPage} />
      <Route path="/channels/:id/*?">{({ id }) => <ChannelPage key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  );
}
