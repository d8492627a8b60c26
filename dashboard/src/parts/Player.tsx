import { useEffect, useRef, useState } from 'react';
import { fill, useText } from '../text';
import { playLive, type LivePlayer, type Picture } from './live';

/** A live picture; muted at first, because browsers start nothing with sound. */
export function Player({ url, label }: { url: string; label: string }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const player = useRef<LivePlayer>(undefined);
  const [picture, setPicture] = useState<Picture>('loading');
  const [muted, setMuted] = useState(true);
  const [behind, setBehind] = useState<number>();

  useEffect(() => {
    const element = video.current;
    if (element === null) {
      return undefined;
    }
    const current = playLive(element, url, setPicture);
    player.current = current;
    const timer = setInterval(() => setBehind(current.behindLive()), 1000);
    return () => {
      clearInterval(timer);
      current.close();
    };
  }, [url]);

  const words: Record<Picture, string> = {
    loading: text.previewLoading,
    lost: text.previewLost,
    unsupported: text.previewUnsupported,
    blocked: '',
    playing: '',
  };
  return (
    <div className="screen" data-picture={picture}>
      <video ref={video} muted={muted} playsInline aria-label={label} />
      {words[picture] !== '' && (
        <p className="screen-words" role="status">
          {words[picture]}
        </p>
      )}
      {picture === 'blocked' && (
        <button type="button" className="button button-main" onClick={() => void video.current?.play()}>
          {text.playHere}
        </button>
      )}
      {picture === 'playing' && (
        <div className="screen-bar">
          <button type="button" className="button button-glass" onClick={() => setMuted(!muted)}>
            {muted ? text.unmute : text.mute}
          </button>
          {behind !== undefined && <span>{fill(text.behindLive, { seconds: behind.toFixed(1) })}</span>}
        </div>
      )}
    </div>
  );
}
