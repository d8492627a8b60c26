import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Event } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { pageBehind, usePages } from '../../../data/usePages';
import { Facts } from '../../../parts/Facts';
import { Loaded, LoadedList } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Time } from '../../../parts/Time';
import { useText, wordOf } from '../../../text';
import { Recording } from './Recording';
import { Lasted } from './SessionsTab';
import { sessionsTexts } from './sessions.texts';

const EVENTS_A_PAGE = 100;

/** One broadcast and what happened in it. */
export function SessionPage({ channelId, id }: { readonly channelId: string; readonly id: string }) {
  const text = useText(sessionsTexts);
  const path = { channel_id: channelId, id };
  const session = useOne(['session', channelId, id], (signal) =>
    answer(api.GET('/v1/channels/{channel_id}/sessions/{id}', { params: { path }, signal })),
  );
  const timeline = usePages(['session', channelId, id, 'timeline'], (cursor, signal) =>
    answer(
      api.GET('/v1/channels/{channel_id}/sessions/{id}/timeline', {
        params: { path, query: pageBehind(cursor, EVENTS_A_PAGE) },
        signal,
      }),
    ),
  );
  const back = <Link href={`/channels/${channelId}/sessions`}>← {text.back}</Link>;
  if (session.problem?.status === 404) {
    return (
      <div className="card stack">
        <p>{text.gone}</p>
        {back}
      </div>
    );
  }
  return (
    <div className="stack">
      {back}
      <Loaded of={session}>
        {(told) => (
          <Section title={told.name}>
            <Facts
              rows={[
                [text.began, <Time at={told.started_at} seconds />],
                [text.lasted, <Lasted session={told} />],
                [text.recording, <Recording recording={told.recording} />],
              ]}
            />
          </Section>
        )}
      </Loaded>
      <Section title={text.timeline}>
        <p className="hint">{text.timelineLead}</p>
        <LoadedList of={timeline} empty={null}>
          {(events) => <Timeline events={events} />}
        </LoadedList>
      </Section>
    </div>
  );
}

function Timeline({ events }: { readonly events: readonly Event[] }) {
  const text = useText(sessionsTexts);
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id}>
          <span className="fine">
            <Time at={event.created_at} seconds />
          </span>
          <span>
            {wordOf(text.event, event.type)}
            {typeof event.data['reason'] === 'string' && <span className="fine"> {event.data['reason']}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
