import type { Usage, UsageGroup } from '../../../api/schema';
import { formatClock, formatMoney, formatPercent } from '../../../parts/format';
import { Progress } from '../../../parts/Progress';
import { Table } from '../../../parts/Table';
import { fill, useLanguage, useText, wordOf } from '../../../text';
import { usageTexts } from './usage.texts';

/** Each channel or item that cost something, the dearest first. */
export function CostTable({ usage }: { readonly usage: Usage }) {
  const text = useText(usageTexts);
  const language = useLanguage();
  return (
    <Table
      label={text.costTable}
      rows={usage.data}
      keyOf={(group) => group.key}
      columns={[
        { name: wordOf(text.groups, usage.by), cell: (group) => <bdi>{nameOf(group, usage.by, text.goneChannel)}</bdi> },
        { name: text.billed, number: true, cell: (group) => formatClock(group.billed_seconds) },
        { name: text.share, cell: (group) => <Share of={group} total={Number(usage.total.amount)} /> },
        { name: text.amount, number: true, cell: (group) => formatMoney(group.amount, language, 4) },
      ]}
    />
  );
}

function nameOf({ key, name }: UsageGroup, by: string, gone: string): string {
  return name ?? (by === 'channel' ? fill(gone, { id: key }) : key);
}

function Share({ of, total }: { readonly of: UsageGroup; readonly total: number }) {
  const text = useText(usageTexts);
  const share = Number(of.amount.amount) / total;
  return <Progress label={fill(text.shareOf, { percent: formatPercent(share, useLanguage()) })} percent={share * 100} />;
}
