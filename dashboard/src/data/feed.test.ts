import { describe, expect, it } from 'vitest';
import { readEvent } from './feed';

describe('a message of the event stream', () => {
  it('is an event', () => {
    const event = { type: 'channel.live', resource: { object: 'channel', id: 'ch_1', version: 7 } };
    expect(readEvent(JSON.stringify(event))).toEqual(event);
  });

  it.each(['', 'null', '{', '{"type":"channel.live"}', '{"type":7,"resource":{"object":"channel"}}'])(
    'that is none is not believed: %s',
    (data) => {
      expect(readEvent(data)).toBeUndefined();
    },
  );
});
