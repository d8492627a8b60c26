import { useState } from 'react';
import { serverNow } from '../../../api/clock';
import { answer, api, onceFor } from '../../../api/client';
import type { Channel, ClipRequest } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { SelectField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { formatTime } from '../../../parts/format';
import { instantOf } from '../../../parts/localTime';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { fill, useLanguage, useText } from '../../../text';
import { clipsTexts } from './clips.texts';

const MOST_SECONDS = 86_400;

/** The last half minute with one click, or another stretch. */
export function MakeClip({ channel }: { readonly channel: Channel }) {
  const text = useText(clipsTexts);
  const language = useLanguage();
  const say = useNotice();
  const [by, setBy] = useState('last');
  const [name, setName] = useState('');
  const making = useCommand(
    async (body: ClipRequest, key) =>
      answer(api.POST('/v1/channels/{channel_id}/clips', { params: { path: { channel_id: channel.id }, header: onceFor(key) }, body })),
    ['clip'],
  );
  const make = async (stretch: Omit<ClipRequest, 'name'>) => {
    const usual = fill(text.usualName, { time: formatTime(new Date(serverNow()).toISOString(), language, true) });
    if ((await making.run({ name: name.trim() || usual, ...stretch })) !== undefined) {
      setName('');
      say(text.made);
    }
  };
  const stretchOf = (values: FormData) =>
    by === 'last'
      ? { last_seconds: Number(values.get('last_seconds')) }
      : { start_at: instantOf(String(values.get('start_at'))), end_at: instantOf(String(values.get('end_at'))) };
  return (
    <Section title={text.make}>
      <p className="hint">
        {text.makeLead} {text.noReach}
      </p>
      <Form label={text.make} problem={making.problem} onSubmit={(values) => void make(stretchOf(values))}>
        <div className="row row-fields">
          <TextField
            label={text.name}
            name="name"
            optional
            maxLength={255}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button look="main" busy={making.busy} onClick={() => void make({ last_seconds: 30 })}>
            {text.last30}
          </Button>
        </div>
        <details className="more">
          <summary>{text.other}</summary>
          <div className="row row-fields">
            <SelectField
              label={text.stretch}
              name="by"
              value={by}
              onChange={setBy}
              options={[
                ['last', text.byLast],
                ['times', text.byTimes],
              ]}
            />
            {by === 'last' ? (
              <TextField label={text.seconds} name="last_seconds" type="number" min={1} max={MOST_SECONDS} step={1} defaultValue={60} required />
            ) : (
              <>
                <TextField label={text.from} name="start_at" type="datetime-local" step={1} required />
                <TextField label={text.to} name="end_at" type="datetime-local" step={1} required />
              </>
            )}
            <Button type="submit" busy={making.busy}>
              {text.create}
            </Button>
          </div>
        </details>
      </Form>
    </Section>
  );
}
