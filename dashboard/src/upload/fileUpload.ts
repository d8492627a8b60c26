import { newIdempotencyKey } from '../api/client';
import { isAborted, problemOf, ProblemError } from '../api/problem';
import type { Upload } from '../api/schema';
import { noticeFailure } from '../session/lost';
import { fileNameOf, nameOf, typeOf, type Refusal } from './file';
import type { Memory } from './memory';
import { Pace } from './pace';
import { Parts, UnreadableFile, UploadEnded } from './parts';
import { persist, type Sleep } from './patience';
import type { UploadServer } from './server';
import { abortion, type SendPart } from './transfer';
import { firstView, type UploadView } from './view';

export interface Ports {
  readonly server: UploadServer;
  readonly send: SendPart;
  readonly wait: Sleep;
  readonly memory: Memory;
  /** A clock that never goes back. */
  readonly now: () => number;
  /** Does the work unless another tab does it for this upload; false when that is so. */
  readonly alone: (uploadId: string, work: () => Promise<void>) => Promise<boolean>;
}

/** How often parts that do not fit are sent again before that is a failure. */
const ROUNDS = 3;

/** An upload that a file belongs to already. */
export type Known = Pick<Upload, 'id' | 'asset_id'>;

/** One file on its way; it can be stopped and go on at any moment. */
export class FileUpload {
  #view: UploadView;
  #parts: Parts | undefined;
  #running: AbortController | undefined;
  #run: Promise<void> = Promise.resolve();
  #pace = new Pace();
  /** The same until there is an upload, so that a lost answer begins no second one. */
  #createKey = newIdempotencyKey();
  #creating: Promise<Upload> | undefined;

