import { describe, expect, it } from 'vitest';
import { holds } from './useSession';

describe('scopes', () => {
  it('hold themselves, and by a star more', () => {
    expect(holds(['channels:read'], 'channels:read')).toBe(true);
    expect(holds(['channels:*'], 'channels:control')).toBe(true);
    expect(holds(['*'], 'usage:read')).toBe(true);
  });

  it('hold no other', () => {
    expect(holds(['channels:read', 'ads:*'], 'channels:write')).toBe(false);
    expect(holds([], 'channels:read')).toBe(false);
  });
});
