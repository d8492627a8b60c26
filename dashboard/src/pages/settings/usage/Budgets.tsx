import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Budget } from '../../../api/schema';
import { useChannels } from '../../../data/useChannels';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { formatMoney, formatPercent } from '../../../parts/format';
import { LoadedList } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Pill, type Tone } from '../../../parts/Pill';
import { Progress } from '../../../parts/Progress';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { fill, useLanguage, useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { settingsTexts } from '../settings.texts';
import { shareSpent, subjectOf } from './budget';
import { RemoveBudgetDialog } from './RemoveBudgetDialog';
import { usageTexts } from './usage.texts';

const TONE: Readonly<Record<string, Tone>> = { within: 'ready', warned: 'busy', exceeded: 'bad' };

/** What may be spent in a month, and how far that is. */
export function Budgets() {
  const text = useText(usageTexts);
  const mayWrite = useMay('usage:write');
  const [removed, setRemoved] = useState<Budget>();
  const budgets = usePages<Budget>(
    ['budget', 'list'],
    (cursor, signal) => answer(api.GET('/v1/budgets', { params: { query: pageBehind(cursor) }, signal })),
    { every: 10_000 },
  );
  return (
    <Section
      title={text.budgets}
      actions={
        mayWrite && (
          <Link href="/settings/usage/budgets/new" className="button">
            {text.setBudget}
          </Link>
        )
      }
    >
      <p className="hint">{text.budgetsLead}</p>
      <LoadedList of={budgets} empty={<p className="hint">{text.noBudgets}</p>}>
        {(all) => <BudgetTable all={all} mayWrite={mayWrite} onRemove={setRemoved} />}
      </LoadedList>
      {removed !== undefined && <RemoveBudgetDialog of={removed} onClose={() => setRemoved(undefined)} />}
    </Section>
  );
}

interface TableProps {
  readonly all: readonly Budget[];
  readonly mayWrite: boolean;
  readonly onRemove: (budget: Budget) => void;
}

function BudgetTable({ all, mayWrite, onRemove }: TableProps) {
  const settings = useText(settingsTexts);
  const text = useText(usageTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const { all: channels } = useChannels();
  const name = ({ channel_id }: Budget) =>
    channel_id === null ? text.everything : (channels?.find(({ id }) => id === channel_id)?.name ?? channel_id);
  return (
    <Table
      label={text.budgetTable}
      rows={all}
      keyOf={(budget) => budget.id}
      columns={[
        { name: text.subject, cell: (budget) => <bdi>{name(budget)}</bdi> },
        { name: common.status, cell: (budget) => <Pill tone={TONE[budget.status] ?? 'quiet'}>{wordOf(text.state, budget.status)}</Pill> },
        { name: text.limit, number: true, cell: (budget) => formatMoney(budget.limit, language, 4) },
        { name: text.spent, cell: (budget) => <Spent of={budget} /> },
        { name: text.perHour, number: true, cell: (budget) => formatMoney(budget.per_hour, language, 4) },
        { name: text.forecast, cell: (budget) => (budget.exceeded_at === null ? text.notThisMonth : <Ago at={budget.exceeded_at} />) },
        ...(mayWrite
          ? [
              {
                name: settings.action,
                cell: (budget: Budget) => (
                  <div className="row">
                    <Link href={`/settings/usage/budgets/${subjectOf(budget)}`} className="button" aria-label={`${text.change}: ${name(budget)}`}>
                      {text.change}
                    </Link>
                    <Button look="quiet-danger" aria-label={`${text.removeBudget}: ${name(budget)}`} onClick={() => onRemove(budget)}>
                      {text.removeBudget}
                    </Button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Spent({ of }: { readonly of: Budget }) {
  const text = useText(usageTexts);
  const language = useLanguage();
  const share = shareSpent(of);
  return (
    <>
      {formatMoney(of.spent, language, 4)}
      <Progress label={fill(text.spentOf, { percent: formatPercent(share, language) })} percent={share * 100} />
    </>
  );
}
