import { afterEach, describe, expect, it, vi } from 'vitest';
import { getChannel, listChannels } from './channels';

const asked: string[] = [];

function pages(...bodies: unknown[]) {
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response(JSON.stringify(bodies[asked.length - 1])));
  });
}

describe('the list of channels', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('follows the cursor as far as asked', async () => {
    pages({ data: [{ id: 'a' }], next_cursor: 'c=1' }, { data: [{ id: 'b' }], next_cursor: 'c=2' });
    const list = await listChannels(2, new AbortController().signal);
    expect(list.data.map((channel) => channel.id)).toEqual(['a', 'b']);
    expect(list.next_cursor).toBe('c=2');
    expect(asked).toEqual(['/v1/channels?limit=50', '/v1/channels?limit=50&cursor=c%3D1']);
  });

  it('stops at the last page', async () => {
    pages({ data: [], next_cursor: null });
    expect((await listChannels(3, new AbortController().signal)).next_cursor).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('never lets an id reach into the path', async () => {
    pages({});
    await getChannel('../internal', new AbortController().signal);
    expect(asked).toEqual(['/v1/channels/..%2Finternal']);
  });
});
