import { answer } from '../../../api/client';
import { DRY_RUN, perHour, rehearsals } from '../../../api/plan';
import type { Plan } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { formatMoney } from '../../../parts/format';
import { fill, useLanguage, useText } from '../../../text';
import { createTexts } from './create.texts';
import { requestOf, type Choices } from './newChannel';

/** The price of what is chosen, at list prices, before anything is made. */
export function PriceNote({ ladder, choices }: { readonly ladder: string | undefined; readonly choices: Choices }) {
  const text = useText(createTexts);
  // Prices do not go by names; any will do for the rehearsal.
  const body = requestOf('-', ladder, choices);
  const plan = useOne(
    ['plan', body],
    (signal) => answer(rehearsals.POST('/v1/channels', { params: { query: DRY_RUN }, body, signal })),
    { enabled: ladder !== undefined, every: false },
  );
  return (
    <aside className="card stack" aria-label={text.priceTitle}>
      <h2>{text.priceTitle}</h2>
      <p>{text.priceNow}</p>
      <div className="price-room" role="status">
        {plan.value === undefined || plan.problem !== undefined ? <p className="hint">{text.priceUnknown}</p> : <Priced plan={plan.value} />}
      </div>
    </aside>
  );
}

function Priced({ plan: { price } }: { readonly plan: Plan }) {
  const text = useText(createTexts);
  const language = useLanguage();
  const running = perHour(price, 'running');
  const day = price.parts[0]?.as_of;
  return (
    <>
      {running !== undefined && (
        <p>
          <strong>{fill(text.priceRunning, { amount: formatMoney(running, language, 3) })}</strong>
        </p>
      )}
      {price.not_included.length > 0 && <p className="hint">{fill(text.priceNot, { parts: price.not_included.join(', ') })}</p>}
      {day !== undefined && <p className="hint">{fill(text.pricesFrom, { region: price.region, day })}</p>}
    </>
  );
}
