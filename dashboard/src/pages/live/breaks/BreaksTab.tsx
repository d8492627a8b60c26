import { useState } from 'react';
import { answer, api } from '../../../api/client';
import type { AdBreak, Channel } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { Empty } from '../../../parts/Empty';
import { formatTime } from '../../../parts/format';
import { Listing } from '../../../parts/Listing';
import { LoadedList } from '../../../parts/Loaded';
import { Pill, type Tone } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { fill, useLanguage, useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { BreakNow } from './BreakNow';
import { breaksTexts } from './breaks.texts';
import { BreakResult } from './BreakResult';
import { CancelBreak } from './CancelBreak';

const TONES: Readonly<Record<string, Tone>> = { scheduled: 'busy', signalled: 'busy', filled: 'ready', failed: 'bad' };

/** Break for ads, and what became of the breaks so far. */
export function BreaksTab({ channel }: { readonly channel: Channel }) {
  const { id } = channel;
  const text = useText(breaksTexts);
  const mayBreak = useMay('channels:control');
  const breaks = usePages(['ad_break', id], (cursor, signal) =>
    answer(api.GET('/v1/channels/{channel_id}/ad-breaks', { params: { path: { channel_id: id }, query: pageBehind(cursor) }, signal })),
  );
  return (
    <div className="stack">
      {mayBreak && <BreakNow channel={channel} breaks={breaks.all ?? []} />}
      <LoadedList of={breaks} empty={<Empty title={text.emptyTitle} lead={text.emptyLead} />}>
        {(all) => <Breaks all={all} mayCancel={mayBreak} />}
      </LoadedList>
    </div>
  );
}

function Breaks({ all, mayCancel }: { readonly all: readonly AdBreak[]; readonly mayCancel: boolean }) {
  const text = useText(breaksTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const mayReadAds = useMay('ads:read');
  const [shown, setShown] = useState<AdBreak>();
  return (
    <Listing title={text.list}>
      <Table
        label={text.list}
        rows={all}
        keyOf={(adBreak) => adBreak.id}
        columns={[
          { name: text.when, cell: (adBreak) => <Time at={adBreak.signalled_at ?? adBreak.start_at ?? adBreak.created_at} seconds /> },
          { name: text.length, number: true, cell: (adBreak) => fill(text.seconds, { seconds: adBreak.duration_seconds }) },
          {
            name: common.status,
            cell: (adBreak) => (
              <>
                <Pill tone={TONES[adBreak.status] ?? 'quiet'}>{wordOf(text.status, adBreak.status)}</Pill>
                {adBreak.status_reason !== null && <span className="fine"> {adBreak.status_reason}</span>}
              </>
            ),
          },
          {
            name: text.result,
            cell: (adBreak) =>
              adBreak.status === 'scheduled' ? (
                mayCancel && <CancelBreak adBreak={adBreak} />
              ) : (
                mayReadAds &&
                adBreak.signalled_at !== null && (
                  <Button look="plain" aria-label={`${text.result}: ${formatTime(adBreak.signalled_at, language, true)}`} onClick={() => setShown(adBreak)}>
                    {common.show}
                  </Button>
                )
              ),
          },
        ]}
      />
      {shown !== undefined && <BreakResult adBreak={shown} onClose={() => setShown(undefined)} />}
    </Listing>
  );
}
