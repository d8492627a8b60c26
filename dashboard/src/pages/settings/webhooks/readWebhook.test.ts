import { expect, it } from 'vitest';
import { readWebhook } from './readWebhook';

function filled(which: string): FormData {
  const values = new FormData();
  values.set('url', ' https://example.com/events ');
  values.set('description', 'Newsroom');
  values.set('which', which);
  values.append('types', 'channel.live');
  values.append('types', 'asset.ready');
  return values;
}

it('asks for the types that are chosen', () => {
  expect(readWebhook(filled('some'))).toEqual({
    url: 'https://example.com/events',
    description: 'Newsroom',
    types: ['channel.live', 'asset.ready'],
  });
});

it('asks for all of them by naming none', () => {
  expect(readWebhook(filled('all')).types).toEqual([]);
});
