import { expect, it } from 'vitest';
import description from '../../../../../docs/api/client.json?raw';
import { PRESETS, RESOURCES, scopesOf, withScope } from './scopes';

it('knows every scope that an operation asks for', () => {
  const asked = new Set<string>(description.match(/(?<=Needs the scope `)[a-z-]+:[a-z]+/g));
  expect(asked.size).toBeGreaterThan(10);
  expect([...asked].filter((scope) => !RESOURCES.flatMap(scopesOf).includes(scope))).toEqual([]);
});

it('offers presets of scopes that exist', () => {
  const known = ['*', ...RESOURCES.flatMap(scopesOf)];
  expect(Object.values(PRESETS).flat().filter((scope) => !known.includes(scope))).toEqual([]);
});

it('lets whoever changes something see it', () => {
  expect(withScope([], 'channels:control', true)).toEqual(['channels:read', 'channels:control']);
});

it('takes changing away together with seeing', () => {
  expect(withScope(['channels:read', 'channels:write', 'ads:read'], 'channels:read', false)).toEqual(['ads:read']);
});

it('takes only changing away', () => {
  expect(withScope(['assets:read', 'assets:write'], 'assets:write', false)).toEqual(['assets:read']);
});
