import { useState } from 'react';
import type { Problem } from '../../../api/problem';
import { usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { CheckField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { listCreatives } from '../ads';
import { adsTexts } from '../ads.texts';
import type { Draft } from './campaign';

interface Props {
  readonly draft: Draft;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly readOnly?: boolean;
  readonly onSubmit: (draft: Draft) => void;
}

/** What a campaign is made of. */
export function CampaignForm({ draft: begun, submit, busy, problem, readOnly = false, onSubmit }: Props) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const [draft, setDraft] = useState(begun);
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }));
  return (
    <Form className="card stack narrow" label={text.campaign} problem={problem} onSubmit={() => onSubmit(draft)}>
      <fieldset className="stack" disabled={readOnly}>
        <TextField
          label={common.name}
          name="name"
          value={draft.name}
          maxLength={255}
          required
          onChange={(event) => set({ name: event.target.value })}
        />
        <Creatives chosen={draft.creatives} onChange={(creatives) => set({ creatives })} />
        <TextField
          label={text.weight}
          name="weight"
          type="number"
          min={1}
          max={1000}
          required
          hint={text.weightHint}
          value={draft.weight}
          onChange={(event) => set({ weight: event.target.value })}
        />
        <div className="halves">
          <TextField
            label={text.startsAt}
            name="starts_at"
            type="datetime-local"
            optional
            hint={text.atOnce}
            value={draft.starts}
            onChange={(event) => set({ starts: event.target.value })}
          />
          <TextField
            label={text.endsAt}
            name="ends_at"
            type="datetime-local"
            optional
            hint={text.never}
            value={draft.ends}
            onChange={(event) => set({ ends: event.target.value })}
          />
        </div>
        <CheckField label={text.paused} hint={text.pausedHint} checked={draft.paused} onChange={(paused) => set({ paused })} />
      </fieldset>
      {!readOnly && (
        <div className="row row-end">
          <Button type="submit" look="main" busy={busy} disabled={draft.creatives.length === 0}>
            {submit}
          </Button>
        </div>
      )}
    </Form>
  );
}

interface CreativesProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Creatives({ chosen, onChange }: CreativesProps) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const creatives = usePages(['creative', 'list'], listCreatives);
  const toggle = (id: string, wanted: boolean) => onChange(wanted ? [...chosen, id] : chosen.filter((held) => held !== id));
  return (
    <fieldset className="field">
      <legend>{text.creatives}</legend>
      <p className="hint">{creatives.all?.length === 0 ? text.noCreativesLead : text.creativesHint}</p>
      {creatives.all?.map(({ id, name, status }) => (
        <CheckField
          key={id}
          label={name}
          checked={chosen.includes(id)}
          {...(status === 'ready' ? {} : { hint: text.creativeStatus.unavailable })}
          onChange={(wanted) => toggle(id, wanted)}
        />
      ))}
      {creatives.hasMore && <Button onClick={creatives.more}>{common.showMore}</Button>}
    </fieldset>
  );
}
