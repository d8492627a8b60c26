import { CheckField, SelectField, TextAreaField, TextField } from '../../../parts/Field';
import { useText } from '../../../text';
import { liveTexts } from '../live.texts';
import { isPushed } from '../status';
import { createTexts } from './create.texts';
import type { Choices, Protocol } from './newChannel';

interface Props {
  readonly choices: Choices;
  readonly onChoose: (some: Partial<Choices>) => void;
}

/** What few need: other ways in, who may push, how far back viewers may go. */
export function MoreChoices({ choices, onChoose }: Props) {
  const text = useText(createTexts);
  const { protocol: protocols } = useText(liveTexts);
  const { protocol } = choices;
  return (
    <details className="more">
      <summary>{text.more}</summary>
      <div className="stack">
        <SelectField
          label={text.protocol}
          name="ingest.protocol"
          value={protocol}
          onChange={(value) => onChoose({ protocol: value as Protocol })}
          options={Object.entries(protocols)}
        />
        {!isPushed(protocol) && (
          <TextField
            label={text.sourceUrl}
            name="ingest.url"
            type="url"
            hint={text.sourceUrlHint[protocol]}
            required
            maxLength={2048}
            value={choices.sourceUrl}
            onChange={(event) => onChoose({ sourceUrl: event.target.value })}
          />
        )}
        {protocol === 'srt_caller' && (
          <TextField
            label={text.streamId}
            name="ingest.stream_id"
            optional
            value={choices.streamId}
            onChange={(event) => onChoose({ streamId: event.target.value })}
          />
        )}
        {isPushed(protocol) && (
          <TextAreaField
            label={text.allowed}
            name="ingest.allowed_cidrs"
            hint={text.allowedHint}
            optional
            rows={2}
            value={choices.allowed}
            onChange={(event) => onChoose({ allowed: event.target.value })}
          />
        )}
        <SelectField
          label={text.dvr}
          name="dvr_window_seconds"
          value={choices.dvr}
          onChange={(dvr) => onChoose({ dvr })}
          options={['', '0', '1800', '3600', '14400', '86400'].map((seconds) => [seconds, text.dvrWords[seconds] ?? seconds] as const)}
        />
        <CheckField
          label={text.pipelines}
          hint={text.pipelinesHint}
          checked={choices.dual && protocol === 'rtmp'}
          disabled={protocol !== 'rtmp'}
          onChange={(dual) => onChoose({ dual })}
        />
      </div>
    </details>
  );
}
