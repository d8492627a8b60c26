import { useState } from 'react';
import { answer, api } from '../../../api/client';
import type { Broadcast, Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { Empty } from '../../../parts/Empty';
import { formatTime } from '../../../parts/format';
import { Listing } from '../../../parts/Listing';
import { LoadedList } from '../../../parts/Loaded';
import { Pill, type Tone } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { useLanguage, useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { PlanBroadcast } from './PlanBroadcast';
import { plannedTexts } from './planned.texts';

const TONES: Readonly<Record<string, Tone>> = { scheduled: 'ready', preparing: 'busy', on_air: 'live', missed: 'bad' };

/** When the channel goes on air and off by itself. */
export function PlannedTab({ channel }: { readonly channel: Channel }) {
  const { id } = channel;
  const text = useText(plannedTexts);
  const mayPlan = useMay('channels:control');
  const broadcasts = usePages(['broadcast', id], (cursor, signal) =>
    answer(api.GET('/v1/channels/{channel_id}/broadcasts', { params: { path: { channel_id: id }, query: pageBehind(cursor) }, signal })),
  );
  return (
    <div className="stack">
      {mayPlan && <PlanBroadcast channel={channel} />}
      <LoadedList of={broadcasts} empty={<Empty title={text.emptyTitle} lead={text.emptyLead} />}>
        {(all) => <Broadcasts all={all} mayPlan={mayPlan} />}
      </LoadedList>
    </div>
  );
}

function Broadcasts({ all, mayPlan }: { readonly all: readonly Broadcast[]; readonly mayPlan: boolean }) {
  const text = useText(plannedTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const [leaving, setLeaving] = useState<Broadcast>();
  const cancelling = useCommand(
    async ({ channel_id, id }: Broadcast) => answer(api.DELETE('/v1/channels/{channel_id}/broadcasts/{id}', { params: { path: { channel_id, id } } })),
    ['broadcast', 'channel'],
  );
  const stay = () => {
    setLeaving(undefined);
    cancelling.forget();
  };
  return (
    <Listing title={text.title}>
      <Table
        label={text.title}
        rows={all}
        keyOf={(broadcast) => broadcast.id}
        columns={[
          { name: text.start, cell: (broadcast) => <Time at={broadcast.start_at} /> },
          { name: text.stop, cell: (broadcast) => (broadcast.stop_at === null ? text.open : <Time at={broadcast.stop_at} />) },
          {
            name: common.status,
            cell: (broadcast) => (
              <>
                <Pill tone={TONES[broadcast.status] ?? 'quiet'}>{wordOf(text.status, broadcast.status)}</Pill>
                {broadcast.status_reason !== null && <span className="fine"> {broadcast.status_reason}</span>}
              </>
            ),
          },
          {
            name: common.cancel,
            cell: (broadcast) =>
              mayPlan && (broadcast.status === 'scheduled' || broadcast.status === 'preparing') ? (
                <Button look="quiet-danger" aria-label={`${text.cancelIt}: ${formatTime(broadcast.start_at, language)}`} onClick={() => setLeaving(broadcast)}>
                  {text.cancelIt}
                </Button>
              ) : null,
          },
        ]}
      />
      {leaving !== undefined && (
        <ConfirmDialog
          title={text.cancelTitle}
          confirm={text.cancelIt}
          cancel={text.keep}
          busy={cancelling.busy}
          problem={cancelling.problem}
          onClose={stay}
          onConfirm={() => void cancelling.run(leaving).then((gone) => gone !== undefined && stay())}
        >
          <p>{text.cancelLead}</p>
        </ConfirmDialog>
      )}
    </Listing>
  );
}
