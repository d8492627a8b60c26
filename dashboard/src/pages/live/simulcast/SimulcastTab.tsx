import { useState } from 'react';
import { answer, api } from '../../../api/client';
import type { Channel, SimulcastTarget } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { Empty } from '../../../parts/Empty';
import { Listing } from '../../../parts/Listing';
import { LoadedList } from '../../../parts/Loaded';
import { Pill, type Tone } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { useMay } from '../../../session/useSession';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { AddTarget } from './AddTarget';
import { simulcastTexts } from './simulcast.texts';

const TONES: Readonly<Record<string, Tone>> = { starting: 'busy', broadcasting: 'live', errored: 'bad', deleted: 'busy' };

/** Other platforms the channel is pushed to. */
export function SimulcastTab({ channel }: { readonly channel: Channel }) {
  const { id } = channel;
  const text = useText(simulcastTexts);
  const mayChange = useMay('channels:write');
  const targets = usePages(['simulcast_target', id], (cursor, signal) =>
    answer(
      api.GET('/v1/channels/{channel_id}/simulcast-targets', { params: { path: { channel_id: id }, query: pageBehind(cursor) }, signal }),
    ),
  );
  return (
    <div className="stack">
      <LoadedList of={targets} empty={<Empty title={text.emptyTitle} lead={text.emptyLead} />}>
        {(all) => <Targets all={all} mayChange={mayChange} />}
      </LoadedList>
      {mayChange && (channel.pipelines === 'dual' ? <p className="note">{text.dual}</p> : <AddTarget channel={channel} />)}
    </div>
  );
}

function Targets({ all, mayChange }: { readonly all: readonly SimulcastTarget[]; readonly mayChange: boolean }) {
  const text = useText(simulcastTexts);
  const common = useText(commonTexts);
  const [leaving, setLeaving] = useState<SimulcastTarget>();
  const removal = useCommand(
    async ({ channel_id, id }: SimulcastTarget) =>
      answer(api.DELETE('/v1/channels/{channel_id}/simulcast-targets/{id}', { params: { path: { channel_id, id } } })),
    ['simulcast_target'],
  );
  const stay = () => {
    setLeaving(undefined);
    removal.forget();
  };
  return (
    <Listing title={text.title}>
      <p className="hint">{text.lead}</p>
      <Table
        label={text.title}
        rows={all}
        keyOf={(target) => target.id}
        columns={[
          {
            name: text.target,
            cell: (target) => (
              <>
                <bdi>{target.name}</bdi>
                <br />
                <code className="fine">
                  <bdi>{target.url}</bdi> {target.stream_key}
                </code>
              </>
            ),
          },
          {
            name: common.status,
            cell: (target) => (
              <div role="status">
                <Pill tone={TONES[target.status] ?? 'quiet'}>{wordOf(text.status, target.status)}</Pill>
                {target.status_reason !== null && <p className="fine">{target.status_reason}</p>}
              </div>
            ),
          },
          {
            name: common.remove,
            cell: (target) =>
              mayChange && target.status !== 'deleted' ? (
                <Button look="quiet-danger" aria-label={`${common.remove}: ${target.name}`} onClick={() => setLeaving(target)}>
                  {common.remove}
                </Button>
              ) : null,
          },
        ]}
      />
      {leaving !== undefined && (
        <ConfirmDialog
          title={text.removeTitle}
          confirm={common.remove}
          cancel={common.cancel}
          busy={removal.busy}
          problem={removal.problem}
          onClose={stay}
          onConfirm={() => void removal.run(leaving).then((gone) => gone !== undefined && stay())}
        >
          <p>
            <bdi>{leaving.name}</bdi>
          </p>
          <p>{text.removeLead}</p>
        </ConfirmDialog>
      )}
    </Listing>
  );
}
