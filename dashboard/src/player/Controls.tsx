import { useText } from '../text';
import { Icon } from './Icon';
import { LiveButton } from './LiveButton';
import { Menu } from './Menu';
import { captionsMenu, moreMenu, settingsMenu } from './menus';
import { playerTexts } from './player.texts';
import { Scrubber } from './Scrubber';
import { isScrubbable } from './timeline';
import { Volume } from './Volume';
import type { PlaybackState } from './kinds';
import type { Playback } from './Playback';
import type { Screen } from './screens';

interface Props {
  readonly state: PlaybackState;
  readonly playback: Playback;
  readonly fullscreen: Screen;
  readonly smallWindow: Screen;
  readonly onHelp: () => void;
}

export function Controls({ state, playback, fullscreen, smallWindow, onHelp }: Props) {
  const text = useText(playerTexts);
  const playing = state.wanted && state.trouble !== 'blocked' && !state.ended;
  const captions = captionsMenu(state, playback, text);
  const settings = [...settingsMenu(state, playback, text), moreMenu(state, playback, text, onHelp)];

  return (
    <div className="player-bar">
      {isScrubbable(state.span, state.live) && <Scrubber state={state} onSeek={playback.seek} onEdge={playback.toEdge} />}
      <div className="player-buttons">
        <button
          type="button"
          className="player-button"
          aria-label={playing ? text.pause : text.play}
          title={playing ? text.pause : text.play}
          onClick={playback.toggle}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        <Volume muted={state.muted} volume={state.volume} onMute={playback.mute} onVolume={playback.setVolume} />
        {state.live && state.span.end > 0 && <LiveButton atEdge={state.atEdge} latency={state.latency} onEdge={playback.toEdge} />}
        <span className="player-space" />
        {captions.length > 0 && (
          <Menu label={text.captions} icon="captions" groups={captions} on={state.captions.chosen !== -1} />
        )}
        <Menu label={text.settings} icon="settings" groups={settings} />
        {smallWindow.possible && (
          <button
            type="button"
            className="player-button"
            aria-label={text.pictureInPicture}
            aria-pressed={smallWindow.on}
            title={text.pictureInPicture}
            disabled={!state.begun}
            onClick={smallWindow.toggle}
          >
            <Icon name="window" />
          </button>
        )}
        {fullscreen.possible && <FullscreenButton screen={fullscreen} />}
      </div>
    </div>
  );
}

function FullscreenButton({ screen }: { readonly screen: Screen }) {
  const text = useText(playerTexts);
  const label = screen.on ? text.leaveFullscreen : text.fullscreen;
  return (
    <button type="button" className="player-button" aria-label={label} title={label} onClick={screen.toggle}>
      <Icon name={screen.on ? 'leaveFullscreen' : 'fullscreen'} />
    </button>
  );
}
