import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Waste } from '../../../api/schema';
import { useChannels } from '../../../data/useChannels';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { formatMoney } from '../../../parts/format';
import { LoadedList } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { useLanguage, useText, wordOf } from '../../../text';
import { settingsTexts } from '../settings.texts';
import { ReclaimDialog } from './ReclaimDialog';
import { usageTexts } from './usage.texts';

/** What is paid for and serves nobody, with what ends it. */
export function WasteList() {
  const text = useText(usageTexts);
  const settings = useText(settingsTexts);
  const language = useLanguage();
  const mayWrite = useMay('ops:write');
  const [asked, setAsked] = useState<Waste>();
  const waste = usePages<Waste>(
    ['waste', 'list'],
    (cursor, signal) => answer(api.GET('/v1/waste', { params: { query: pageBehind(cursor) }, signal })),
    { every: 12_000 },
  );
  return (
    <Section title={text.waste}>
      <LoadedList of={waste} empty={<p className="hint">{text.noWaste}</p>}>
        {(all) => (
          <Table
            label={text.wasteTable}
            rows={all}
            keyOf={(each) => each.id}
            columns={[
              {
                name: text.about,
                cell: (each) => (
                  <>
                    {text.kind[each.kind] ?? each.detail}
                    <span className="fine block">
                      <Subject id={each.resource_id} />
                    </span>
                  </>
                ),
              },
              { name: text.since, cell: (each) => <Ago at={each.since} /> },
              { name: text.perHour, number: true, cell: (each) => (each.per_hour === null ? text.free : formatMoney(each.per_hour, language, 4)) },
              ...(mayWrite
                ? [
                    {
                      name: settings.action,
                      cell: (each: Waste) => (
                        <Button aria-label={`${wordOf(text.reclaim, each.reclaim)}: ${each.resource_id}`} onClick={() => setAsked(each)}>
                          {wordOf(text.reclaim, each.reclaim)}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </LoadedList>
      {asked !== undefined && <ReclaimDialog of={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

/** The channel by its name, where it is one that is there. */
function Subject({ id }: { readonly id: string }) {
  const channel = useChannels().all?.find((each) => each.id === id);
  return channel === undefined ? (
    <code>{id}</code>
  ) : (
    <Link href={`/channels/${id}`}>
      <bdi>{channel.name}</bdi>
    </Link>
  );
}
