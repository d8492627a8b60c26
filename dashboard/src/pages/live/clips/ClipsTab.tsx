import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Channel, Clip } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { formatClock } from '../../../parts/format';
import { Listing } from '../../../parts/Listing';
import { LoadedList } from '../../../parts/Loaded';
import { Pill, type Tone } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { clipsTexts } from './clips.texts';
import { MakeClip } from './MakeClip';

const TONES: Readonly<Record<string, Tone>> = { pending: 'busy', ready: 'ready', failed: 'bad' };

/** Cut something out of the broadcast, and what was cut so far. */
export function ClipsTab({ channel }: { readonly channel: Channel }) {
  const { id } = channel;
  const text = useText(clipsTexts);
  const mayClip = useMay('channels:control');
  const clips = usePages(['clip', id], (cursor, signal) =>
    answer(api.GET('/v1/channels/{channel_id}/clips', { params: { path: { channel_id: id }, query: pageBehind(cursor) }, signal })),
  );
  return (
    <div className="stack">
      {mayClip && <MakeClip channel={channel} />}
      <LoadedList of={clips} empty={<Empty title={text.emptyTitle} lead={text.emptyLead} />}>
        {(all) => <Clips all={all} />}
      </LoadedList>
    </div>
  );
}

function Clips({ all }: { readonly all: readonly Clip[] }) {
  const text = useText(clipsTexts);
  const common = useText(commonTexts);
  return (
    <Listing title={text.list}>
      <Table
        label={text.list}
        rows={all}
        keyOf={(clip) => clip.id}
        columns={[
          { name: common.name, cell: (clip) => <bdi>{clip.name}</bdi> },
          { name: text.begins, cell: (clip) => <Time at={clip.start_at} seconds /> },
          { name: text.length, number: true, cell: (clip) => formatClock(clip.duration_seconds) },
          {
            name: common.status,
            cell: (clip) => (
              <>
                <Pill tone={TONES[clip.status] ?? 'quiet'}>{wordOf(text.status, clip.status)}</Pill>
                {clip.asset_id !== null && (
                  <>
                    {' '}
                    <Link href={`/library/${clip.asset_id}`}>{text.watch}</Link>
                  </>
                )}
                {clip.status_reason !== null && <span className="fine"> {clip.status_reason}</span>}
              </>
            ),
          },
        ]}
      />
    </Listing>
  );
}
