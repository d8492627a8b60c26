import { useRef } from 'react';
import { serverNow } from '../../../api/clock';
import { answer, api, onceFor } from '../../../api/client';
import type { BroadcastRequest, Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { instantOf, localOf } from '../../../parts/localTime';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { fill, useText } from '../../../text';
import { plannedTexts } from './planned.texts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** As far ahead as one can be planned. */
const AHEAD_MS = 14 * DAY_MS;

export function PlanBroadcast({ channel }: { readonly channel: Channel }) {
  const text = useText(plannedTexts);
  const say = useNotice();
  const form = useRef<HTMLDivElement>(null);
  const planning = useCommand(
    async (body: BroadcastRequest, key) =>
      answer(api.POST('/v1/channels/{channel_id}/broadcasts', { params: { path: { channel_id: channel.id }, header: onceFor(key) }, body })),
    ['broadcast', 'channel'],
  );
  const plan = async (values: FormData) => {
    const stop = String(values.get('stop_at'));
    const body = { start_at: instantOf(String(values.get('start_at'))), ...(stop !== '' && { stop_at: instantOf(stop) }) };
    if ((await planning.run(body)) !== undefined) {
      form.current?.querySelector('form')?.reset();
      say(text.planned);
    }
  };
  // The fields go by whole minutes, as what they count from does.
  const now = Math.floor(serverNow() / MINUTE_MS) * MINUTE_MS;
  const limits = { min: localOf(now), max: localOf(now + AHEAD_MS) };
  return (
    <div ref={form}>
      <Section title={text.plan}>
        <p className="hint">{text.planLead}</p>
        <Form label={text.plan} problem={planning.problem} onSubmit={(values) => void plan(values)}>
          <div className="row row-fields">
            <TextField label={text.start} name="start_at" type="datetime-local" {...limits} required />
            <TextField label={text.stop} name="stop_at" type="datetime-local" min={limits.min} optional />
            <Button type="submit" look="main" busy={planning.busy}>
              {text.submit}
            </Button>
          </div>
          <p className="hint">
            {text.stopHint} {fill(text.zone, { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          </p>
        </Form>
      </Section>
    </div>
  );
}
