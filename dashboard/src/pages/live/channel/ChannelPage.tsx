import { Link, Route, Switch } from 'wouter';
import { Loaded } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { Tabs } from '../../../parts/Tabs';
import { useMay } from '../../../session/useSession';
import { NotFound } from '../../../shell/Pages';
import { useText } from '../../../text';
import { BreaksTab } from '../breaks/BreaksTab';
import { ClipsTab } from '../clips/ClipsTab';
import { HealthTab } from '../health/HealthTab';
import { liveTexts } from '../live.texts';
import { Overview } from '../overview/Overview';
import { PlannedTab } from '../planned/PlannedTab';
import { SessionPage } from '../sessions/SessionPage';
import { SessionsTab } from '../sessions/SessionsTab';
import { SettingsTab } from '../settings/SettingsTab';
import { SimulcastTab } from '../simulcast/SimulcastTab';
import { channelTexts } from './channel.texts';
import { Controls, StatusLine } from './ChannelHead';
import { useChannel } from './useChannel';

/** One channel; what there is to know of it and to do with it, each at an address of its own. */
export function ChannelPage({ id }: { readonly id: string }) {
  const text = useText(channelTexts);
  const { channels } = useText(liveTexts);
  const told = useChannel(id);
  const mayChange = useMay('channels:write');
  const mayControl = useMay('channels:control');
  const channel = told.value?.value;
  if (told.problem?.status === 404) {
    return (
      <Page title={text.goneTitle} lead={text.goneLead}>
        <Link href="/channels">{text.toChannels}</Link>
      </Page>
    );
  }
  const at = `/channels/${id}`;
  return (
    <Page
      title={channel?.name ?? channels}
      back={['/channels', channels]}
      lead={channel && <StatusLine channel={channel} />}
      actions={channel && <Controls channel={channel} />}
    >
      <Tabs
        label={text.pages}
        tabs={[
          [at, text.overview],
          [`${at}/health`, text.health],
          [`${at}/sessions`, text.sessions],
          [`${at}/breaks`, text.breaks],
          [`${at}/clips`, text.clips],
          [`${at}/simulcast`, text.simulcast],
          [`${at}/planned`, text.planned],
          ...(mayChange || mayControl ? [[`${at}/settings`, text.settings] as const] : []),
        ]}
      />
      <Loaded of={told}>
        {(versioned) => (
          <Switch>
            <Route path="/channels/:id">
              <Overview channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/health">
              <HealthTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/sessions">
              <SessionsTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/sessions/:session">{({ session }) => <SessionPage channelId={id} id={session} />}</Route>
            <Route path="/channels/:id/breaks">
              <BreaksTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/clips">
              <ClipsTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/simulcast">
              <SimulcastTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/planned">
              <PlannedTab channel={versioned.value} />
            </Route>
            <Route path="/channels/:id/settings">
              <SettingsTab told={versioned} />
            </Route>
            <Route component={NotFound} />
          </Switch>
        )}
      </Loaded>
    </Page>
  );
}
