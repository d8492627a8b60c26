import { expect, it } from 'vitest';
import { byResource } from './eventTypes';

const type = (name: string) => ({ object: 'event_type', type: name, description: '', fields: [] });

it('puts types of one resource together', () => {
  const [live, errored, ready] = [type('channel.live'), type('channel.simulcast_target.errored'), type('asset.ready')];
  expect(byResource([live, errored, ready])).toEqual([
    ['channel', [live, errored]],
    ['asset', [ready]],
  ]);
});
