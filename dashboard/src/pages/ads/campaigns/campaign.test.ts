import { describe, expect, it } from 'vitest';
import { draftOf, momentOf, requestOf } from './campaign';

const NOON = Date.UTC(2026, 10, 23, 12);

describe('a campaign', () => {
  it('is shown in its time, unless it is paused', () => {
    const at = (starts_at: string | null, ends_at: string | null) => momentOf({ status: 'active', starts_at, ends_at }, NOON);
    expect(at(null, null)).toBe('serving');
    expect(at('2026-11-23T12:00:00Z', '2026-11-23T12:00:01Z')).toBe('serving');
    expect(at('2026-11-23T12:00:01Z', null)).toBe('waiting');
    expect(at(null, '2026-11-23T12:00:00Z')).toBe('over');
    expect(momentOf({ status: 'paused', starts_at: null, ends_at: null }, NOON)).toBe('paused');
  });

  it('comes out of a form as it went in', () => {
    const campaign = {
      id: 'cmp_1',
      object: 'campaign',
      name: 'Spring',
      status: 'paused' as const,
      serving: false,
      creative_ids: ['crv_1'],
      weight: 200,
      starts_at: '2026-11-23T12:00:00.000Z',
      ends_at: null,
      metadata: {},
      created_at: '',
      updated_at: '',
    };
    expect(requestOf(draftOf(campaign))).toEqual({
      name: 'Spring',
      status: 'paused',
      creative_ids: ['crv_1'],
      weight: 200,
      starts_at: '2026-11-23T12:00:00.000Z',
      ends_at: null,
    });
  });
});
