import { useState } from 'react';
import { answerWithVersion, api, type Versioned } from '../../../api/client';
import type { Channel, ChannelPatch } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { Form } from '../../../parts/Form';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { Consequence, useConsequence } from './Consequence';
import { draftOf, isOutdated, patchOf } from './draft';
import { Fields } from './Fields';
import { settingsTexts } from './settings.texts';

interface Change {
  readonly patch: ChannelPatch;
  readonly restart: boolean;
  readonly etag: string;
}

/** Changes a channel after telling what the change means for who watches. */
export function ChannelForm({ told }: { readonly told: Versioned<Channel> }) {
  const text = useText(settingsTexts);
  const { saved } = useText(commonTexts);
  const say = useNotice();
  const { value: channel, etag } = told;
  // What was there when the changes were begun; a status that changes meanwhile is nobody's change.
  const [begun, setBegun] = useState(channel);
  const [draft, setDraft] = useState(() => draftOf(channel));
  const begin = (from: Channel) => {
    setBegun(from);
    setDraft(draftOf(from));
  };
  const patch = patchOf(begun, draft);
  const outdated = isOutdated(begun, channel);
  if (outdated && patch === undefined) {
    begin(channel);
  }

  const saving = useCommand(
    ({ patch: body, restart, etag: version }: Change) =>
      answerWithVersion(
        api.PATCH('/v1/channels/{id}', {
          params: { path: { id: channel.id }, header: { 'If-Match': version }, query: restart ? { apply: 'restart' } : {} },
          body,
        }),
      ),
    ['channel'],
  );
  const consequence = useConsequence(channel, patch);
  const change = consequence.plan?.change;
  const restart = change?.effect === 'restart' && change.refused;
  const impossible = change?.effect === 'breaks_viewers' && change.refused;
  const save = async () => {
    const done = patch && (await saving.run({ patch, restart, etag }));
    if (done !== undefined) {
      begin(done.value);
      say(saved);
    }
  };

  return (
    <Section title={text.channel}>
      {outdated && (
        <div className="note" role="alert">
          <p className="note-title">{text.changedTitle}</p>
          <p>{text.changedLead}</p>
          <Button onClick={() => begin(channel)}>{text.takeNew}</Button>
        </div>
      )}
      <Form label={text.channel} problem={saving.problem} onSubmit={() => void save()}>
        <Fields channel={channel} draft={draft} onChange={setDraft} />
        <Consequence channel={channel} patch={patch} of={consequence} />
        <div className="row">
          <Button type="submit" look="main" busy={saving.busy} disabled={patch === undefined || outdated || impossible || consequence.asking}>
            {restart ? text.saveRestart : text.save}
          </Button>
          <Button disabled={patch === undefined} onClick={() => begin(channel)}>
            {text.discard}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
