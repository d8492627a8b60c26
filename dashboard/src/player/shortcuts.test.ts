import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts';

const key = (name: string, held = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('a key', () => {
  it('commands the player', () => {
    expect(['k', 'K', ' ', 'm', 'f', 'c', 'ArrowLeft', 'Home', '?', 'x'].map((name) => commandOf(key(name), 'none'))).toEqual([
      'play', 'play', 'play', 'mute', 'fullscreen', 'captions', 'back', 'begin', 'help', undefined,
    ]);
  });

  it('is the browser’s together with Ctrl, Alt or Command', () => {
    expect(commandOf(key('f', { ctrlKey: true }), 'none')).toBeUndefined();
    expect(commandOf(key('ArrowLeft', { altKey: true }), 'none')).toBeUndefined();
    expect(commandOf(key('m', { metaKey: true }), 'none')).toBeUndefined();
  });

  it('is that of what has the focus', () => {
    expect(commandOf(key(' '), 'button')).toBeUndefined();
    expect(commandOf(key('k'), 'button')).toBe('play');
    expect(commandOf(key('ArrowDown'), 'menu')).toBeUndefined();
    expect(commandOf(key('ArrowLeft'), 'volume')).toBeUndefined();
    expect(commandOf(key('k'), 'field')).toBeUndefined();
  });

  it('moves the picture, not the sound, on the slider of the position', () => {
    expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'End'].map((name) => commandOf(key(name), 'position'))).toEqual([
      'forward', 'back', 'back', 'end',
    ]);
  });
});
