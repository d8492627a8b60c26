import { answer } from '../../../api/client';
import { DRY_RUN, perHour, rehearsals } from '../../../api/plan';
import type { Channel } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { formatMoney } from '../../../parts/format';
import { fill, useLanguage, useText } from '../../../text';
import { useCost } from '../cost';
import { MoneyPerHour } from '../MoneyPerHour';
import { canStart, isBilled } from '../status';
import { channelTexts } from './channel.texts';

/** What pressing the buttons above costs. Keeps its room while nothing is known. */
export function Costs({ channel }: { readonly channel: Channel }) {
  return (
    <p className="fine controls-costs">
      {canStart(channel) ? <OfStart channel={channel} /> : isBilled(channel) ? <OfRunning id={channel.id} /> : null}
    </p>
  );
}

/** Rehearsed with the server, which knows the prices, the quotas and the budget. */
function OfStart({ channel: { id, updated_at } }: { readonly channel: Channel }) {
  const text = useText(channelTexts);
  const language = useLanguage();
  const plan = useOne(
    ['plan', 'start', id, updated_at],
    (signal) => answer(rehearsals.POST('/v1/channels/{id}/start', { params: { path: { id }, query: DRY_RUN }, signal })),
    { every: false },
  );
  if (plan.problem !== undefined) {
    return plan.problem.status === 402 || plan.problem.status === 422 ? `${text.startRefused} ${plan.problem.title}` : null;
  }
  if (plan.value === undefined) {
    return null;
  }
  const running = perHour(plan.value.price, 'running');
  const full = plan.value.quotas.find((quota) => quota.exceeded);
  return (
    <>
      {running === undefined ? text.startAgain : fill(text.startCosts, { amount: formatMoney(running, language, 3) })}
      {full !== undefined && (
        <strong className="wrong">
          {' '}
          {fill(text.quotaFull, { used: full.used ?? '?', limit: full.limit ?? '?', what: `${full.service} ${full.quota}` })}
        </strong>
      )}
    </>
  );
}

function OfRunning({ id }: { readonly id: string }) {
  const text = useText(channelTexts);
  const cost = useCost(id);
  return <MoneyPerHour sentence={text.runningCosts} amounts={cost.value?.per_hour} />;
}
