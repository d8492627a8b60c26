import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useText } from '../text';
import { Controls } from './Controls';
import { KeyHelp } from './KeyHelp';
import { Picture } from './Picture';
import { playerTexts } from './player.texts';
import { useFullscreen, useSmallWindow } from './screens';
import { useAwake } from './useAwake';
import { useKeys } from './useKeys';
import { usePlayback } from './usePlayback';
import type { KeyCommand } from './shortcuts';
import type { Missing, PlayerCommands, PlayerEvent, PlayerSource } from './kinds';
import './player.css';

export type { Missing, PlayerCommands, PlayerEvent, PlayerSource } from './kinds';

interface Props {
  /** Null while there is nothing to play yet: the player says so and keeps its room. */
  readonly src: PlayerSource | null;
  /** A live, or a film. */
  readonly live: boolean;
  /** What is shown, for those who do not see it. */
  readonly label: string;
  readonly poster?: string | undefined;
  readonly autoPlay?: boolean;
  readonly muted?: boolean;
  /** Seconds from the beginning: of a film, or of the broadcast where it can be started over. */
  readonly startAt?: number | null;
  /** The language of the captions to show. */
  readonly captions?: string | null;
  /** It is all there is on the page: as large as that, and keys count wherever they are pressed. */
  readonly wholePage?: boolean;
  /** Why there is no `src`, while there is none: a live is not on air, a film is being prepared. */
  readonly missing?: Missing | null;
  readonly onEvent?: (event: PlayerEvent) => void;
  readonly ref?: Ref<PlayerCommands>;
}

const SEEK_SECONDS = 5;

/**
 * Plays HLS, a live or a film, with controls of our own. It keeps trying by itself, and says in words what is the
 * matter. `muted`, `autoPlay`, `startAt` and `captions` count when it begins.
 */
export function Player({ live, ...props }: Props) {
  return <LiveOrFilm key={String(live)} live={live} {...props} />;
}

function LiveOrFilm({
  src,
  live,
  label,
  poster,
  autoPlay = false,
  muted = false,
  startAt = null,
  captions = null,
  wholePage = false,
  missing = null,
  onEvent,
  ref,
}: Props) {
  const text = useText(playerTexts);
  const root = useRef<HTMLElement>(null);
  const { video, playback, state } = usePlayback(src, missing ?? (live ? 'not_on_air' : 'processing'), { live, autoPlay, muted, startAt, captions }, (event) =>
    onEvent?.(event.type === 'error' ? { ...event, words: text.trouble[event.code] } : event),
  );
  const { awake, sleep } = useAwake(root);
  const fullscreen = useFullscreen(root, video);
  const smallWindow = useSmallWindow(video);
  const [help, setHelp] = useState(false);

  const commands: Record<KeyCommand, () => void> = {
    play: playback.toggle,
    mute: () => playback.mute(!state.muted),
    fullscreen: fullscreen.toggle,
    captions: playback.toggleCaptions,
    back: () => playback.seekBy(-SEEK_SECONDS),
    forward: () => playback.seekBy(SEEK_SECONDS),
    louder: () => playback.setVolume((state.muted ? 0 : state.volume) + 0.05),
    quieter: () => playback.setVolume((state.muted ? 0 : state.volume) - 0.05),
    begin: () => playback.seek(state.span.start),
    end: () => (live ? playback.toEdge() : playback.seek(state.span.end)),
    help: () => setHelp(!help),
  };
  useKeys(root, wholePage, (command) => commands[command]());
  useImperativeHandle(ref, () => ({
    play: playback.play,
    pause: playback.pause,
    seek: playback.seek,
    mute: () => playback.mute(true),
    unmute: () => playback.mute(false),
  }), [playback]);

  const hidden = !awake && !help && state.begun && state.wanted && state.trouble === null && !state.ended;
  const told = state.trouble === null ? (state.waiting ? text.loading : '') : text.trouble[state.trouble];
  return (
    <section
      ref={root}
      tabIndex={-1}
      aria-label={label}
      className={wholePage ? 'player player-whole' : 'player'}
      data-idle={hidden || undefined}
    >
      <Picture
        ref={video}
        poster={poster}
        begun={state.begun}
        offered={!state.begun && !state.wanted && state.trouble === null}
        controlsShown={!hidden}
        onToggle={playback.toggle}
        onHide={sleep}
        onTwice={fullscreen.toggle}
      />
      <p className="player-words" role="status" data-quiet={state.trouble === null || undefined}>
        {told}
      </p>
      {help && (
        <KeyHelp
          onClose={() => {
            setHelp(false);
            root.current?.focus();
          }}
        />
      )}
      <Controls
        state={state}
        playback={playback}
        fullscreen={fullscreen}
        smallWindow={smallWindow}
        onHelp={() => setHelp(true)}
      />
    </section>
  );
}
