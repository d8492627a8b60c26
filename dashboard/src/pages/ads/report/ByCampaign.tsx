import type { AdReport } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../parts/format';
import { Table } from '../../../parts/Table';
import { useLanguage, useText } from '../../../text';
import { adsTexts } from '../ads.texts';
import { groupBy, rateOf, sumOf, type Counts } from './numbers';

interface Props {
  readonly rows: readonly AdReport[];
  readonly names: (id: string) => string;
}

interface Line extends Counts {
  readonly campaign: string;
  readonly creative: string;
}

/** The same by campaign and creative. */
export function ByCampaign({ rows, names }: Props) {
  const text = useText(adsTexts);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const lines: Line[] = [...groupBy(rows, (row) => `${row.campaign_id} ${row.creative_id}`)].map(([pair, of]) => {
    const [campaign = '', creative = ''] = pair.split(' ');
    return { ...sumOf(of), campaign, creative };
  });
  return (
    <div className="card">
      <Table
        label={text.report}
        rows={lines}
        keyOf={({ campaign, creative }) => `${campaign} ${creative}`}
        columns={[
          { name: text.campaign, cell: ({ campaign }) => <bdi>{names(campaign)}</bdi> },
          { name: text.creative, cell: ({ creative }) => <bdi>{names(creative)}</bdi> },
          { name: text.impressions, number: true, cell: ({ impressions }) => number(impressions) },
          { name: text.completes, number: true, cell: ({ completes }) => number(completes) },
          {
            name: text.completionRate,
            number: true,
            cell: ({ completes, impressions }) => {
              const rate = rateOf(completes, impressions);
              return rate === undefined ? '–' : formatPercent(rate, language);
            },
          },
          { name: text.clicks, number: true, cell: ({ clicks }) => number(clicks) },
          { name: text.errors, number: true, cell: ({ errors }) => number(errors) },
        ]}
      />
    </div>
  );
}
