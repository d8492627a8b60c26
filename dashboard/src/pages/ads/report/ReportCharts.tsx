import type { AdReport } from '../../../api/schema';
import BarChart from '../../../chart/BarChart';
import { formatNumber } from '../../../parts/format';
import { useLanguage, useText } from '../../../text';
import { adsTexts } from '../ads.texts';
import { daysBetween, groupBy, sumOf } from './numbers';

interface Props {
  readonly rows: readonly AdReport[];
  readonly from: string;
  readonly to: string;
  readonly names: (id: string) => string;
}

/** Impressions day by day, and how far the ads were watched. */
export default function ReportCharts({ rows, from, to, names }: Props) {
  const text = useText(adsTexts);
  const language = useLanguage();
  const format = (value: number) => formatNumber(value, language);
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const byDay = groupBy(rows, (row) => row.day);
  const sum = sumOf(rows);
  const stages = [
    [text.impressions, sum.impressions],
    [text.starts, sum.starts],
    [text.firstQuartiles, sum.first_quartiles],
    [text.midpoints, sum.midpoints],
    [text.thirdQuartiles, sum.third_quartiles],
    [text.completes, sum.completes],
  ] as const;
  return (
    <>
      <div className="card">
        <BarChart
          label={text.impressionsByDay}
          of={text.day}
          format={format}
          whole
          bars={daysBetween(from, to).map((date) => ({
            name: day.format(Date.parse(date)),
            // Campaigns of the same name are one colour: nobody could tell two of them apart.
            values: [...groupBy(byDay.get(date) ?? [], (row) => names(row.campaign_id))].map(([series, of]) => ({
              series,
              value: sumOf(of).impressions,
            })),
          }))}
        />
      </div>
      <div className="card">
        <BarChart
          label={text.reach}
          of={text.stage}
          format={format}
          whole
          bars={stages.map(([name, value]) => ({ name, values: [{ series: text.reach, value }] }))}
        />
      </div>
    </>
  );
}
