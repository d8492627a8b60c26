import { lazy, Suspense, useState } from 'react';
import { serverNow } from '../../../api/clock';
import { useOne } from '../../../data/useOne';
import { usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { Empty } from '../../../parts/Empty';
import { SelectField } from '../../../parts/Field';
import { Loaded, Loading } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { fill, useText } from '../../../text';
import { listCampaigns, listReport, type ReportRows } from '../ads';
import { adsTexts } from '../ads.texts';
import { useNames } from '../useNames';
import { csvOf, lastDays } from './numbers';
import { Totals } from './Totals';
import { ByCampaign } from './ByCampaign';

const ReportCharts = lazy(() => import('./ReportCharts'));

const SPANS = [7, 30, 90];

/** What was shown to whom, as the beacons of players told it. */
export function ReportPage() {
  const text = useText(adsTexts);
  const [days, setDays] = useState(30);
  const [campaign, setCampaign] = useState('');
  const [from, to] = lastDays(days, serverNow());
  const names = useNames();
  const campaigns = usePages(['campaign', 'list'], listCampaigns);
  const report = useOne(['ad_report', from, to, campaign], (signal) => listReport(from, to, campaign, signal), {
    every: 30_000,
  });
  return (
    <Page
      title={text.report}
      lead={text.inUtc}
      actions={report.value !== undefined && report.value.rows.length > 0 && <SaveCsv report={report.value} names={names} />}
    >
      <div className="filters">
        <SelectField
          label={text.days}
          name="days"
          value={String(days)}
          onChange={(chosen) => setDays(Number(chosen))}
          options={SPANS.map((span) => [String(span), fill(text.lastDays, { days: span })])}
        />
        <SelectField
          label={text.campaign}
          name="campaign_id"
          value={campaign}
          onChange={setCampaign}
          options={[['', text.allCampaigns], ...(campaigns.all ?? []).map(({ id, name }) => [id, name] as const)]}
        />
      </div>
      <Loaded of={report}>
        {({ rows, isAll }) =>
          rows.length === 0 ? (
            <Empty title={text.noNumbersTitle} lead={text.noNumbersLead} />
          ) : (
            <div className="stack">
              {!isAll && <p className="note">{fill(text.notAll, { rows: rows.length })}</p>}
              <Totals rows={rows} />
              <Suspense fallback={<Loading />}>
                <ReportCharts rows={rows} from={from} to={to} names={names} />
              </Suspense>
              <ByCampaign rows={rows} names={names} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

interface SaveProps {
  readonly report: ReportRows;
  readonly names: (id: string) => string;
}

function SaveCsv({ report, names }: SaveProps) {
  const text = useText(adsTexts);
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(report.rows, names)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'onair-ads.csv';
    link.click();
    URL.revokeObjectURL(address);
  };
  return <Button onClick={save}>{text.saveCsv}</Button>;
}
