import type { PlayerCommands, PlayerEvent } from '../player/kinds';

/** What the frame posts to the page around it. Nothing in it is secret. */
export type EmbedMessage = PlayerEvent & { readonly source: 'onair'; readonly playback_id: string };

/** Does what a message from the page around the frame asks for. Anything that is not a command of ours is passed over. */
export function obey(message: unknown, commands: PlayerCommands): void {
  if (typeof message !== 'object' || message === null || !('target' in message) || message.target !== 'onair') {
    return;
  }
  const { command, position } = message as { readonly command?: unknown; readonly position?: unknown };
  if (command === 'seek') {
    if (typeof position === 'number' && Number.isFinite(position)) {
      commands.seek(position);
    }
  } else if (command === 'play' || command === 'pause' || command === 'mute' || command === 'unmute') {
    commands[command]();
  }
}

/** Whether a message comes from the page around the frame, and from the origin that was named. */
export function isFromParent(event: Pick<MessageEvent, 'source' | 'origin'>, parent: unknown, origin: string | null): boolean {
  return event.source === parent && (origin === '*' || event.origin === origin);
}
