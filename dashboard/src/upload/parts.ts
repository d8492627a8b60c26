import { isAborted, ProblemError, readProblem, type Problem } from '../api/problem';
import type { Upload, UploadPart, UploadSentPart } from '../api/schema';
import { isReadable } from './file';
import { delayAfter, type Sleep } from './patience';
import { abortion, PartFailure, type SendPart } from './transfer';

/** How many parts of a file are under way at the same time. */
export const PARTS_AT_ONCE = 3;

/** How often S3 may refuse one part in a row. */
const TRIES = 8;

/** After so many failures without an answer, the address is suspected, too. */
const SUSPECT = 3;

/** The file was moved, changed or deleted since it was chosen. */
export class UnreadableFile extends Error {}

/** The upload has ended elsewhere; no part can be sent. */
export class UploadEnded extends Error {
  constructor(readonly upload: Upload) {
    super(`The upload is ${upload.status}`);
  }
}

export interface PartsPorts {
  readonly send: SendPart;
  readonly wait: Sleep;
  /** Asks for the upload again: what is there, and fresh addresses. */
  readonly renew: (signal: AbortSignal) => Promise<Upload>;
  /** Bytes have left or were lost. */
  readonly onProgress: () => void;
  /** Something is in the way and waited for; undefined when it no longer is. */
  readonly onTrouble: (problem: Problem | undefined) => void;
}

/** Sends those parts of a file that are not there yet, some at a time, each as often as it takes. */
export class Parts {
  readonly #there = new Map<number, string>();
  readonly #leaving = new Map<number, number>();
  #parts: readonly UploadPart[] = [];
  #renewing: Promise<void> | undefined;

  constructor(
    private readonly file: File,
    private readonly upload: Upload,
    private readonly ports: PartsPorts,
  ) {
    upload.parts.filter((part) => part.uploaded).forEach((part) => this.#there.set(part.number, part.etag ?? ''));
    this.#parts = upload.parts;
  }

  get count(): number {
    return this.#parts.length;
  }

  get arrived(): number {
    return this.#there.size;
  }

  /** What is lost no more. */
  get arrivedBytes(): number {
    return this.#parts.reduce((sum, part) => sum + (this.#there.has(part.number) ? part.size_bytes : 0), 0);
  }

  get sentBytes(): number {
    return [...this.#leaving.values()].reduce((sum, bytes) => sum + bytes, this.arrivedBytes);
  }

  /** What S3 has answered for each part; all are there. */
  async sendAll(signal: AbortSignal): Promise<UploadSentPart[]> {
    const missing = this.#parts.filter((part) => !this.#there.has(part.number)).map((part) => part.number);
    const over = new AbortController();
    const stop = () => over.abort();
    signal.addEventListener('abort', stop);
    try {
      if (signal.aborted) {
        throw abortion();
      }
      const work = async () => {
        for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
          await this.#persist(number, over.signal);
        }
      };
      await Promise.all(Array.from({ length: PARTS_AT_ONCE }, work));
    } finally {
      // One part that cannot be sent ends the others.
      over.abort();
      signal.removeEventListener('abort', stop);
      this.#leaving.clear();
    }
    if ([...this.#there.values()].includes('')) {
      // Where the ETag could not be read, the API tells it.
      this.#learn(await this.ports.renew(signal));
    }
    return [...this.#there].map(([number, etag]) => ({ number, etag })).sort((a, b) => a.number - b.number);
  }

  /** What was refused of the parts is sent again: those that are not there, or not as we sent them. */
  async recheck(signal: AbortSignal): Promise<void> {
    const told = await this.ports.renew(signal);
    this.#mayGoOn(told);
    told.parts.forEach((part) => {
      const ours = this.#there.get(part.number);
      if (!part.uploaded || part.etag === null || plain(ours) !== plain(part.etag)) {
        this.#there.delete(part.number);
      }
    });
    this.#parts = told.parts;
  }

  async #persist(number: number, signal: AbortSignal): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        this.#there.set(number, (await this.#sendOnce(number, signal)) ?? '');
        this.#leaving.delete(number);
        this.ports.onProgress();
        return;
      } catch (thrown) {
        this.#leaving.delete(number);
        if (isAborted(thrown) || !(thrown instanceof PartFailure)) {
          throw thrown;
        }
        this.ports.onProgress();
        await this.#recover(thrown, failures, signal);
      }
    }
  }

  #sendOnce(number: number, signal: AbortSignal): Promise<string | null> {
    const part = this.#parts.find((one) => one.number === number);
    if (part === undefined) {
      throw new UploadEnded(this.upload);
    }
    const from = (number - 1) * this.upload.part_size_bytes;
    return this.ports.send(part.url, this.file.slice(from, from + part.size_bytes), signal, (bytes) => {
      if (!signal.aborted) {
        this.#leaving.set(number, bytes);
        this.ports.onTrouble(undefined);
        this.ports.onProgress();
      }
    });
  }

  async #recover(failure: PartFailure, failures: number, signal: AbortSignal): Promise<void> {
    if (failure.status === 0 && !(await isReadable(this.file))) {
      throw new UnreadableFile();
    }
    if (failure.status !== 0 && failures >= TRIES) {
      throw new ProblemError(troubleOf(failure));
    }
    const expired = failure.wantsNewAddress;
    if (!expired || failures > 1) {
      this.ports.onTrouble(troubleOf(failure));
      await this.ports.wait(delayAfter(failures), signal);
    }
    if (expired || failures % SUSPECT === 0) {
      // Those that fail together ask once.
      this.#renewing ??= this.ports
        .renew(signal)
        .then((told) => this.#learn(told))
        .finally(() => {
          this.#renewing = undefined;
        });
      await this.#renewing;
    }
  }

  #learn(told: Upload): void {
    this.#mayGoOn(told);
    this.#parts = told.parts;
    told.parts.forEach((part) => {
      if (this.#there.get(part.number) === '' && part.etag !== null) {
        this.#there.set(part.number, part.etag);
      }
    });
  }

  #mayGoOn(told: Upload): void {
    if (told.parts.length === 0) {
      throw new UploadEnded(told);
    }
  }
}

const plain = (etag: string | undefined): string | undefined => etag?.replaceAll('"', '').toLowerCase();

/** What the storage, which knows nothing of our problems, means by its answer. */
function troubleOf(failure: PartFailure): Problem {
  return readProblem(
    failure.status,
    failure.status === 0
      ? { code: 'offline', title: 'offline', retryable: true }
      : { code: 'storage_refused', title: `The storage does not take a part of the file (${failure.status})`, retryable: true },
    null,
  );
}
