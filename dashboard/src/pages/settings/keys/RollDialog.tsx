import { useState } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import type { ApiKey } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { SelectField } from '../../../parts/Field';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { keysTexts } from './keys.texts';

const OVERLAPS = ['0', '3600', '86400', '604800'] as const;

interface Props {
  readonly of: ApiKey;
  readonly onClose: () => void;
  readonly onRolled: (secret: string) => void;
}

/** Asks how long the secret before works on, and makes a new one. */
export function RollDialog({ of, onClose, onRolled }: Props) {
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const [overlap, setOverlap] = useState<string>('86400');
  const rolling = useCommand(
    ({ id, overlap_seconds }: { id: string; overlap_seconds: number }, key) =>
      answer(api.POST('/v1/api-keys/{id}/roll', { params: { path: { id }, header: onceFor(key) }, body: { overlap_seconds } })),
    ['api_key'],
  );
  const roll = async () => {
    const rolled = await rolling.run({ id: of.id, overlap_seconds: Number(overlap) });
    if (rolled !== undefined) {
      onRolled(rolled.secret ?? '');
      onClose();
    }
  };
  return (
    <ConfirmDialog title={text.rollTitle} confirm={text.rollIt} cancel={common.cancel} busy={rolling.busy} harmless onConfirm={() => void roll()} onClose={onClose}>
      <p>{text.rollLead}</p>
      <ProblemNote problem={rolling.problem} />
      <div className="dialog-field">
        <SelectField label={text.overlap} name="overlap_seconds" value={overlap} onChange={setOverlap} options={OVERLAPS.map((each) => [each, wordOf(text.overlaps, each)])} />
      </div>
    </ConfirmDialog>
  );
}
