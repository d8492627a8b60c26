import { lazy, Suspense } from 'react';
import { useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Usage } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { SelectField } from '../../../parts/Field';
import { formatMoney, formatTime } from '../../../parts/format';
import { Loaded, Loading } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { fill, useLanguage, useText, wordOf } from '../../../text';
import { CostTable } from './CostTable';
import { daysOf, formatDay, PERIODS, type Period } from './periods';
import { usageTexts } from './usage.texts';

const BarChart = lazy(() => import('../../../chart/BarChart'));

const GROUPS = ['day', 'channel', 'item'] as const;

type Group = (typeof GROUPS)[number];

/** What was billed in a period, which with its grouping is a part of the address. */
export function Cost() {
  const text = useText(usageTexts);
  const [search, setSearch] = useSearchParams();
  const period = PERIODS.find((each) => each === search.get('period')) ?? 'month';
  const by = GROUPS.find((each) => each === search.get('by')) ?? 'day';
  const choose = (next: { period?: Period; by?: Group }) => setSearch({ period, by, ...next }, { replace: true });
  const usage = useOne(
    ['usage', period, by],
    (signal) => answer(api.GET('/v1/usage', { params: { query: { ...daysOf(period), by, limit: 100 } }, signal })),
    { every: 12_000 },
  );
  return (
    <Section title={text.cost}>
      <div className="filters">
        <SelectField
          label={text.period}
          name="period"
          value={period}
          onChange={(value) => choose({ period: value as Period })}
          options={PERIODS.map((each) => [each, wordOf(text.periods, each)])}
        />
        <SelectField label={text.by} name="by" value={by} onChange={(value) => choose({ by: value as Group })} options={GROUPS.map((each) => [each, wordOf(text.groups, each)])} />
      </div>
      <Loaded of={usage}>{(told) => <Told usage={told} />}</Loaded>
    </Section>
  );
}

function Told({ usage }: { readonly usage: Usage }) {
  const text = useText(usageTexts);
  const language = useLanguage();
  return (
    <>
      <p className="sum">
        <span className="fine">{text.total}</span> <strong>{formatMoney(usage.total, language, 4)}</strong>
      </p>
      {Number(usage.total.amount) === 0 ? (
        <p className="hint">{text.nothingBilled}</p>
      ) : usage.by === 'day' ? (
        <Suspense fallback={<Loading />}>
          <BarChart
            label={text.chart}
            of={wordOf(text.groups, usage.by)}
            bars={usage.data.map(({ key, amount }) => ({
              name: formatDay(key, language),
              values: [{ series: text.amount, value: Number(amount.amount) }],
            }))}
            format={(value) => formatMoney({ amount: String(value), currency: usage.total.currency }, language, value < 1 ? 4 : 2)}
          />
        </Suspense>
      ) : (
        <CostTable usage={usage} />
      )}
      <p className="fine">
        {fill(text.until, { when: formatTime(usage.until, language) })} {!usage.verified && text.unverified}
      </p>
      {usage.not_included.length > 0 && (
        <p className="fine">
          {text.notIncluded}: {usage.not_included.join(', ')}
        </p>
      )}
    </>
  );
}
