import { useRef } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import { DRY_RUN, perHour, rehearsals } from '../../../api/plan';
import type { Channel, SimulcastTargetRequest } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { formatMoney } from '../../../parts/format';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { fill, useLanguage, useText } from '../../../text';
import { isAtRest } from '../status';
import { simulcastTexts } from './simulcast.texts';

/** A server of nobody's, to ask for the price with before one is typed; a rehearsal calls nobody. */
const ANY: SimulcastTargetRequest = { name: '-', url: 'rtmp://1.1.1.1/live', stream_key: 'none' };

export function AddTarget({ channel }: { readonly channel: Channel }) {
  const text = useText(simulcastTexts);
  const say = useNotice();
  const form = useRef<HTMLDivElement>(null);
  const path = { channel_id: channel.id };
  const adding = useCommand(
    async (body: SimulcastTargetRequest, key) =>
      answer(api.POST('/v1/channels/{channel_id}/simulcast-targets', { params: { path, header: onceFor(key) }, body })),
    ['simulcast_target', 'channel'],
  );
  const add = async (values: FormData) => {
    const of = (name: string) => String(values.get(name)).trim();
    if ((await adding.run({ name: of('name'), url: of('url'), stream_key: of('stream_key') })) !== undefined) {
      form.current?.querySelector('form')?.reset();
      say(text.added);
    }
  };
  return (
    <div ref={form}>
      <Section title={text.add}>
        <Form label={text.add} problem={adding.problem} onSubmit={(values) => void add(values)}>
          <TextField label={text.name} name="name" placeholder={text.namePlaceholder} required maxLength={255} dir="auto" />
          <TextField label={text.url} name="url" hint={text.urlHint} placeholder="rtmps://live.example.com:443/app" required maxLength={2048} className="mono" />
          <TextField label={text.key} name="stream_key" type="password" autoComplete="off" hint={text.keyHint} required minLength={4} maxLength={512} />
          <Price channel={channel} />
          <div className="row">
            <Button type="submit" look="main" busy={adding.busy}>
              {text.add}
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}

/** One more output of the encoder has its price. */
function Price({ channel }: { readonly channel: Channel }) {
  const text = useText(simulcastTexts);
  const language = useLanguage();
  const plan = useOne(
    ['plan', 'simulcast', channel.id],
    (signal) =>
      answer(
        rehearsals.POST('/v1/channels/{channel_id}/simulcast-targets', { params: { path: { channel_id: channel.id }, query: DRY_RUN }, body: ANY, signal }),
      ),
    { every: false },
  ).value;
  const price = plan && perHour(plan.price, 'running');
  return (
    <p className="hint">
      {price !== undefined && fill(text.costs, { amount: formatMoney(price, language, 3) })} {!isAtRest(channel) && text.nextStart}
    </p>
  );
}
