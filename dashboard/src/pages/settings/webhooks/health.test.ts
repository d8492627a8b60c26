import { expect, it } from 'vitest';
import { healthOf } from './health';

it.each([
  [{ status: 'enabled', failing_since: null }, 'well'],
  [{ status: 'enabled', failing_since: '2026-11-22T18:00:00Z' }, 'failing'],
  [{ status: 'disabled', failing_since: '2026-11-22T18:00:00Z' }, 'disabled'],
] as const)('%j is %s', (webhook, health) => {
  expect(healthOf(webhook)).toBe(health);
});
