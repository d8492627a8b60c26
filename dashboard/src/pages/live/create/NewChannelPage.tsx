import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { ChannelRequest } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { CheckField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { Loaded } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { useLadders } from '../ladders';
import { liveTexts } from '../live.texts';
import { createTexts } from './create.texts';
import { LadderCards } from './LadderCards';
import { LatencyCards } from './LatencyCards';
import { MoreChoices } from './MoreChoices';
import { ladderOf, requestOf, USUAL, type Choices } from './newChannel';
import { PriceNote } from './PriceNote';

export function NewChannelPage() {
  const text = useText(createTexts);
  const common = useText(commonTexts);
  const { channels } = useText(liveTexts);
  const mayCreate = useMay('channels:write');
  const [, go] = useLocation();
  const [choices, setChoices] = useState(USUAL);
  const choose = (some: Partial<Choices>) => setChoices((all) => ({ ...all, ...some }));

  const ladders = useLadders();
  const ladder = ladderOf(choices.ladder, ladders.value?.data ?? [])?.name;

  const creation = useCommand(async (body: ChannelRequest, key) => {
    const channel = await answer(api.POST('/v1/channels', { params: { header: onceFor(key) }, body }));
    // Back leads to the list, not to a form that would make another one.
    go(`/channels/${channel.id}`, { replace: true });
  }, ['channel']);
  useEffect(() => {
    if (creation.problem !== undefined) {
      window.scrollTo(0, 0);
    }
  }, [creation.problem]);

  return (
    <Page title={text.title} back={['/channels', channels]}>
      {mayCreate ? (
        <Form
          label={text.title}
          className="new-channel"
          problem={creation.problem}
          onSubmit={(values) => void creation.run(requestOf(String(values.get('name')).trim(), ladder, choices))}
        >
          <div className="card stack">
            <TextField label={common.name} name="name" hint={text.nameHint} placeholder={text.namePlaceholder} required maxLength={255} dir="auto" autoFocus />
            <Loaded of={ladders}>
              {({ data }) => <LadderCards ladders={data} chosen={ladder} onChoose={(name) => choose({ ladder: name })} />}
            </Loaded>
            <LatencyCards chosen={choices.latency} onChoose={(latency) => choose({ latency })} />
            <fieldset className="group stack">
              <legend>{text.extras}</legend>
              <CheckField label={text.record} hint={text.recordHint} checked={choices.record} onChange={(record) => choose({ record })} />
              <CheckField label={text.ads} hint={text.adsHint} checked={choices.ads} onChange={(ads) => choose({ ads })} />
              <CheckField
                label={text.backup}
                hint={text.backupHint}
                checked={choices.backup && choices.protocol === 'rtmp'}
                disabled={choices.protocol !== 'rtmp'}
                onChange={(backup) => choose({ backup })}
              />
            </fieldset>
            <MoreChoices choices={choices} onChoose={choose} />
          </div>
          <div className="new-channel-side stack">
            <PriceNote ladder={ladder} choices={choices} />
            <Button type="submit" look="main" busy={creation.busy} disabled={ladder === undefined}>
              {creation.busy ? text.creating : text.create}
            </Button>
            <Link href="/channels" className="button">
              {common.cancel}
            </Link>
          </div>
        </Form>
      ) : (
        <p>{common.notAllowed}</p>
      )}
    </Page>
  );
}
