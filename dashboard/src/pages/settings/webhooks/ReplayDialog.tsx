import { answer, api, onceFor } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { useNotice } from '../../../parts/Notices';
import { fill, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { webhooksTexts } from './webhooks.texts';

/** Asks from where in the log events are sent once more. */
export function ReplayDialog({ of, onClose }: { readonly of: Webhook; readonly onClose: () => void }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const replaying = useCommand(
    (after: number, key) => answer(api.POST('/v1/webhooks/{id}/replay', { params: { path: { id: of.id }, header: onceFor(key) }, body: { after } })),
    ['webhook', 'webhook_delivery'],
  );
  const replay = async (values: FormData) => {
    if ((await replaying.run(Number(values.get('after')))) !== undefined) {
      notice(text.replayed);
      onClose();
    }
  };
  return (
    <Dialog title={text.replayTitle} onClose={onClose}>
      <p>{fill(text.replayLead, { sequence: of.sequence })}</p>
      <Form label={text.replayTitle} problem={replaying.problem} onSubmit={(values) => void replay(values)}>
        <TextField
          label={text.replayAfter}
          name="after"
          type="number"
          inputMode="numeric"
          min={0}
          max={of.sequence}
          step={1}
          required
          defaultValue={Math.max(0, of.sequence - 1)}
          hint={text.replayHint}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="main" busy={replaying.busy}>
            {text.replay}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
