import { useEffect, useRef, useState } from 'react';
import type { Channel, ChannelCost } from '../../../api/schema';
import { formatClock, formatMoney } from '../../../parts/format';
import { Loaded } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Table } from '../../../parts/Table';
import { useNow } from '../../../parts/useNow';
import { fill, useLanguage, useText } from '../../../text';
import { useCost } from '../cost';
import { MoneyPerHour } from '../MoneyPerHour';
import { overviewTexts } from './overview.texts';
import { costNow } from './running';

/** What the channel has cost, going on while it runs. */
export function RunningCost({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const cost = useCost(channel.id);
  return (
    <Section title={text.costTitle}>
      <Loaded of={cost}>
        {(told) =>
          told.parts.length === 0 ? (
            <p className="hint">{text.costNone}</p>
          ) : (
            <>
              <Counter told={told} />
              <Parts told={told} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Counter({ told }: { readonly told: ChannelCost }) {
  const text = useText(overviewTexts);
  const language = useLanguage();
  const before = useBefore(told);
  const now = useNow(1000);
  return (
    <div>
      <p className="figure">
        {costNow(told, before, now)
          .map((money) => formatMoney(money, language, 4))
          .join(' + ')}
      </p>
      <p className="hint">
        <MoneyPerHour sentence={text.costPer} amounts={told.per_hour} />
      </p>
      <p className="hint">{text.costMinimum}</p>
    </div>
  );
}

/** What was told before what is told now. */
function useBefore(told: ChannelCost): ChannelCost | undefined {
  const latest = useRef(told);
  const [before, setBefore] = useState<ChannelCost>();
  useEffect(() => {
    if (latest.current !== told) {
      setBefore(latest.current);
      latest.current = told;
    }
  }, [told]);
  return before;
}

function Parts({ told }: { readonly told: ChannelCost }) {
  const text = useText(overviewTexts);
  const language = useLanguage();
  return (
    <details className="more">
      <summary>{text.costDetails}</summary>
      <Table
        label={text.costDetails}
        rows={told.parts}
        keyOf={(part) => `${part.item} ${part.billed} ${part.as_of}`}
        columns={[
          {
            name: text.costItem,
            cell: (part) => (
              <>
                {part.count > 1 && `${part.count} × `}
                {part.item}
                {!part.verified && <span className="fine"> ({text.costGuessed})</span>}
              </>
            ),
          },
          { name: text.costTime, number: true, cell: (part) => formatClock(part.billed_seconds) },
          { name: text.costAmount, number: true, cell: (part) => formatMoney(part.amount, language, 4) },
        ]}
      />
      {told.not_included.length > 0 && <p className="hint">{fill(text.costNot, { parts: told.not_included.join(', ') })}</p>}
    </details>
  );
}
