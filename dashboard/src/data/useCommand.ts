import { useCallback, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../api/client';
import { problemOf, type Problem } from '../api/problem';
import { noticeFailure } from '../session/lost';

/** Something the user does that changes things. */
export interface Command<Input, Output> {
  /** Does it, unless it is being done: a double click is one click. Undefined when it failed; `problem` says why. */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/**
 * The same idempotency key is used for the same input until there is an answer, so that trying again after a lost one
 * does nothing twice. Afterwards the kinds of resources that it `touches` are asked for again.
 */
export function useCommand<Input, Output>(
  perform: (input: Input, idempotencyKey: string) => Promise<Output>,
  touches: readonly string[] = [],
): Command<Input, Output> {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const attempt = useRef<Attempt>(undefined);

  async function run(input: Input): Promise<Output | undefined> {
    if (running.current) {
      return undefined;
    }
    running.current = true;
    attempt.current = attemptAt(input, attempt.current);
    setBusy(true);
    setProblem(undefined);
    try {
      const output = await perform(input, attempt.current.key);
      attempt.current = undefined;
      return output;
    } catch (thrown) {
      const failure = problemOf(thrown);
      if (!failure.retryable) {
        attempt.current = undefined;
      }
      noticeFailure(thrown);
      setProblem(failure);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
      touches.forEach((kind) => void queries.invalidateQueries({ queryKey: [kind] }));
    }
  }

  const forget = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, forget };
}

interface Attempt {
  readonly key: string;
  readonly of: string;
}

/** The attempt before, when it was at the same; else a new one. */
export function attemptAt(input: unknown, before: Attempt | undefined): Attempt {
  const of = JSON.stringify(input) ?? '';
  return before?.of === of ? before : { key: newIdempotencyKey(), of };
}
