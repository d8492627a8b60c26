import { answer, api, type Versioned } from '../../../api/client';
import type { Channel, Timers, TimersPatch } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { Loaded } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { useTimers } from '../channel/timers';
import { settingsTexts } from './settings.texts';

const MOST_MINUTES = 43_200;

/** How long the channel waits, and how long a broadcast may be. */
export function TimersForm({ channel }: { readonly channel: Channel }) {
  const text = useText(settingsTexts);
  const timers = useTimers(channel.id);
  return (
    <Section title={text.timers}>
      <p className="hint">{text.timersLead}</p>
      <Loaded of={timers}>{(told) => <Limits key={limitsOf(told.value)} told={told} />}</Loaded>
    </Section>
  );
}

/** Other limits, set by somebody else, begin the form anew. */
const limitsOf = (timers: Timers) => `${timers.never_connected_seconds} ${timers.input_lost_seconds} ${timers.maximum_duration_seconds}`;

function Limits({ told: { value, etag } }: { readonly told: Versioned<Timers> }) {
  const text = useText(settingsTexts);
  const common = useText(commonTexts);
  const say = useNotice();
  const saving = useCommand(
    async ({ body, version }: { body: TimersPatch; version: string }) =>
      answer(
        api.PATCH('/v1/channels/{channel_id}/timers', {
          params: { path: { channel_id: value.channel_id }, header: { 'If-Match': version } },
          body,
        }),
      ),
    ['channel'],
  );
  const save = async (values: FormData) => {
    const seconds = (name: string) => Math.round(Number(values.get(name)) * 60);
    const body = {
      never_connected_seconds: seconds('never_connected_seconds'),
      input_lost_seconds: seconds('input_lost_seconds'),
      maximum_duration_seconds: seconds('maximum_duration_seconds'),
    };
    if ((await saving.run({ body, version: etag })) !== undefined) {
      say(common.saved);
    }
  };
  const field = (name: keyof TimersPatch, label: string, seconds: number) => (
    <TextField label={label} name={name} type="number" min={0} max={MOST_MINUTES} step="any" required defaultValue={seconds / 60} />
  );
  return (
    <Form label={text.timers} problem={saving.problem} onSubmit={(values) => void save(values)}>
      <div className="row row-fields">
        {field('never_connected_seconds', text.neverConnected, value.never_connected_seconds)}
        {field('input_lost_seconds', text.inputLost, value.input_lost_seconds)}
        {field('maximum_duration_seconds', text.maximum, value.maximum_duration_seconds)}
      </div>
      <div className="row">
        <Button type="submit" busy={saving.busy}>
          {common.save}
        </Button>
      </div>
    </Form>
  );
}
