import { BreakReport } from '../../../adbreak/BreakReport';
import { answer, api } from '../../../api/client';
import type { AdBreak } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { Loaded } from '../../../parts/Loaded';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { useNames } from '../../ads/useNames';
import { breaksTexts } from './breaks.texts';

/** What became of one break, step by step. */
export function BreakResult({ adBreak, onClose }: { readonly adBreak: AdBreak; readonly onClose: () => void }) {
  const text = useText(breaksTexts);
  const { close } = useText(commonTexts);
  const names = useNames();
  const { channel_id, id } = adBreak;
  const report = useOne(['ad_break', channel_id, id, 'report'], (signal) =>
    answer(api.GET('/v1/channels/{channel_id}/ad-breaks/{id}/report', { params: { path: { channel_id, id } }, signal })),
  );
  return (
    <Dialog title={text.result} wide onClose={onClose}>
      {report.problem?.status === 404 ? <p>{text.noReport}</p> : <Loaded of={report}>{(told) => <BreakReport report={told} names={names} />}</Loaded>}
      <div className="row row-end">
        <Button onClick={onClose}>{close}</Button>
      </div>
    </Dialog>
  );
}
