import { expect, it } from 'vitest';
import { renditionsOf } from './renditions';

it('reads the sizes of the picture, largest first, each once', () => {
  const playlist = [
    '#EXTM3U',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="a"',
    '#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=900000,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2"',
    'low.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1280x720',
    'high.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=2000000,RESOLUTION=1280x720',
    'other.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=128000',
    'sound.m3u8',
  ].join('\n');
  expect(renditionsOf(playlist)).toEqual([
    { height: 720, bitsPerSecond: 3_000_000 },
    { height: 360, bitsPerSecond: 900_000 },
  ]);
});

it('says nothing of what is no playlist', () => {
  expect(renditionsOf('<html>not found</html>')).toEqual([]);
});
