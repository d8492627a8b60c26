import { useState } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { useNotice } from '../../../parts/Notices';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { DeleteDialog } from './DeleteDialog';
import { ReplayDialog } from './ReplayDialog';
import { RotateDialog } from './RotateDialog';
import { webhooksTexts } from './webhooks.texts';

interface Props {
  readonly of: Webhook;
  readonly onSecret: (secret: string) => void;
}

/** What may be done with a webhook. */
export function WebhookActions({ of, onSecret }: Props) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const [asked, setAsked] = useState<'replay' | 'rotate' | 'delete'>();
  const enabled = of.status === 'enabled';
  const switching = useCommand(
    (status: Webhook['status']) => answer(api.PATCH('/v1/webhooks/{id}', { params: { path: { id: of.id } }, body: { status } })),
    ['webhook'],
  );
  const testing = useCommand(
    (id: string, key) => answer(api.POST('/v1/webhooks/{id}/test', { params: { path: { id }, header: onceFor(key) } })),
    ['webhook', 'webhook_delivery'],
  );
  const toggle = async () => {
    const changed = await switching.run(enabled ? 'disabled' : 'enabled');
    if (changed !== undefined) {
      notice(enabled ? text.disabling : text.enabling);
    }
  };
  const close = () => setAsked(undefined);
  return (
    <>
      <ProblemNote problem={switching.problem ?? testing.problem} />
      <div className="row">
        {enabled && (
          <Button busy={testing.busy} onClick={() => void testing.run(of.id).then((sent) => sent !== undefined && notice(text.tested))}>
            {text.test}
          </Button>
        )}
        <Button onClick={() => setAsked('replay')}>{text.replay}</Button>
        <Button onClick={() => setAsked('rotate')}>{text.rotate}</Button>
        <Button busy={switching.busy} onClick={() => void toggle()}>
          {enabled ? text.disable : text.enable}
        </Button>
        <Button look="quiet-danger" onClick={() => setAsked('delete')}>
          {common.remove}
        </Button>
      </div>
      {asked === 'replay' && <ReplayDialog of={of} onClose={close} />}
      {asked === 'rotate' && <RotateDialog of={of} onClose={close} onSecret={onSecret} />}
      {asked === 'delete' && <DeleteDialog of={of} onClose={close} />}
    </>
  );
}
