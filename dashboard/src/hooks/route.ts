import { useSyncExternalStore } from 'react';

/** The pages there are. Their addresses are made and read only here. */
export type Route =
  | { readonly page: 'channels' }
  | { readonly page: 'new' }
  | { readonly page: 'channel'; readonly id: string }
  | { readonly page: 'play'; readonly playbackId: string }
  | { readonly page: 'unknown' };

export function pathOf(route: Route): string {
  switch (route.page) {
    case 'channels':
      return '/';
    case 'new':
      return '/channels/new';
    case 'channel':
      return `/channels/${encodeURIComponent(route.id)}`;
    case 'play':
      return `/play/${encodeURIComponent(route.playbackId)}`;
    case 'unknown':
      return '/not-found';
  }
}

export function routeOf(path: string): Route {
  const [first = '', second = '', ...more] = path.split('/').filter((part) => part !== '').map(decoded);
  if (more.length > 0) {
    return { page: 'unknown' };
  }
  if (first === '' || (first === 'channels' && second === '')) {
    return { page: 'channels' };
  }
  if (first === 'channels') {
    return second === 'new' ? { page: 'new' } : { page: 'channel', id: second };
  }
  return first === 'play' && second !== '' ? { page: 'play', playbackId: second } : { page: 'unknown' };
}

export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', pathOf(route));
  window.scrollTo(0, 0);
  window.dispatchEvent(new PopStateEvent('popstate'));
  // A new page is read from its beginning, also by screen readers.
  document.getElementById('content')?.focus({ preventScroll: true });
}

export function useRoute(): Route {
  const path = useSyncExternalStore(
    (changed) => {
      window.addEventListener('popstate', changed);
      return () => window.removeEventListener('popstate', changed);
    },
    () => location.pathname,
  );
  return routeOf(path);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
