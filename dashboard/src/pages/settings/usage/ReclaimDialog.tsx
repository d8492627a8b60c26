import { answer, api, onceFor } from '../../../api/client';
import type { Waste } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useNotice } from '../../../parts/Notices';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { usageTexts } from './usage.texts';

/** Asks before waste is ended, and says what that does. */
export function ReclaimDialog({ of, onClose }: { readonly of: Waste; readonly onClose: () => void }) {
  const text = useText(usageTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const reclaiming = useCommand(
    (id: string, key) => answer(api.POST('/v1/waste/{id}/reclaim', { params: { path: { id }, header: onceFor(key) } })),
    ['waste', 'channel'],
  );
  const reclaim = async () => {
    if ((await reclaiming.run(of.id)) !== undefined) {
      notice(text.reclaimed);
      onClose();
    }
  };
  return (
    <ConfirmDialog
      title={text.reclaimTitle}
      confirm={wordOf(text.reclaim, of.reclaim)}
      cancel={common.cancel}
      busy={reclaiming.busy}
      problem={reclaiming.problem}
      onConfirm={() => void reclaim()}
      onClose={onClose}
    >
      <p>{wordOf(text.reclaimLead, of.reclaim)}</p>
    </ConfirmDialog>
  );
}
