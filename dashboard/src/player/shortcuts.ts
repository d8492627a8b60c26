export type KeyCommand =
  | 'play'
  | 'mute'
  | 'fullscreen'
  | 'captions'
  | 'back'
  | 'forward'
  | 'louder'
  | 'quieter'
  | 'begin'
  | 'end'
  | 'help';

/** By the `key` of a keyboard event; the first key of a command is the one the help list names. */
const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  k: 'play',
  ' ': 'play',
  m: 'mute',
  f: 'fullscreen',
  c: 'captions',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  ArrowUp: 'louder',
  ArrowDown: 'quieter',
  Home: 'begin',
  End: 'end',
  '?': 'help',
};

/** What has the focus, as far as it has keys of its own. */
export type Focused = 'none' | 'button' | 'position' | 'volume' | 'menu' | 'field';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const ARROWS = /^Arrow|^Home$|^End$/;

/** What a key asks of the player; undefined for keys that belong to the browser or to what has the focus. */
export function commandOf(event: Key, focused: Focused): KeyCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || focused === 'field') {
    return undefined;
  }
  const { key } = event;
  if (key === ' ' && focused !== 'none' && focused !== 'position' && focused !== 'volume') {
    return undefined;
  }
  if (ARROWS.test(key) && (focused === 'volume' || focused === 'menu')) {
    return undefined;
  }
  if (focused === 'position' && (key === 'ArrowUp' || key === 'ArrowDown')) {
    return key === 'ArrowUp' ? 'forward' : 'back';
  }
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key];
}

/** What of the page has the focus. */
export function focusedOf(target: EventTarget | null): Focused {
  if (!(target instanceof HTMLElement)) {
    return 'none';
  }
  if (target.closest('[role="menu"]') !== null) {
    return 'menu';
  }
  if (target instanceof HTMLInputElement && target.type === 'range') {
    return target.dataset['control'] === 'position' ? 'position' : 'volume';
  }
  if (target.closest('input, textarea, select, [contenteditable]') !== null) {
    return 'field';
  }
  return target.closest('button, a[href]') === null ? 'none' : 'button';
}
