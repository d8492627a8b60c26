import { expect, it } from 'vitest';
import { Memory, type Remembered } from './memory';

const one: Remembered = {
  uploadId: 'up_1',
  assetId: 'as_1',
  expiresAt: '2026-01-02T00:00:00Z',
  name: '🎬.mp4',
  size: 5,
  lastModified: 7,
};

function storage(kept: Record<string, string> = {}) {
  return { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value) };
}

const before = () => Date.parse('2026-01-01T00:00:00Z');
const after = () => Date.parse('2026-01-03T00:00:00Z');

it('knows an upload again by its file until it is forgotten', () => {
  const disk = storage();
  new Memory(disk, 'k', before).keep(one);
  const reloaded = new Memory(disk, 'k', before);
  expect(reloaded.find({ name: '🎬.mp4', size: 5, lastModified: 7 })).toEqual(one);
  expect(reloaded.find({ name: '🎬.mp4', size: 5, lastModified: 8 })).toBeUndefined();
  reloaded.forget('up_1');
  expect(reloaded.all()).toEqual([]);
});

it('knows nothing of uploads that have expired, and survives what is not ours', () => {
  const disk = storage();
  new Memory(disk, 'k', before).keep(one);
  expect(new Memory(disk, 'k', after).all()).toEqual([]);
  expect(new Memory(storage({ k: '{broken' }), 'k', before).all()).toEqual([]);
  expect(new Memory(storage({ k: '[1, null, {"uploadId": 3}]' }), 'k', before).all()).toEqual([]);
  expect(new Memory(undefined, 'k', before).all()).toEqual([]);
});
