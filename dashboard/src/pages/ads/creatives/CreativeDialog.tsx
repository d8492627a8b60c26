import { useState } from 'react';
import { Link } from 'wouter';
import type { Asset, Creative } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { SelectField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { changeCreative, createCreative, listReadyAssets } from '../ads';
import { adsTexts } from '../ads.texts';

interface Props {
  /** Undefined makes a new one. */
  readonly creative: Creative | undefined;
  readonly onClose: () => void;
}

interface Draft {
  readonly name: string;
  readonly asset: string;
  readonly click: string;
}

/** Makes or changes a creative; its film stays what it was. */
export function CreativeDialog({ creative, onClose }: Props) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const films = usePages(['asset', 'list', 'ready'], listReadyAssets, { enabled: creative === undefined });
  const [chosen, setChosen] = useState('');
  const usable = (films.all ?? []).filter(({ mp4_download }) => mp4_download);
  const asset = creative?.asset_id ?? (chosen === '' ? (usable[0]?.id ?? '') : chosen);
  const saving = useCommand(async (draft: Draft, key) => {
    const click_through_url = draft.click === '' ? null : draft.click;
    await (creative === undefined
      ? createCreative({ name: draft.name, asset_id: draft.asset, click_through_url }, key)
      : changeCreative(creative.id, { name: draft.name, click_through_url }));
    onClose();
  }, ['creative']);
  const submit = (values: FormData) =>
    void saving.run({ name: said(values, 'name'), asset, click: said(values, 'click_through_url') });
  return (
    <Dialog title={creative === undefined ? text.newCreative : creative.name} onClose={onClose}>
      <Form label={text.creative} problem={saving.problem} onSubmit={submit}>
        {creative === undefined && films.all !== undefined && <Films usable={usable} asset={asset} onChange={setChosen} />}
        <TextField label={common.name} name="name" defaultValue={creative?.name} required maxLength={255} autoFocus />
        <TextField
          label={text.clickThrough}
          name="click_through_url"
          type="url"
          placeholder="https://"
          optional
          defaultValue={creative?.click_through_url ?? ''}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="main" busy={saving.busy} disabled={asset === ''}>
            {creative === undefined ? text.createCreative : common.save}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const said = (values: FormData, name: string) => String(values.get(name) ?? '').trim();

interface FilmsProps {
  readonly usable: readonly Asset[];
  readonly asset: string;
  readonly onChange: (asset: string) => void;
}

function Films({ usable, asset, onChange }: FilmsProps) {
  const text = useText(adsTexts);
  return usable.length === 0 ? (
    <p>
      {text.noFilms} {text.assetHint} <Link href="/library">{text.toLibrary}</Link>
    </p>
  ) : (
    <SelectField
      label={text.asset}
      name="asset_id"
      hint={text.assetHint}
      value={asset}
      onChange={onChange}
      options={usable.map(({ id, name }) => [id, name])}
    />
  );
}
