import { useState } from 'react';
import { Link } from 'wouter';
import type { AdBreakReport } from '../../../api/schema';
import { usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { Empty } from '../../../parts/Empty';
import { formatNumber, formatTime } from '../../../parts/format';
import { LoadedList } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { Table } from '../../../parts/Table';
import { Time } from '../../../parts/Time';
import { fill, useLanguage, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { listBreakReports } from '../ads';
import { adsTexts } from '../ads.texts';
import { useNames } from '../useNames';
import { BreakReport } from '../../../adbreak/BreakReport';
import { breakTexts } from '../../../adbreak/break.texts';

/** The breaks of all channels, newest first, with what became of each. */
export function BreaksPage() {
  const text = useText(adsTexts);
  const reports = usePages(['ad_break_report', 'list'], listBreakReports);
  return (
    <Page title={text.breaks}>
      <LoadedList of={reports} empty={<Empty title={text.noBreaksTitle} lead={text.noBreaksLead} />}>
        {(all) => <Breaks all={all} />}
      </LoadedList>
    </Page>
  );
}

function Breaks({ all }: { readonly all: readonly AdBreakReport[] }) {
  const text = useText(breakTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const names = useNames();
  const [shown, setShown] = useState<string>();
  const report = all.find(({ ad_break_id: id }) => id === shown);
  return (
    <div className="card">
      <Table
        label={text.result}
        rows={all}
        keyOf={({ ad_break_id: id }) => id}
        columns={[
          { name: text.signalled, cell: ({ signalled_at: at }) => <Time at={at} seconds /> },
          { name: text.channel, cell: ({ channel_id: id }) => <ChannelLink id={id} name={names(id)} /> },
          {
            name: text.length,
            number: true,
            cell: ({ duration_seconds: seconds }) => fill(text.forSeconds, { seconds: formatNumber(seconds, language, 1) }),
          },
          {
            name: text.filled,
            cell: ({ steps }) => text.state[steps.filled.state as keyof typeof text.state] ?? steps.filled.state,
          },
          {
            name: text.result,
            cell: ({ ad_break_id: id, signalled_at: at }) => (
              <Button look="plain" aria-label={`${common.show}: ${text.result}, ${formatTime(at, language, true)}`} onClick={() => setShown(id)}>
                {common.show}
              </Button>
            ),
          },
        ]}
      />
      {report !== undefined && (
        <Dialog title={text.result} wide onClose={() => setShown(undefined)}>
          <BreakReport report={report} names={names} />
          <div className="row row-end">
            <Button onClick={() => setShown(undefined)}>{common.close}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

const ChannelLink = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <Link href={`/channels/${id}`}>
    <bdi>{name}</bdi>
  </Link>
);
