import { describe, expect, it } from 'vitest';
import { fill, firstLanguage, texts } from './index';

/** Each sentence by its place, e.g. `status.live`. */
function sentences(value: unknown, place = ''): [string, string][] {
  return typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => sentences(inner, `${place}.${name}`));
}

describe('the languages', () => {
  it('say the same things', () => {
    const [en, ko] = [sentences(texts.en), sentences(texts.ko)];
    expect(ko.map(([place]) => place)).toEqual(en.map(([place]) => place));
    expect(ko.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('leave the same places for values', () => {
    const places = ([, sentence]: [string, string]) => sentence.match(/\{\w+\}/g) ?? [];
    expect(sentences(texts.ko).map(places)).toEqual(sentences(texts.en).map(places));
  });

  it('begin with the one chosen before, then the browser’s', () => {
    expect(firstLanguage('ko', ['en-US'])).toBe('ko');
    expect(firstLanguage(null, ['fr', 'ko-KR', 'en'])).toBe('ko');
    expect(firstLanguage('klingon', ['fr'])).toBe('en');
  });

  it('put values in their places', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: 'two' })).toBe('1 of two, {c}');
  });
});
