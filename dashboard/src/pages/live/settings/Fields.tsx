import type { Channel } from '../../../api/schema';
import { CheckField, SelectField, TextField } from '../../../parts/Field';
import { fill, useText } from '../../../text';
import { useLadders } from '../ladders';
import { liveTexts } from '../live.texts';
import type { Draft } from './draft';
import { settingsTexts } from './settings.texts';

const USUAL_COLOR = '#1a2b3c';

interface Props {
  readonly channel: Channel;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** What of a channel can be changed here. */
export function Fields({ channel, draft, onChange }: Props) {
  const text = useText(settingsTexts);
  const words = useText(liveTexts);
  const change = (some: Partial<Draft>) => onChange({ ...draft, ...some });
  const ladders = useLadders();
  const names = new Set([draft.ladder, ...(ladders.value?.data ?? []).map(({ name }) => name)]);
  const image = channel.slate?.image_url ?? null;
  return (
    <>
      <TextField label={text.name} name="name" value={draft.name} onChange={(event) => change({ name: event.target.value })} required maxLength={255} dir="auto" />
      <div className="row row-fields row-top">
        <SelectField
          label={text.ladder}
          name="ladder"
          value={draft.ladder}
          onChange={(ladder) => change({ ladder })}
          options={[...names].map((name) => [name, name] as const)}
        />
        <SelectField
          label={text.latency}
          name="latency"
          value={draft.latency}
          onChange={(latency) => change({ latency: latency as Draft['latency'] })}
          options={Object.entries(words.latency)}
        />
      </div>
      <div className="row row-fields row-top">
        <TextField
          label={text.dvr}
          name="dvr_window_seconds"
          type="number"
          min={0}
          step="any"
          hint={text.dvrHint}
          required
          value={draft.dvrMinutes}
          onChange={(event) => change({ dvrMinutes: event.target.value })}
        />
        <TextField
          label={text.delay}
          name="delay_seconds"
          type="number"
          min={0}
          max={86_400}
          hint={text.delayHint}
          required
          value={draft.delaySeconds}
          onChange={(event) => change({ delaySeconds: event.target.value })}
        />
      </div>
      <CheckField label={text.record} checked={draft.record} onChange={(record) => change({ record })} />
      <CheckField label={text.ads} checked={draft.ads} onChange={(ads) => change({ ads })} />
      {channel.ingest.protocol === 'rtmp' && <CheckField label={text.dual} checked={draft.dual} onChange={(dual) => change({ dual })} />}
      <div className="row row-fields row-top">
        <CheckField
          label={text.slate}
          {...(image !== null && { hint: fill(text.slateImage, { url: image }) })}
          checked={draft.slateColor !== ''}
          onChange={(on) => change({ slateColor: on ? USUAL_COLOR : '' })}
        />
        {draft.slateColor !== '' && (
          <TextField
            label={text.slateColor}
            name="slate.color"
            type="color"
            value={draft.slateColor}
            onChange={(event) => change({ slateColor: event.target.value })}
          />
        )}
      </div>
    </>
  );
}
