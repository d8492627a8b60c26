import { answer, api } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { formatBitrate } from '../../../parts/format';
import { fill, useLanguage, useText } from '../../../text';
import { overviewTexts } from './overview.texts';

/** An encoder sends more than the largest rendition, so that the ladder has something to choose from. */
const HEADROOM = 1.5;

/** How OBS is set up for this channel, with the numbers of its ladder. */
export function ObsGuide({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const language = useLanguage();
  const ladder = useOne(
    ['ladder', channel.ladder],
    (signal) => answer(api.GET('/v1/presets/ladders/{name}', { params: { path: { name: channel.ladder } }, signal })),
    { every: false },
  ).value;
  const most = ladder && Math.max(...ladder.video.map((video) => video.bits_per_second)) * HEADROOM;
  return (
    <details className="more">
      <summary>{text.guideTitle}</summary>
      {channel.ingest.protocol === 'srt' ? (
        <p>{text.guideSrt}</p>
      ) : (
        <ol className="guide">
          <li>{text.guide.one}</li>
          <li>{text.guide.two}</li>
          {ladder !== undefined && most !== undefined && (
            <>
              <li>{fill(text.guide.three, { seconds: ladder.gop_seconds, bitrate: formatBitrate(most, language) })}</li>
              <li>{fill(text.guide.four, { size: `${ladder.source.width}×${ladder.source.height}`, rate: ladder.source.frame_rate })}</li>
            </>
          )}
          <li>{text.guide.five}</li>
        </ol>
      )}
    </details>
  );
}
