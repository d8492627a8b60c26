import { describe, expect, it } from 'vitest';
import { causeOf } from './cause';

const wanted = { state: 'running', since: '2026-11-23T12:00:00Z', cause: null };
const after = (seconds: number) => Date.UTC(2026, 10, 23, 12, 0, seconds);

describe('the cause', () => {
  it('is no lost answer while AWS may be answering', () => {
    expect(causeOf({ cause: 'answer_lost', wanted }, after(5))).toBe('preparing');
    expect(causeOf({ cause: 'answer_lost', wanted }, after(45))).toBe('answer_lost');
  });

  it('is told as it is otherwise', () => {
    expect(causeOf({ cause: 'aws_quota', wanted }, after(1))).toBe('aws_quota');
  });
});
