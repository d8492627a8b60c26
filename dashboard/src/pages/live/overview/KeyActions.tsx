import { useState } from 'react';
import { answer, api, onceFor } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { useNotice } from '../../../parts/Notices';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { useDeed } from '../channel/useChannel';
import { canStop, isOnAir } from '../status';
import { overviewTexts } from './overview.texts';

/** What to do when somebody has the key who should not. Both are asked about first: they interrupt who is on air. */
export function KeyActions({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const { cancel } = useText(commonTexts);
  const may = useMay('channels:control');
  const say = useNotice();
  const [asking, setAsking] = useState<'rotate' | 'kick'>();
  const rotate = useCommand(
    async (_nothing: void, key) =>
      answer(api.POST('/v1/channels/{id}/rotate-stream-key', { params: { path: { id: channel.id }, header: onceFor(key) } })),
    ['channel'],
  );
  const kick = useDeed(channel.id, 'kick');
  const doing = asking === 'rotate' ? rotate : kick;
  if (!may) {
    return null;
  }
  const confirm = async () => {
    if ((await doing.run()) !== undefined) {
      say(asking === 'rotate' ? text.rotated : text.kicked);
    }
    setAsking(undefined);
  };
  return (
    <details className="more">
      <summary>{text.keyActions}</summary>
      <div className="stack">
        <ProblemNote problem={rotate.problem ?? kick.problem} />
        <div className="row">
          <Button onClick={() => setAsking('rotate')}>{text.rotate}</Button>
          <Button disabled={!isOnAir(channel)} onClick={() => setAsking('kick')}>
            {text.kick}
          </Button>
        </div>
      </div>
      {asking !== undefined && (
        <ConfirmDialog
          title={asking === 'rotate' ? text.rotateTitle : text.kickTitle}
          confirm={asking === 'rotate' ? text.rotate : text.kick}
          cancel={cancel}
          busy={doing.busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void confirm()}
        >
          <p>{asking === 'rotate' ? text.rotateLead : text.kickLead}</p>
          {asking === 'rotate' && canStop(channel) && <p>{text.rotateOnAir}</p>}
        </ConfirmDialog>
      )}
    </details>
  );
}
