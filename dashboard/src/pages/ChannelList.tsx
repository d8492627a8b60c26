import { useEffect, useState } from 'react';
import { listChannels, type Channel } from '../api/channels';
import { usePolled } from '../hooks/usePolled';
import { useNoticeLost } from '../hooks/useSession';
import { useTitle } from '../hooks/useTitle';
import { Link } from '../parts/Link';
import { Logo } from '../parts/Logo';
import { ProblemNote } from '../parts/ProblemNote';
import { Stale } from '../parts/Stale';
import { StatusPill } from '../parts/StatusPill';
import { formatTime } from '../parts/time';
import { useText } from '../text';

export function ChannelList({ language }: { language: string }) {
  const text = useText();
  useTitle(text.channels);
  const [pages, setPages] = useState(1);
  const channels = usePolled('channels', (signal) => listChannels(pages, signal));
  const { refresh } = channels;
  useNoticeLost(channels.problem);
  useEffect(() => {
    if (pages > 1) {
      refresh();
    }
  }, [refresh, pages]);

  if (channels.value === undefined) {
    return channels.problem === undefined ? (
      <p className="lead">{text.loading}</p>
    ) : (
      <ProblemNote problem={channels.problem} />
    );
  }
  const { data, next_cursor: more } = channels.value;
  if (data.length === 0) {
    return <NoChannels />;
  }
  return (
    <>
      <div className="row row-between head">
        <h1>{text.channels}</h1>
        <Link to={{ page: 'new' }} className="button button-main">
          {text.newChannel}
        </Link>
      </div>
      <ProblemNote problem={channels.problem} />
      <Stale asOf={channels.asOf} />
      <ul className="list">
        {data.map((channel) => (
          <Row key={channel.id} channel={channel} language={language} />
        ))}
      </ul>
      {more !== null && (
        <button type="button" className="button" onClick={() => setPages(pages + 1)}>
          {text.showMore}
        </button>
      )}
    </>
  );
}

function Row({ channel, language }: { channel: Channel; language: string }) {
  const text = useText();
  return (
    <li>
      <Link to={{ page: 'channel', id: channel.id }} className="card list-row">
        <span className="list-name">
          <bdi>{channel.name}</bdi>
          <span className="fine">
            {channel.ladder} · {text.created} {formatTime(channel.created_at, language)}
          </span>
        </span>
        <StatusPill status={channel.status} />
      </Link>
    </li>
  );
}

function NoChannels() {
  const text = useText();
  return (
    <div className="card empty">
      <Logo />
      <h1>{text.noChannelsTitle}</h1>
      <p className="lead">{text.noChannelsLead}</p>
      <Link to={{ page: 'new' }} className="button button-main">
        {text.createChannel}
      </Link>
    </div>
  );
}
