import { describe, expect, it } from 'vitest';
import { attemptAt } from './useCommand';

describe('an attempt', () => {
  it('keeps its key while the same is tried again', () => {
    const first = attemptAt({ name: 'A' }, undefined);
    expect(attemptAt({ name: 'A' }, first)).toBe(first);
  });

  it('is another when something else is tried', () => {
    const first = attemptAt({ name: 'A' }, undefined);
    expect(attemptAt({ name: 'B' }, first).key).not.toBe(first.key);
  });

  it('may be at nothing in particular', () => {
    const first = attemptAt(undefined, undefined);
    expect(attemptAt(undefined, first)).toBe(first);
  });
});
