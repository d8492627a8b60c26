import { answer, api } from '../../../api/client';
import { useOne } from '../../../data/useOne';
import { Loading } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { Code } from '../Code';
import { webhooksTexts } from './webhooks.texts';

/** The event that a delivery carried. Events never change. */
export function Message({ event: id }: { readonly event: string }) {
  const text = useText(webhooksTexts);
  const may = useMay('events:read');
  const event = useOne(['event', id], (signal) => answer(api.GET('/v1/events/{id}', { params: { path: { id } }, signal })), {
    enabled: may,
    every: false,
  });
  if (!may) {
    return null;
  }
  return (
    <Section title={text.message}>
      {event.value !== undefined ? (
        <Code label={text.json}>{JSON.stringify(event.value, null, 2)}</Code>
      ) : event.problem === undefined ? (
        <Loading />
      ) : event.problem.status === 404 ? (
        <p className="hint">{text.messageGone}</p>
      ) : (
        <ProblemNote problem={event.problem} />
      )}
    </Section>
  );
}
