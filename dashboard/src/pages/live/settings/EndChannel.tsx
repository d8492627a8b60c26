import { useState } from 'react';
import { useLocation } from 'wouter';
import { answer, api } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useNotice } from '../../../parts/Notices';
import { Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { useDeed } from '../channel/useChannel';
import { settingsTexts } from './settings.texts';

/** Takes the channel out of use for now, or for good. */
export function EndChannel({ channel }: { readonly channel: Channel }) {
  const text = useText(settingsTexts);
  const mayDisable = useMay('channels:control');
  const mayDelete = useMay('channels:write');
  const say = useNotice();
  const [, go] = useLocation();
  const [asking, setAsking] = useState<'disable' | 'remove'>();
  const disable = useDeed(channel.id, 'disable');
  const removal = useCommand(
    async (_nothing: void) => answer(api.DELETE('/v1/channels/{id}', { params: { path: { id: channel.id } } })),
    ['channel'],
  );
  const doing = asking === 'disable' ? disable : removal;
  const confirm = async () => {
    const done = await doing.run();
    setAsking(undefined);
    if (done !== undefined) {
      say(asking === 'disable' ? text.disabled : text.removed);
      if (asking === 'remove') {
        go('/channels', { replace: true });
      }
    }
  };
  return (
    <Section title={text.end}>
      <ProblemNote problem={disable.problem ?? removal.problem} />
      <p className="hint">{text.disableLead}</p>
      <div className="row">
        {mayDisable && (
          <Button disabled={channel.status === 'disabled' || channel.status === 'deleted'} onClick={() => setAsking('disable')}>
            {text.disable}
          </Button>
        )}
        {mayDelete && (
          <Button look="quiet-danger" disabled={channel.status === 'deleted'} onClick={() => setAsking('remove')}>
            {text.remove}
          </Button>
        )}
      </div>
      {asking !== undefined && (
        <ConfirmDialog
          title={asking === 'disable' ? text.disableTitle : text.removeTitle}
          confirm={asking === 'disable' ? text.disable : text.remove}
          cancel={text.keep}
          busy={doing.busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void confirm()}
        >
          <p>
            <bdi>{channel.name}</bdi>
          </p>
          <p>{asking === 'disable' ? text.disableLead : text.removeLead}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
