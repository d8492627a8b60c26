import { answer, api } from '../../../api/client';
import type { AdBreak } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText } from '../../../text';
import { breaksTexts } from './breaks.texts';

/** A break that was planned and is not signalled yet can be cancelled. */
export function CancelBreak({ adBreak: { channel_id, id } }: { readonly adBreak: AdBreak }) {
  const text = useText(breaksTexts);
  const cancel = useCommand(
    async (_nothing: void) => answer(api.DELETE('/v1/channels/{channel_id}/ad-breaks/{id}', { params: { path: { channel_id, id } } })),
    ['ad_break'],
  );
  return (
    <>
      <Button look="quiet-danger" busy={cancel.busy} onClick={() => void cancel.run()}>
        {text.cancelBreak}
      </Button>
      <ProblemNote problem={cancel.problem} />
    </>
  );
}
