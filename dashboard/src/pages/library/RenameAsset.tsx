import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Asset } from '../../api/schema';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { useNotice } from '../../parts/Notices';
import { useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { renameAsset } from './assets';
import { libraryTexts } from './library.texts';

const LONGEST_NAME = 255;

interface Props {
  readonly asset: Asset;
  readonly etag: string;
}

export function RenameAsset(props: Props) {
  const text = useText(libraryTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.rename}</Button>
      {open && <RenameDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The version is that of the moment when the dialog was opened: what somebody else does meanwhile is not overwritten. */
function RenameDialog({ asset, etag, onClose }: Props & { readonly onClose: () => void }) {
  const text = useText(libraryTexts);
  const common = useText(commonTexts);
  const say = useNotice();
  const queries = useQueryClient();
  const [from] = useState(etag);
  const [name, setName] = useState(asset.name);
  const [wrong, setWrong] = useState<string>();
  const rename = useCommand((wanted: string) => renameAsset(asset.id, wanted, from), ['asset']);
  const overtaken = rename.problem?.status === 412;

  const submit = async () => {
    const wanted = name.trim();
    setWrong(wanted === '' ? text.nameNeeded : undefined);
    if (wanted !== '' && (await rename.run(wanted)) !== undefined) {
      say(text.renamed);
      onClose();
    }
  };
  return (
    <Dialog title={text.renameTitle} onClose={onClose}>
      <Form label={text.renameTitle} problem={rename.problem} onSubmit={() => void submit()}>
        <TextField name="name" label={common.name} autoFocus maxLength={LONGEST_NAME} value={name} wrong={wrong} onChange={(event) => setName(event.target.value)} />
        <div className="row row-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          {overtaken ? (
            <Button
              look="main"
              onClick={() => {
                void queries.invalidateQueries({ queryKey: ['asset', asset.id] });
                onClose();
              }}
            >
              {text.reload}
            </Button>
          ) : (
            <Button look="main" type="submit" busy={rename.busy}>
              {rename.busy ? common.saving : common.save}
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
