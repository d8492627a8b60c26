import { lazy } from 'react';

/** The player, which is as large as the rest of the dashboard: fetched when there is something to play. */
export const LatePlayer = lazy(() => import('./Player').then(({ Player }) => ({ default: Player })));
