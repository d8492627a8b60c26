/** What a failed call tells, after RFC 9457; the same shape for failures that never reached us. */
export interface Problem {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** Stable word to switch on, e.g. `validation_failed`; `offline` when there was no answer. */
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly violations: readonly Violation[];
  /** To quote to support; null when there was no answer. */
  readonly requestId: string | null;
  readonly retryable: boolean;
}

export interface Violation {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
  }
}

/** The problem inside whatever was thrown. Anything that is not ours becomes `unexpected`. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError
    ? thrown.problem
    : problem(0, 'unexpected', { title: String(thrown) });
}

export function isAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/** Reads the body of an answer with status 400 or more; believes nothing about its shape. */
export function readProblem(status: number, body: unknown, requestId: string | null): Problem {
  return problem(status, `http_${status}`, isRecord(body) ? body : {}, requestId);
}

function problem(
  status: number,
  fallbackCode: string,
  body: Record<string, unknown>,
  requestId: string | null = null,
): Problem {
  return {
    status,
    code: text(body['code']) ?? fallbackCode,
    title: text(body['title']) ?? `HTTP ${status}`,
    detail: text(body['detail']),
    violations: Array.isArray(body['violations']) ? body['violations'].flatMap(violation) : [],
    requestId: text(body['request_id']) ?? requestId,
    retryable: body['retryable'] === true,
  };
}

function violation(value: unknown): Violation[] {
  return isRecord(value)
    ? [
        {
          field: text(value['field']) ?? '',
          code: text(value['code']) ?? '',
          detail: text(value['detail']) ?? '',
        },
      ]
    : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
