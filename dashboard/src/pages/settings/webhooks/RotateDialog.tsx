import { useState } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { OverlapField } from '../OverlapField';
import { webhooksTexts } from './webhooks.texts';

interface Props {
  readonly of: Webhook;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** Asks how long the secret before signs along, and makes a new one. */
export function RotateDialog({ of, onClose, onSecret }: Props) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const [overlap_seconds, setOverlap] = useState(86_400);
  const rotating = useCommand(
    (body: { overlap_seconds: number }, key) =>
      answer(api.POST('/v1/webhooks/{id}/secret:rotate', { params: { path: { id: of.id }, header: onceFor(key) }, body })),
    ['webhook'],
  );
  const rotate = async () => {
    const rotated = await rotating.run({ overlap_seconds });
    if (rotated !== undefined) {
      onSecret(rotated.secret ?? '');
      onClose();
    }
  };
  return (
    <ConfirmDialog title={text.rotateTitle} confirm={text.rotate} cancel={common.cancel} busy={rotating.busy} problem={rotating.problem} harmless onConfirm={() => void rotate()} onClose={onClose}>
      <p>{text.rotateLead}</p>
      <OverlapField label={text.overlap} seconds={overlap_seconds} onChange={setOverlap} />
    </ConfirmDialog>
  );
}
