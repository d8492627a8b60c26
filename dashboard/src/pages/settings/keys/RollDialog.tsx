import { useState } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import type { ApiKey } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { OverlapField } from '../OverlapField';
import { keysTexts } from './keys.texts';

interface Props {
  readonly of: ApiKey;
  readonly onClose: () => void;
  readonly onRolled: (secret: string) => void;
}

/** Asks how long the secret before works on, and makes a new one. */
export function RollDialog({ of, onClose, onRolled }: Props) {
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const [overlap_seconds, setOverlap] = useState(86_400);
  const rolling = useCommand(
    (body: { overlap_seconds: number }, key) =>
      answer(api.POST('/v1/api-keys/{id}/roll', { params: { path: { id: of.id }, header: onceFor(key) }, body })),
    ['api_key'],
  );
  const roll = async () => {
    const rolled = await rolling.run({ overlap_seconds });
    if (rolled !== undefined) {
      onRolled(rolled.secret ?? '');
      onClose();
    }
  };
  return (
    <ConfirmDialog title={text.rollTitle} confirm={text.rollIt} cancel={common.cancel} busy={rolling.busy} problem={rolling.problem} harmless onConfirm={() => void roll()} onClose={onClose}>
      <p>{text.rollLead}</p>
      <OverlapField label={text.overlap} seconds={overlap_seconds} onChange={setOverlap} />
    </ConfirmDialog>
  );
}
