import { useEffect, useRef, useState } from 'react';
import { Player, type PlayerCommands, type PlayerEvent } from '../player/Player';
import { useText } from '../text';
import { embedTexts } from './embed.texts';
import { isFromParent, obey, type EmbedMessage } from './messages';
import { usePlaybackOf } from './usePlaybackOf';
import type { EmbedOptions } from './options';

/** The player as all of a page, to be framed by pages of others. */
export function Embed({ options }: { readonly options: EmbedOptions }) {
  const { playbackId, origin } = options;
  const text = useText(embedTexts);
  const player = useRef<PlayerCommands>(null);
  const [troubled, setTroubled] = useState(false);
  const [played, setPlayed] = useState(false);
  const found = usePlaybackOf(playbackId, troubled);
  // Who came before it was on air waits for it: it begins by itself.
  const [waited, setWaited] = useState(false);
  if (!waited && (found?.why === 'not_on_air' || found?.why === 'processing')) {
    setWaited(true);
  }

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (window.parent !== window && player.current !== null && isFromParent(event, window.parent, origin)) {
        obey(event.data, player.current);
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [origin]);

  function tell(event: PlayerEvent): void {
    if (event.type === 'playing') {
      setTroubled(false);
      setPlayed(true);
    } else if (event.type === 'error' && event.code !== 'blocked') {
      setTroubled(true);
    }
    if (window.parent !== window && origin !== null) {
      const message: EmbedMessage = { ...event, source: 'onair', playback_id: playbackId };
      window.parent.postMessage(message, origin);
    }
  }

  if (found === undefined) {
    return (
      <p className="unseen" role="status">
        {text.loading}
      </p>
    );
  }
  const label = found.live ? text.live : text.film;
  return (
    <>
      <h1 className="unseen">{label}</h1>
      <Player
        ref={player}
        src={found.source}
        missing={found.why === 'not_on_air' && played ? 'ended' : found.why}
        live={found.live}
        label={label}
        autoPlay={options.autoPlay || waited}
        muted={options.muted}
        startAt={options.startAt}
        captions={options.captions}
        wholePage
        onEvent={tell}
      />
    </>
  );
}
