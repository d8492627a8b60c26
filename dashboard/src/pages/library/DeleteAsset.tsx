import { useLocation } from 'wouter';
import type { Asset } from '../../api/schema';
import { useCommand } from '../../data/useCommand';
import { ConfirmButton } from '../../parts/ConfirmButton';
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
  const remove = useCommand(() => deleteAsset(asset.id), ['asset']);
  return (
    <ConfirmButton
      name={common.remove}
      title={text.removeTitle}
      confirm={text.removeYes}
      cancel={text.removeNo}
      command={remove}
      onDone={() => {
        say(text.removed);
        go('/library', { replace: true });
      }}
    >
      <p>{fill(text.removeLead, { name: quoted(asset.name) })}</p>
    </ConfirmButton>
  );
}
