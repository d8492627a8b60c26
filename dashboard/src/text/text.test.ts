import { describe, expect, it } from 'vitest';
import { fill, firstLanguage, wordOf, type Area } from './index';

/** Every `*.texts.ts` of the dashboard, by its path. */
const files = import.meta.glob<Record<string, Area<unknown>>>('../**/*.texts.ts', { eager: true });
const areas = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported).map((texts): [string, Area<unknown>] => [file, texts]),
);

/** Each sentence by its place, e.g. `.status.live`. Null is where nothing is to be said. */
function sentences(value: unknown, place = ''): [string, string][] {
  if (value === null) {
    return [];
  }
  return typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => sentences(inner, `${place}.${name}`));
}

describe.each(areas)('the sentences of %s', (_file, texts) => {
  it('are there in each language', () => {
    const ko = sentences(texts.ko);
    expect(ko.map(([place]) => place).sort()).toEqual(sentences(texts.en).map(([place]) => place).sort());
    expect(ko.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('leave the same places for values', () => {
    const places = (all: [string, string][]) =>
      Object.fromEntries(all.map(([place, sentence]) => [place, (sentence.match(/\{\w+\}/g) ?? []).sort()]));
    expect(places(sentences(texts.ko))).toEqual(places(sentences(texts.en)));
  });
});

describe('the language', () => {
  it('is the one chosen before, else the browser’s first that we speak', () => {
    expect(firstLanguage('ko', ['en-US'])).toBe('ko');
    expect(firstLanguage(null, ['fr', 'ko-KR', 'en'])).toBe('ko');
    expect(firstLanguage('klingon', ['fr'])).toBe('en');
  });
});

describe('a sentence', () => {
  it('takes values in its places', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: 'two' })).toBe('1 of two, {c}');
  });

  it('shows a state that it has no word for', () => {
    expect(wordOf({ live: 'Live' }, 'live')).toBe('Live');
    expect(wordOf({ live: 'Live' }, 'input_lost')).toBe('input lost');
  });
});
