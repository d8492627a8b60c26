import type { ComponentProps } from 'react';
import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { holds, useSession } from '../../session/useSession';
import { useText } from '../../text';
import { PLACES } from './places';
import { settingsTexts } from './settings.texts';

/** One of the settings, below the names of all that one may see. */
export function SettingsPage(page: Omit<ComponentProps<typeof Page>, 'back'>) {
  const text = useText(settingsTexts);
  const { scopes } = useSession();
  return (
    <>
      <Tabs
        label={text.places}
        tabs={PLACES.filter(({ scope }) => scope === undefined || holds(scopes, scope)).map(({ href, name }) => [href, text[name]])}
      />
      <Page {...page} />
    </>
  );
}
