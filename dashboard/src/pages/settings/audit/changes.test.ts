import { expect, it } from 'vitest';
import { changesOf } from './changes';

it('tells only what is another', () => {
  const before = { name: 'Morning', ads: { enabled: false, slate: null }, tags: ['a'] };
  const after = { name: 'Evening', ads: { enabled: true, slate: null }, tags: ['a'] };
  expect(changesOf(before, after)).toEqual([
    { path: 'ads.enabled', before: 'false', after: 'true' },
    { path: 'name', before: 'Morning', after: 'Evening' },
  ]);
});

it('tells all of what was made, and of what was deleted', () => {
  expect(changesOf(null, { id: 'ch_1' })).toEqual([{ path: 'id', before: undefined, after: 'ch_1' }]);
  expect(changesOf({ id: 'ch_1' }, null)).toEqual([{ path: 'id', before: 'ch_1', after: undefined }]);
});

it('has nothing to tell of what tells nothing', () => {
  expect(changesOf(null, null)).toEqual([]);
});
