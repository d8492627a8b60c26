import type { AdBreakReport, AdBreakStep } from '../api/schema';
import { Facts } from '../parts/Facts';
import { formatNumber } from '../parts/format';
import { Table } from '../parts/Table';
import { Time } from '../parts/Time';
import { fill, useLanguage, useText } from '../text';
import { breakTexts } from './break.texts';

interface Props {
  readonly report: AdBreakReport;
  /** What a campaign or a creative is called. */
  readonly names: (id: string) => string;
}

/**
 * What became of a break, step by step: signalled, in the manifest, asked, filled, told of, failed. A step nobody
 * measured says so.
 */
export function BreakReport({ report, names }: Props) {
  const text = useText(breakTexts);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language, 1);
  const { steps } = report;
  const rows: (readonly [name: string, step: AdBreakStep, more: string])[] = [
    [text.signalled, steps.signalled, fill(text.forSeconds, { seconds: number(report.duration_seconds) })],
    [text.inManifest, steps.in_manifest, ''],
    [text.asked, steps.asked, report.sessions === null ? '' : fill(text.sessions, { sessions: number(report.sessions) })],
    [text.filled, steps.filled, filledWords(report, text, number)],
    [text.beacons, steps.beacons, ''],
    [text.errors, steps.errors, report.errors.map(({ code, count }) => `${code ?? text.noCode}: ${count}`).join(', ')],
  ];
  return (
    <div className="stack">
      <Facts rows={rows.map(([name, step, more]) => [name, <Step key={name} step={step} more={more} />])} />
      {report.creatives.length > 0 && (
        <Table
          label={text.creatives}
          rows={report.creatives}
          keyOf={({ campaign_id, creative_id }) => `${campaign_id} ${creative_id}`}
          columns={[
            { name: text.creative, cell: ({ creative_id }) => <bdi>{names(creative_id)}</bdi> },
            { name: text.campaign, cell: ({ campaign_id }) => <bdi>{names(campaign_id)}</bdi> },
            { name: text.chosen, number: true, cell: ({ decisions }) => number(decisions) },
            { name: text.impressions, number: true, cell: ({ impressions }) => number(impressions) },
            { name: text.half, number: true, cell: ({ midpoints }) => number(midpoints) },
            { name: text.completes, number: true, cell: ({ completes }) => number(completes) },
            { name: text.clicks, number: true, cell: ({ clicks }) => number(clicks) },
            { name: text.errors, number: true, cell: ({ errors }) => number(errors) },
          ]}
        />
      )}
    </div>
  );
}

function filledWords(report: AdBreakReport, text: { readonly filledOf: string }, number: (value: number) => string): string {
  const { average_filled_seconds: filled, average_slate_seconds: slate } = report;
  return filled === null || slate === null ? '' : fill(text.filledOf, { filled: number(filled), slate: number(slate) });
}

function Step({ step, more }: { readonly step: AdBreakStep; readonly more: string }) {
  const text = useText(breakTexts);
  return (
    <>
      <strong className={`step-${step.state}`}>{text.state[step.state as keyof typeof text.state] ?? step.state}</strong>
      {step.at !== null && (
        <>
          {' · '}
          <Time at={step.at} seconds />
        </>
      )}
      {more !== '' && ` · ${more}`}
    </>
  );
}
