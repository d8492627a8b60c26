import type { WebhookAttempt } from '../../../api/schema';
import { formatNumber } from '../../../parts/format';
import { Time } from '../../../parts/Time';
import { fill, useLanguage, useText } from '../../../text';
import { Code } from '../Code';
import { webhooksTexts } from './webhooks.texts';

/** Each try of a delivery, and what came of it. */
export function Attempts({ all }: { readonly all: readonly WebhookAttempt[] }) {
  const text = useText(webhooksTexts);
  return all.length === 0 ? (
    <p className="hint">{text.noAttempts}</p>
  ) : (
    <ol className="attempts">
      {all.map((attempt) => (
        <li key={attempt.number}>
          <Attempt of={attempt} />
        </li>
      ))}
    </ol>
  );
}

function Attempt({ of }: { readonly of: WebhookAttempt }) {
  const text = useText(webhooksTexts);
  const language = useLanguage();
  const seconds = formatNumber(of.duration_seconds, language, 2);
  return (
    <>
      <div className="row">
        <h3>{fill(text.attempt, { number: of.number })}</h3>
        <span>{of.status_code === null ? fill(text.noAnswer, { seconds }) : fill(text.answered, { status: of.status_code, seconds })}</span>
        <span className="fine">
          <Time at={of.started_at} seconds />
        </span>
      </div>
      {of.failure !== null && <p className="wrong">{of.failure}</p>}
      {of.reply !== null && <Code label={fill(text.reply, { number: of.number })}>{of.reply}</Code>}
    </>
  );
}