  constructor(
    id: number,
    private readonly file: File,
    private readonly mp4: boolean,
    private readonly ports: Ports,
    private readonly changed: () => void,
    known: Known | undefined,
    refusal?: Refusal,
  ) {
    this.#view = {
      ...firstView(id, file),
      stage: refusal === undefined ? 'queued' : 'refused',
      resumed: known !== undefined,
      refusal,
      uploadId: known?.id,
      assetId: known?.asset_id,
    };
  }

  get view(): UploadView {
    return this.#view;
  }

  /** Sends what is missing; over when it is done, stopped or failed, never rejected. */
  start(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.#show({ stage: 'starting', problem: undefined, trouble: undefined });
    // One that was stopped a moment ago comes to its end first.
    this.#run = this.#run
      .then(() => this.#all(running.signal))
      .catch((thrown: unknown) => this.#fail(thrown, running.signal));
    return this.#run;
  }

  /** To be started again when there is room. */
  queue(): void {
    this.#show({ stage: 'queued', problem: undefined });
  }

  pause(): void {
    this.#running?.abort();
    // Half a part is sent anew.
    const sentBytes = this.#parts?.arrivedBytes ?? 0;
    this.#show({ stage: 'paused', sentBytes, trouble: undefined, bytesPerSecond: undefined });
  }

  /** Leaves nothing behind. */
  async cancel(): Promise<void> {
    this.#running?.abort();
    this.#show({ stage: 'cancelling', trouble: undefined, problem: undefined, bytesPerSecond: undefined });
    await this.#run;
    try {
      // What was begun without our knowing is found out first, to be taken back, too.
      const assetId = this.#view.assetId ?? (await this.#creating?.catch(() => undefined))?.asset_id;
      if (assetId !== undefined) {
        await this.ports.server.cancel(assetId);
      }
    } catch (thrown) {
      if (problemOf(thrown).status !== 404) {
        noticeFailure(thrown);
        this.#show({ stage: 'failed', problem: problemOf(thrown) });
        return;
      }
    }
    this.#forget();
    this.#show({ stage: 'cancelled' });
  }

  async #all(signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      throw abortion();
    }
    const upload = await this.#open(signal);
    const free = await this.ports.alone(upload.id, () => this.#sendAndComplete(upload, signal));
    if (!free) {
      this.#show({ stage: 'refused', refusal: 'elsewhere' });
    }
  }

  /** The upload that the file belongs to; one that has ended without a file is begun anew. */
  async #open(signal: AbortSignal): Promise<Upload> {
    const { uploadId } = this.#view;
    if (uploadId !== undefined) {
      const known = await this.#ask(() => this.ports.server.show(uploadId, signal), signal).catch(ifGone);
      if (known !== undefined && (isOpen(known) || isArrived(known))) {
        return known;
      }
      this.#forget();
      this.#createKey = newIdempotencyKey();
      this.#show({ uploadId: undefined, assetId: undefined, resumed: false });
    }
    const created = await this.#ask(() => {
      this.#creating = this.ports.server.create(
        {
          file_name: fileNameOf(this.file),
          size_bytes: this.file.size,
          content_type: typeOf(this.file),
          asset: { name: nameOf(this.file.name), mp4_download: this.mp4 },
        },
        this.#createKey,
      );
      return this.#creating;
    }, signal);
    const { name, size, lastModified } = this.file;
    this.ports.memory.keep({
      uploadId: created.id,
      assetId: created.asset_id,
      expiresAt: created.expires_at,
      name,
      size,
      lastModified,
    });
    this.#show({ uploadId: created.id, assetId: created.asset_id });
    return created;
  }

  async #sendAndComplete(upload: Upload, signal: AbortSignal): Promise<void> {
    if (!isOpen(upload)) {
      this.#done();
      return;
    }
    const parts = new Parts(this.file, upload, {
      send: this.ports.send,
      wait: this.ports.wait,
      renew: (both) => this.#ask(() => this.ports.server.show(upload.id, both), both),
      onProgress: () => this.#progress(),
      onTrouble: (trouble) => this.#show({ trouble }),
    });
    this.#parts = parts;
    this.#pace = new Pace();
    for (let round = 1; ; round++) {
      this.#show({ stage: 'sending', parts: parts.count });
      this.#progress();
      const sent = await parts.sendAll(signal);
      this.#show({ stage: 'finishing', sentBytes: this.file.size, bytesPerSecond: undefined });
      const key = newIdempotencyKey();
      try {
        await this.#ask(() => this.ports.server.complete(upload.id, sent, key, signal), signal);
        this.#done();
        return;
      } catch (thrown) {
        if (problemOf(thrown).code !== 'validation_failed' || round === ROUNDS) {
          throw thrown;
        }
        await parts.recheck(signal);
      }
    }
  }

  #ask<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return persist(ask, this.ports.wait, signal, (trouble) => this.#show({ trouble }));
  }

  #fail(thrown: unknown, signal: AbortSignal): void {
    if (signal.aborted || isAborted(thrown)) {
      return;
    }
    if (thrown instanceof UnreadableFile) {
      this.#show({ stage: 'refused', refusal: 'unreadable', trouble: undefined });
      return;
    }
    if (thrown instanceof UploadEnded) {
      if (isArrived(thrown.upload)) {
        this.#done();
        return;
      }
      this.#forget();
      this.#show({ stage: 'refused', refusal: 'expired', trouble: undefined });
      return;
    }
    noticeFailure(thrown);
    this.#show({ stage: 'failed', problem: problemOf(thrown), trouble: undefined, bytesPerSecond: undefined });
  }

  #done(): void {
    this.#forget();
    this.#show({ stage: 'done', sentBytes: this.file.size, trouble: undefined, bytesPerSecond: undefined });
  }

  #forget(): void {
    if (this.#view.uploadId !== undefined) {
      this.ports.memory.forget(this.#view.uploadId);
    }
  }

  #progress(): void {
    if (this.#parts !== undefined && this.#view.stage === 'sending') {
      const sentBytes = this.#parts.sentBytes;
      this.#pace.note(this.ports.now(), sentBytes);
      this.#show({ sentBytes, partsArrived: this.#parts.arrived, bytesPerSecond: this.#pace.bytesPerSecond });
    }
  }

  #show(change: Partial<UploadView>): void {
    this.#view = { ...this.#view, ...change };
    this.changed();
  }
}

const isOpen = (upload: Upload): boolean => upload.parts.length > 0;

/** All of it is there: it is put together, or was. */
const isArrived = (upload: Upload): boolean => upload.status === 'completed' || upload.status === 'uploading';

function ifGone(thrown: unknown): undefined {
  if (thrown instanceof ProblemError && thrown.problem.status === 404) {
    return undefined;
  }
  throw thrown;
}
