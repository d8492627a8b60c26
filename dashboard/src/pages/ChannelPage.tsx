import { useState } from 'react';
import { deleteChannel, getChannel, startChannel, stopChannel, type Channel } from '../api/channels';
import { getPlayback } from '../api/playback';
import { go } from '../hooks/route';
import { useAction, type Action } from '../hooks/useAction';
import { usePolled } from '../hooks/usePolled';
import { useNoticeLost } from '../hooks/useSession';
import { useTitle } from '../hooks/useTitle';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { CopyField } from '../parts/CopyField';
import { Link } from '../parts/Link';
import { Player } from '../parts/Player';
import { ProblemNote } from '../parts/ProblemNote';
import { Stale } from '../parts/Stale';
import { canStart, canStop, hasPicture } from '../parts/status';
import { StatusPill } from '../parts/StatusPill';
import { formatTime } from '../parts/time';
import { useText } from '../text';

export function ChannelPage({ id, language }: { id: string; language: string }) {
  const text = useText();
  const polled = usePolled(id, (signal) => getChannel(id, signal));
  const start = useAction(async (key) => {
    await startChannel(id, key);
    polled.refresh();
  });
  const stop = useAction(async (key) => {
    await stopChannel(id, key);
    polled.refresh();
  });
  const remove = useAction(async () => {
    await deleteChannel(id);
    go({ page: 'channels' });
  });
  useNoticeLost(polled.problem ?? start.problem ?? stop.problem ?? remove.problem);

  const channel = polled.value;
  useTitle(channel?.name);
  if (polled.problem?.status === 404) {
    return (
      <div className="narrow">
        <h1>{text.gone}</h1>
        <Link to={{ page: 'channels' }}>{text.backToChannels}</Link>
      </div>
    );
  }
  if (channel === undefined) {
    return polled.problem === undefined ? <p className="lead">{text.loading}</p> : <ProblemNote problem={polled.problem} />;
  }
  return (
    <>
      <Link to={{ page: 'channels' }} className="back">
        ← {text.channels}
      </Link>
      <Head channel={channel} start={start} stop={stop} remove={remove} />
      <ProblemNote problem={start.problem ?? stop.problem ?? remove.problem ?? polled.problem} />
      <Stale asOf={polled.asOf} />
      <div className="columns">
        <Preview channel={channel} />
        <div className="stack">
          <Encoder channel={channel} />
          <Details channel={channel} language={language} />
        </div>
      </div>
    </>
  );
}

interface HeadProps {
  readonly channel: Channel;
  readonly start: Action<[]>;
  readonly stop: Action<[]>;
  readonly remove: Action<[]>;
}

function Head({ channel, start, stop, remove }: HeadProps) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <div className="head channel-head">
      <div>
        <h1>
          <bdi>{channel.name}</bdi>
        </h1>
        <div className="status-line" role="status">
          <StatusPill status={channel.status} />
          <span>{text.statusLead[channel.status]}</span>
        </div>
        {channel.status_reason !== null && <p className="reason">{channel.status_reason}</p>}
      </div>
      <div className="row">
        {/* Two buttons, not one that changes: a double click on the first must not press the second. */}
        <button
          type="button"
          className="button button-main"
          disabled={start.busy || !canStart(channel.status)}
          onClick={() => void start.run()}
        >
          {text.start}
        </button>
        <button
          type="button"
          className="button"
          disabled={stop.busy || !canStop(channel.status)}
          onClick={() => void stop.run()}
        >
          {text.stop}
        </button>
        <button
          type="button"
          className="button button-quiet-danger"
          disabled={channel.status === 'deleted'}
          onClick={() => setAsking(true)}
        >
          {text.remove}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={text.removeTitle}
          confirm={text.removeConfirm}
          cancel={text.keep}
          busy={remove.busy}
          onConfirm={() => void remove.run().then(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          <p>{text.removeLead}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function Preview({ channel }: { channel: Channel }) {
  const text = useText();
  const picture = hasPicture(channel);
  const playback = usePolled(picture ? channel.playback_id : undefined, (signal) =>
    getPlayback(channel.playback_id, signal),
  );
  const hls = playback.value?.hls_url ?? null;
  const dash = playback.value?.dash_url ?? null;
  return (
    <section className="stack" aria-label={text.preview}>
      {picture && hls !== null ? (
        <Player url={hls} label={`${text.preview}: ${channel.name}`} />
      ) : (
        <div className="screen">
          <p className="screen-words">{picture ? text.previewLoading : text.previewOff}</p>
        </div>
      )}
      {picture && <ProblemNote problem={playback.problem} />}
      {hls !== null && (
        <div className="card stack">
          <div className="row row-between">
            <h2>{text.watchTitle}</h2>
            <Link to={{ page: 'play', playbackId: channel.playback_id }}>{text.openPlayer}</Link>
          </div>
          <CopyField label={text.hlsUrl} value={hls} />
          {dash !== null && <CopyField label={text.dashUrl} value={dash} />}
        </div>
      )}
    </section>
  );
}

function Encoder({ channel }: { channel: Channel }) {
  const text = useText();
  const { url, stream_key: streamKey } = channel.ingest;
  return (
    <section className="card stack">
      <h2>{text.connectTitle}</h2>
      <p className="fine">{text.connectLead}</p>
      {url === null ? <p className="hint">{text.serverUrlLater}</p> : <CopyField label={text.serverUrl} value={url} />}
      {streamKey !== null && (
        <CopyField key={streamKey} label={text.streamKey} value={streamKey} secret hint={text.streamKeyWarning} />
      )}
    </section>
  );
}

function Details({ channel, language }: { channel: Channel; language: string }) {
  const text = useText();
  const rows: [string, string][] = [
    [text.quality, channel.ladder],
    [text.health, text.healthWord[channel.health as keyof typeof text.healthWord] ?? channel.health],
    [text.provisioning, channel.provisioning],
    [text.created, formatTime(channel.created_at, language)],
    [text.channelId, channel.id],
    [text.playbackId, channel.playback_id],
  ];
  return (
    <section className="card stack">
      <h2>{text.detailsTitle}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
