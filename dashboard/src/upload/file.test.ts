import { describe, expect, it } from 'vitest';
import { fileNameOf, LARGEST_BYTES, nameOf, refusalOf, typeOf } from './file';

describe('a file to be sent', () => {
  it('is refused before anything is sent when it is empty or too large', () => {
    expect(refusalOf({ size: 0 })).toBe('empty');
    expect(refusalOf({ size: LARGEST_BYTES + 1 })).toBe('too_large');
    expect(refusalOf({ size: LARGEST_BYTES })).toBeUndefined();
  });

  it.each([
    ['Opening night.mp4', 'Opening night'],
    ['part 1.5 of 2', 'part 1.5 of 2'],
    ['.mp4', '.mp4'],
    ['🎬 영화.final.mov', '🎬 영화.final'],
    ['<img src=x>.mkv', '<img src=x>'],
  ])('gives %s the name %s', (file, name) => expect(nameOf(file)).toBe(name));

  it('keeps names within what the API takes, and never cuts a character in two', () => {
    expect(nameOf(`${'a'.repeat(300)}.mp4`)).toHaveLength(255);
    expect(fileNameOf({ name: `${'a'.repeat(254)}🎬.mp4` })).toBe('a'.repeat(254));
  });

  it('tells its type without parameters, and what is none as bytes', () => {
    expect(typeOf({ type: 'video/webm;codecs=vp9' })).toBe('video/webm');
    expect(typeOf({ type: '' })).toBe('application/octet-stream');
  });
});
