import { answer } from '../../../api/client';
import { DRY_RUN, perHour, rehearsals } from '../../../api/plan';
import type { Problem } from '../../../api/problem';
import type { Channel, ChannelPatch, Plan } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { formatMoney } from '../../../parts/format';
import { ProblemNote } from '../../../parts/ProblemNote';
import { fill, useLanguage, useText } from '../../../text';
import { isAtRest } from '../status';
import { settingsTexts } from './settings.texts';
import { useSettled } from './useSettled';

const TYPED_MS = 500;

interface Rehearsal {
  readonly plan: Plan | undefined;
  readonly problem: Problem | undefined;
  readonly asking: boolean;
}

/** What a change would come to, told by the server before it is made. */
export function useConsequence({ id, status }: Channel, patch: ChannelPatch | undefined): Rehearsal {
  const typed = JSON.stringify(patch ?? null);
  const settled = useSettled(typed, TYPED_MS);
  const rehearsal = useOne(
    ['plan', 'edit', id, status, settled],
    (signal) =>
      answer(
        rehearsals.PATCH('/v1/channels/{id}', { params: { path: { id }, query: DRY_RUN }, body: JSON.parse(settled) as ChannelPatch, signal }),
      ),
    { enabled: settled !== 'null', every: false },
  );
  const current = patch !== undefined && settled === typed;
  return {
    plan: current ? rehearsal.value : undefined,
    problem: current ? rehearsal.problem : undefined,
    asking: patch !== undefined && (!current || (rehearsal.value === undefined && rehearsal.problem === undefined)),
  };
}

interface Props {
  readonly channel: Channel;
  readonly patch: ChannelPatch | undefined;
  readonly of: Rehearsal;
}

export function Consequence({ channel, patch, of }: Props) {
  const text = useText(settingsTexts);
  return (
    <div className="consequence" role="status">
      <h3>{text.consequence}</h3>
      {patch === undefined ? (
        <p className="hint">{text.noChange}</p>
      ) : of.asking ? (
        <p className="hint">{text.asking}</p>
      ) : of.problem !== undefined ? (
        <ProblemNote problem={of.problem} />
      ) : (
        of.plan !== undefined && <Told channel={channel} plan={of.plan} />
      )}
    </div>
  );
}

function Told({ channel, plan: { change, price } }: { readonly channel: Channel; readonly plan: Plan }) {
  const text = useText(settingsTexts);
  const language = useLanguage();
  const running = perHour(price, 'running');
  const means = isAtRest(channel) ? text.nextStart : (text.effect[change?.effect ?? ''] ?? change?.consequence);
  return (
    <>
      <p>{means}</p>
      {running !== undefined && <p className="hint">{fill(text.priceAfter, { amount: formatMoney(running, language, 3) })}</p>}
    </>
  );
}
