import { expect, it } from 'vitest';
import { languageName, toWebVtt } from './captions';

it('makes WebVTT of SubRip', () => {
  expect(toWebVtt('\uFEFF1\r\n00:00:01,000 --> 0:00:04,250\r\nGood, evening.\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nBye\r\n')).toBe(
    'WEBVTT\n\n1\r\n00:00:01.000 --> 00:00:04.250\r\nGood, evening.\r\n\r\n2\r\n00:00:05.000 --> 00:00:06.000\r\nBye\r\n',
  );
});

it('leaves WebVTT, and what is neither, to the server to judge', () => {
  const webvtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n';
  expect(toWebVtt(webvtt)).toBe(webvtt);
  expect(toWebVtt('hello')).toBe('hello');
});

it('calls a language by its own name, and what is none as it was typed', () => {
  expect(languageName('ko')).toBe('한국어');
  expect(languageName('ko', 'en')).toBe('Korean');
  expect(languageName('not a tag')).toBe('not a tag');
});
