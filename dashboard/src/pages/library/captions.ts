import { answer, api, onceFor } from '../../api/client';
import type { Caption, CaptionRequest, PageCaption } from '../../api/schema';
import { pageBehind } from '../../data/usePages';
import type { Tone } from '../../parts/Pill';

export function listCaptions(assetId: string, cursor: string | undefined, signal: AbortSignal): Promise<PageCaption> {
  return answer(api.GET('/v1/assets/{asset_id}/captions', { params: { path: { asset_id: assetId }, query: pageBehind(cursor) }, signal }));
}

export const addCaption = (assetId: string, body: CaptionRequest, key: string): Promise<Caption> =>
  answer(api.POST('/v1/assets/{asset_id}/captions', { params: { path: { asset_id: assetId }, header: onceFor(key) }, body }));

export const deleteCaption = ({ asset_id, id }: Caption): Promise<Caption> =>
  answer(api.DELETE('/v1/assets/{asset_id}/captions/{id}', { params: { path: { asset_id, id } } }));

export function toneOfCaption(status: string): Tone {
  return status === 'ready' ? 'ready' : status === 'errored' ? 'bad' : status === 'processing' ? 'busy' : 'quiet';
}

/** Those that are asked for most; any other has its tag typed. */
export const LANGUAGES = ['en', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'es', 'pt-BR', 'fr', 'de', 'it', 'ru', 'ar', 'hi', 'id', 'vi', 'th', 'tr'] as const;

/** A language as people of `shownIn` call it; what is no language tag stays as it is. */
export function languageName(tag: string, shownIn: string = tag): string {
  try {
    return new Intl.DisplayNames(shownIn, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const TIMES = /^(\d{1,2}):(\d\d):(\d\d)[,.](\d{3})\s*-->\s*(\d{1,2}):(\d\d):(\d\d)[,.](\d{3})/gm;

/** SubRip, which most programs write, differs from WebVTT in its first line and in how it writes times. */
export function toWebVtt(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^WEBVTT(\s|$)/.test(plain) || !/^\s*\d+\s*\r?\n\s*\d{1,2}:\d\d:\d\d,\d{3}\s*-->/.test(plain)) {
    return plain;
  }
  const times = plain.replace(TIMES, (_, ...[h, m, s, ms, h2, m2, s2, ms2]: string[]) => {
    const two = (hours = '') => hours.padStart(2, '0');
    return `${two(h)}:${m}:${s}.${ms} --> ${two(h2)}:${m2}:${s2}.${ms2}`;
  });
  return `WEBVTT\n\n${times.trimStart()}`;
}
