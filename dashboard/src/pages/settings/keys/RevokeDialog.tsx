import { api, done } from '../../../api/client';
import type { ApiKey } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useNotice } from '../../../parts/Notices';
import { fill, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { isolated } from '../../../text/quoted';
import { keysTexts } from './keys.texts';

/** Asks before a key ends for good. */
export function RevokeDialog({ of, onClose }: { readonly of: ApiKey; readonly onClose: () => void }) {
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const revoking = useCommand(
    (id: string) => done(api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    ['api_key'],
  );
  const revoke = async () => {
    if ((await revoking.run(of.id)) === true) {
      notice(text.revoked);
      onClose();
    }
  };
  return (
    <ConfirmDialog
      title={fill(text.revokeTitle, { name: isolated(of.name) })}
      confirm={text.revokeIt}
      cancel={common.cancel}
      busy={revoking.busy}
      problem={revoking.problem}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <p>{text.revokeLead}</p>
    </ConfirmDialog>
  );
}
