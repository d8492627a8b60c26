import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Channel, Session } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { formatClock } from '../../../parts/format';
import { Listing } from '../../../parts/Listing';
import { LoadedList } from '../../../parts/Loaded';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { useNow } from '../../../parts/useNow';
import { useText } from '../../../text';
import { Recording } from './Recording';
import { sessionsTexts } from './sessions.texts';

/** All broadcasts of a channel, newest first. */
export function SessionsTab({ channel: { id } }: { readonly channel: Channel }) {
  const text = useText(sessionsTexts);
  const sessions = usePages(['session', id], (cursor, signal) =>
    answer(api.GET('/v1/channels/{channel_id}/sessions', { params: { path: { channel_id: id }, query: pageBehind(cursor) }, signal })),
  );
  return (
    <LoadedList of={sessions} empty={<Empty title={text.emptyTitle} lead={text.emptyLead} />}>
      {(all) => (
        <Listing title={text.title}>
          <Table
            label={text.title}
            rows={all}
            keyOf={(session) => session.id}
            columns={[
              {
                name: text.began,
                cell: (session) => (
                  <Link href={`/channels/${id}/sessions/${session.id}`}>
                    <Time at={session.started_at} seconds />
                  </Link>
                ),
              },
              { name: text.name, cell: (session) => <bdi>{session.name}</bdi> },
              { name: text.lasted, number: true, cell: (session) => <Lasted session={session} /> },
              { name: text.recording, cell: (session) => <Recording recording={session.recording} /> },
            ]}
          />
        </Listing>
      )}
    </LoadedList>
  );
}

/** How long it was, or how long it has been on air. */
export function Lasted({ session }: { readonly session: Session }) {
  const text = useText(sessionsTexts);
  const now = useNow(1000);
  return session.duration_seconds === null
    ? `${formatClock((now - Date.parse(session.started_at)) / 1000)} (${text.live})`
    : formatClock(session.duration_seconds);
}
