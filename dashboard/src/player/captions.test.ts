import { describe, expect, it, vi } from 'vitest';
import { Captions, captionsFor } from './captions';

describe('captions in a language', () => {
  const tracks = [{ language: 'en-GB' }, { language: '' }, { language: 'ko' }, { language: 'en' }];

  it('are those of exactly that language, else of a variety of it', () => {
    expect(captionsFor('en', tracks)).toBe(3);
    expect(captionsFor('EN-gb', tracks)).toBe(0);
    expect(captionsFor('ko-KR', tracks)).toBe(2);
    expect(captionsFor('fr', tracks)).toBe(-1);
  });
});

describe('the captions of a video', () => {
  interface Fake {
    kind: string;
    label: string;
    language: string;
    mode: string;
  }
  const track = (label: string, language: string, mode = 'showing', kind = 'subtitles'): Fake => ({ kind, label, language, mode });

  class Tracks extends EventTarget {
    readonly all: Fake[] = [];

    [Symbol.iterator]() {
      return this.all[Symbol.iterator]();
    }

    add(...tracks: Fake[]): void {
      this.all.push(...tracks);
      this.dispatchEvent(new Event('addtrack'));
    }
  }

  function begin(language: string | null) {
    const list = new Tracks();
    const changed = vi.fn();
    const captions = new Captions(list as unknown as TextTrackList, language, new AbortController().signal, changed);
    return { list, captions, changed };
  }

  it('are off, whatever the stream prefers', () => {
    const { list, captions, changed } = begin(null);
    list.add(track('English', 'en'), track('', 'ko'), track('times', '', 'hidden', 'metadata'));
    expect(captions.read()).toEqual({ all: [{ name: 'English', language: 'en' }, { name: 'ko', language: 'ko' }], chosen: -1 });
    expect(list.all.map(({ mode }) => mode)).toEqual(['disabled', 'disabled', 'hidden']);
    expect(changed).toHaveBeenCalled();
  });

  it('are those of the language asked for, as soon as they are there', () => {
    const { list, captions } = begin('ko');
    list.add(track('English', 'en'));
    expect(captions.read().chosen).toBe(-1);
    list.add(track('한국어', 'ko', 'disabled'));
    expect(captions.read().chosen).toBe(1);
  });

  it('stay what the viewer chose when others come to light', () => {
    const { list, captions } = begin(null);
    list.add(track('English', 'en'), track('English CC', 'en', 'disabled', 'captions'));
    captions.choose(1);
    list.add(track('한국어', 'ko'));
    expect(captions.read().chosen).toBe(1);
  });

  it('go off and on again as they were', () => {
    const { list, captions } = begin(null);
    list.add(track('English', 'en'), track('한국어', 'ko'));
    captions.choose(1);
    captions.toggle();
    expect(captions.read().chosen).toBe(-1);
    captions.toggle();
    expect(captions.read().chosen).toBe(1);
  });

  it('begin with the first when nothing was chosen before', () => {
    const { list, captions } = begin(null);
    list.add(track('English', 'en'), track('한국어', 'ko'));
    captions.toggle();
    expect(captions.read().chosen).toBe(0);
  });
});
