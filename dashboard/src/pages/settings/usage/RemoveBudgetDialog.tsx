import { api, done } from '../../../api/client';
import type { Budget } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { subjectOf } from './budget';
import { usageTexts } from './usage.texts';

/** Asks before nothing limits what is spent. */
export function RemoveBudgetDialog({ of, onClose }: { readonly of: Budget; readonly onClose: () => void }) {
  const text = useText(usageTexts);
  const common = useText(commonTexts);
  const removing = useCommand(
    (subject: string) => done(api.DELETE('/v1/budgets/{subject}', { params: { path: { subject } } })),
    ['budget'],
  );
  return (
    <ConfirmDialog
      title={text.removeTitle}
      confirm={text.removeBudget}
      cancel={common.cancel}
      busy={removing.busy}
      problem={removing.problem}
      onConfirm={() => void removing.run(subjectOf(of)).then((done) => done === true && onClose())}
      onClose={onClose}
    >
      <p>{text.removeLead}</p>
    </ConfirmDialog>
  );
}
