import { Link } from 'wouter';
import type { Channel } from '../../../api/schema';
import { formatClock, formatTime } from '../../../parts/format';
import { useNow } from '../../../parts/useNow';
import { fill, useLanguage, useText } from '../../../text';
import { ChannelPill } from '../ChannelPill';
import { useCost } from '../cost';
import { liveTexts } from '../live.texts';
import { MoneyPerHour } from '../MoneyPerHour';
import { isOnAir, isBilled } from '../status';
import { listTexts } from './list.texts';
import { Thumbnail } from './Thumbnail';

export function ChannelRow({ channel }: { readonly channel: Channel }) {
  const text = useText(listTexts);
  const language = useLanguage();
  return (
    <li>
      <Link href={`/channels/${channel.id}`} className="card list-row">
        <Thumbnail channel={channel} />
        <span className="list-name">
          <bdi>{channel.name}</bdi>
          <span className="fine">
            <bdi>{channel.ladder}</bdi> ·{' '}
            {isOnAir(channel) && channel.live_at != null ? (
              <OnAirFor since={channel.live_at} />
            ) : (
              fill(text.createdAt, { time: formatTime(channel.created_at, language) })
            )}
          </span>
        </span>
        {isBilled(channel) && <CostHint id={channel.id} />}
        <ChannelPill status={channel.status} />
      </Link>
    </li>
  );
}

function OnAirFor({ since }: { readonly since: string }) {
  const text = useText(listTexts);
  const now = useNow(1000);
  return fill(text.liveSince, { time: formatClock((now - Date.parse(since)) / 1000) });
}

function CostHint({ id }: { readonly id: string }) {
  const { perHour } = useText(liveTexts);
  const cost = useCost(id);
  return (
    <span className="fine cost-hint">
      <MoneyPerHour sentence={perHour} amounts={cost.value?.per_hour} />
    </span>
  );
}
