import { describe, expect, it } from 'vitest';
import { pathOf, routeOf, type Route } from './route';

describe('addresses of pages', () => {
  it.each<Route>([
    { page: 'channels' },
    { page: 'new' },
    { page: 'channel', id: 'ch_06d4x8k2m1v7r9t3w5y8z0a2bc' },
    { page: 'play', playbackId: 'pb_06d4x8k2m1v7r9t3w5y8z0a2bc' },
    { page: 'channel', id: 'a b/c?d' },
  ])('lead back to their page: $page', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  it.each(['/nowhere', '/channels/a/b', '/play', '/play/'])('are unknown otherwise: %s', (path) => {
    expect(routeOf(path)).toEqual({ page: 'unknown' });
  });

  it('forgive a slash too many and broken encoding', () => {
    expect(routeOf('/channels/')).toEqual({ page: 'channels' });
    expect(routeOf('/channels/%zz')).toEqual({ page: 'channel', id: '%zz' });
  });
});
