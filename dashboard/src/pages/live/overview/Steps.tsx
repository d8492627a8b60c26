import { answer, api } from '../../../api/client';
import type { Channel, OperationStep } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { useText, wordOf } from '../../../text';
import { isMoving } from '../status';
import { overviewTexts } from './overview.texts';

/** No event tells of steps. */
const EVERY_MS = 2000;

const MARKS: Readonly<Record<string, string>> = { succeeded: '✓', failed: '✗', running: '…', pending: '·' };

/** What was last asked for, step by step, while it is being done or when it failed. */
export function Steps({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const { operation_id: id } = channel;
  const operation = useOne(['operation', id], (signal) => answer(api.GET('/v1/operations/{id}', { params: { path: { id } }, signal })), {
    enabled: isMoving(channel) || channel.status === 'failed',
    every: EVERY_MS,
  }).value;
  if (operation === undefined || operation.status === 'succeeded' || operation.steps.length === 0) {
    return null;
  }
  return (
    <div>
      <h3>{text.stepsTitle}</h3>
      <ol className="steps">
        {operation.steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      {operation.reason !== null && <p className="reason">{operation.reason}</p>}
    </div>
  );
}

function Step({ step }: { readonly step: OperationStep }) {
  const text = useText(overviewTexts);
  const kind = step.name.split('/')[0] ?? step.name;
  return (
    <li className={`step step-${step.status}`}>
      <span aria-hidden="true">{MARKS[step.status] ?? '·'}</span>
      <span>
        {wordOf(text.step, kind)}
        {step.detail !== null && <span className="fine"> {step.detail}</span>}
      </span>
      <span className="fine">{wordOf(text.stepStatus, step.status)}</span>
    </li>
  );
}
