import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Asset } from '../../api/schema';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { useNotice } from '../../parts/Notices';
import { fill, useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { quoted } from '../../text/quoted';
import { deleteAsset } from './assets';
import { libraryTexts } from './library.texts';

export function DeleteAsset({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  const common = useText(commonTexts);
  const say = useNotice();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const remove = useCommand(() => deleteAsset(asset.id), ['asset']);
  const confirm = async () => {
    if ((await remove.run(undefined)) !== undefined) {
      say(text.removed);
      go('/library', { replace: true });
    }
  };
  return (
    <>
      <Button look="quiet-danger" onClick={() => setAsking(true)}>
        {common.remove}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text.removeTitle}
          confirm={text.removeYes}
          cancel={text.removeNo}
          busy={remove.busy}
          problem={remove.problem}
          onClose={() => setAsking(false)}
          onConfirm={() => void confirm()}
        >
          <p>{fill(text.removeLead, { name: quoted(asset.name) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
