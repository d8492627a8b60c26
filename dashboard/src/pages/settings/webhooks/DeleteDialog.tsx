import { useLocation } from 'wouter';
import { api, done } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useNotice } from '../../../parts/Notices';
import { fill, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { isolated } from '../../../text/quoted';
import { webhooksTexts } from './webhooks.texts';

/** Asks before a webhook and what was sent to it are gone. */
export function DeleteDialog({ of, onClose }: { readonly of: Webhook; readonly onClose: () => void }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const [, go] = useLocation();
  const deleting = useCommand(
    (id: string) => done(api.DELETE('/v1/webhooks/{id}', { params: { path: { id } } })),
    ['webhook'],
  );
  const remove = async () => {
    if ((await deleting.run(of.id)) === true) {
      notice(text.removed);
      go('/settings/webhooks');
    }
  };
  return (
    <ConfirmDialog title={text.removeTitle} confirm={common.remove} cancel={common.cancel} busy={deleting.busy} problem={deleting.problem} onConfirm={() => void remove()} onClose={onClose}>
      <p>{fill(text.removeLead, { url: isolated(of.url) })}</p>
    </ConfirmDialog>
  );
}
