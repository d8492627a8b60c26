import { expect, it } from 'vitest';
import { Pace } from './pace';

it('tells how fast bytes have left in the last seconds', () => {
  const pace = new Pace();
  for (let second = 0; second <= 20; second++) {
    pace.note(second * 1000, second < 10 ? second * 100 : 1000 + (second - 10) * 500);
  }
  expect(pace.bytesPerSecond).toBe(500);
});

it('tells nothing when it has seen too little, when nothing leaves, and after bytes were lost', () => {
  const pace = new Pace();
  pace.note(0, 0);
  pace.note(1000, 1000);
  expect(pace.bytesPerSecond).toBeUndefined();
  pace.note(3000, 3000);
  expect(pace.bytesPerSecond).toBe(1000);
  pace.note(4000, 500);
  expect(pace.bytesPerSecond).toBeUndefined();
});
