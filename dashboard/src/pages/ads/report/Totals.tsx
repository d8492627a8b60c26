import { formatNumber, formatPercent } from '../../../parts/format';
import { useLanguage, useText } from '../../../text';
import { adsTexts } from '../ads.texts';
import { rateOf, sumOf, type Counts } from './numbers';

/** The figures that a seller asks for first. */
export function Totals({ rows }: { readonly rows: readonly Counts[] }) {
  const text = useText(adsTexts);
  const language = useLanguage();
  const sum = sumOf(rows);
  const share = (part: number) => {
    const rate = rateOf(part, sum.impressions);
    return rate === undefined ? '–' : formatPercent(rate, language);
  };
  const figures = [
    [text.impressions, formatNumber(sum.impressions, language)],
    [text.completionRate, share(sum.completes)],
    [text.clicks, formatNumber(sum.clicks, language)],
    [text.clickRate, share(sum.clicks)],
    [text.errors, formatNumber(sum.errors, language)],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name} className="card">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
