import { describe, expect, it } from 'vitest';
import type { ChannelStatus } from '../api/channels';
import { en } from '../text/en';
import { canStart, canStop, hasPicture, toneOf } from './status';

const all = Object.keys(en.status) as ChannelStatus[];

describe('what can be done with a channel', () => {
  it('starts only when nothing runs', () => {
    expect(all.filter(canStart)).toEqual(['idle', 'failed']);
  });

  it('stops whatever costs money', () => {
    expect(all.filter(canStop)).toEqual(['starting', 'waiting', 'live', 'reconnecting']);
  });

  it('shows a picture only when there may be one', () => {
    expect(all.filter((status) => hasPicture({ status }))).toEqual(['live', 'reconnecting']);
  });

  it('shows a status it has never heard of without alarm', () => {
    expect(toneOf('resting' as ChannelStatus)).toBe('quiet');
  });
});
