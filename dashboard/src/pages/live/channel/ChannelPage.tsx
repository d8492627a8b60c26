import { Link, Route, Switch } from 'wouter';
import { Loaded } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { Tabs } from '../../../parts/Tabs';
import { NotFound } from '../../../shell/Pages';
import { useText } from '../../../text';
import { liveTexts } from '../live.texts';
import { Overview } from '../overview/Overview';
import { channelTexts } from './channel.texts';
import { Controls, StatusLine } from './ChannelHead';
import { useChannel } from './useChannel';

/** One channel; what there is to know of it and to do with it, each at an address of its own. */
export function ChannelPage({ id }: { readonly id: string }) {
  const text = useText(channelTexts);
  const { channels } = useText(liveTexts);
  const told = useChannel(id);
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
        ]}
      />
      <Loaded of={told}>
        {({ value }) => (
          <Switch>
            <Route path="/channels/:id">
              <Overview channel={value} />
            </Route>
            <Route component={NotFound} />
          </Switch>
        )}
      </Loaded>
    </Page>
  );
}
