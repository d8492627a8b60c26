import { LANGUAGES, type Language } from '../text';

/** What the address of the embedded player asks for. */
export interface EmbedOptions {
  readonly playbackId: string;
  readonly autoPlay: boolean;
  readonly muted: boolean;
  readonly startAt: number | null;
  readonly captions: string | null;
  /** Null is the browser's. */
  readonly language: Language | null;
  /** Whom the frame talks to; null is nobody. */
  readonly origin: string | null;
}

/** Reads `/embed/{playback_id}?autoplay=1&…`; what cannot be understood counts as not asked for. */
export function readOptions(path: string, query: string): EmbedOptions {
  const asked = new URLSearchParams(query);
  const start = Number(asked.get('start') || Number.NaN);
  const language = asked.get('language');
  const captions = asked.get('captions');
  return {
    playbackId: playbackIdOf(path),
    autoPlay: isYes(asked.get('autoplay')),
    muted: isYes(asked.get('muted')),
    startAt: Number.isFinite(start) && start >= 0 ? start : null,
    captions: captions === null || captions === '' || captions === 'off' ? null : captions,
    language: LANGUAGES.find((spoken) => spoken === language) ?? null,
    origin: asked.has('origin') ? originOf(asked.get('origin') ?? '') : '*',
  };
}

function playbackIdOf(path: string): string {
  const id = /\/embed\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** `?autoplay`, `?autoplay=1` and `?autoplay=true` say yes. */
const isYes = (value: string | null): boolean => value !== null && ['', '1', 'true', 'yes'].includes(value);

/** The origin of an address; null for what has none, so that nothing is told to whom was not meant. */
function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
}
