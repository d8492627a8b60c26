import { problemOf } from '../api/problem';
import { refusalOf, type Refusal } from './file';
import { FileUpload, type Known, type Ports } from './fileUpload';
import type { Remembered } from './memory';
import { isActive, isUnderWay, type UploadView } from './view';

/** How many files are sent at the same time. */
export const FILES_AT_ONCE = 2;

/** Progress is shown this often at most. */
const SHOWN_EVERY_MS = 150;

/** The files that are being sent; they go on whatever page is shown. */
export class Uploads {
  #all: FileUpload[] = [];
  #views: readonly UploadView[] = [];
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 1;

  constructor(private readonly ports: Ports) {}

  /** What is seen of them; the same until something changes. */
  readonly views = (): readonly UploadView[] => this.#views;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Queues files; those begun before go on where they stopped. */
  add(files: readonly File[], mp4 = false): void {
    for (const file of files) {
      const before = this.ports.memory.find(file);
      this.#take(file, mp4, before === undefined ? undefined : { id: before.uploadId, asset_id: before.assetId });
    }
  }

  /** Goes on with an upload that this browser may know nothing of. */
  resume(upload: Known, file: File): void {
    this.#take(file, false, upload);
  }

  /** Tells of something that cannot be sent, such as a folder. */
  refuse(file: File, refusal: Refusal): void {
    this.#push(new FileUpload(this.#next++, file, false, this.ports, this.#changed, undefined, refusal));
  }

  pause(id: number): void {
    this.#find(id)?.pause();
    this.#pump();
  }

  goOn(id: number): void {
    this.#find(id)?.queue();
    this.#pump();
  }

  async cancel(id: number): Promise<void> {
    const upload = this.#find(id);
    await upload?.cancel();
    if (upload?.view.stage === 'cancelled') {
      this.dismiss(id);
    }
    this.#pump();
  }

  /** Takes away what has ended. */
  dismiss(id: number): void {
    this.#all = this.#all.filter((upload) => upload.view.id !== id);
    this.#changed();
  }

  /** Uploads of before a reload that wait for their file. */
  unfinished(): readonly Remembered[] {
    return this.ports.memory
      .all()
      .filter((one) => !this.#all.some(({ view }) => view.uploadId === one.uploadId));
  }

  async discard(one: Remembered): Promise<void> {
    await this.ports.server.cancel(one.assetId).catch((thrown: unknown) => {
      // What is gone already needs no discarding.
      if (problemOf(thrown).status !== 404) {
        throw thrown;
      }
    });
    this.forget(one.uploadId);
  }

  /** It can go on no more. */
  forget(uploadId: string): void {
    this.ports.memory.forget(uploadId);
    this.#changed();
  }

  #take(file: File, mp4: boolean, known: Known | undefined): void {
    const same = known === undefined ? undefined : this.#all.find(({ view }) => view.uploadId === known.id);
    if (same !== undefined) {
      // It is on the list: choosing it again means to go on.
      if (!isActive(same.view)) {
        this.dismiss(same.view.id);
        this.#take(file, mp4, known);
      }
      return;
    }
    this.#push(new FileUpload(this.#next++, file, mp4, this.ports, this.#changed, known, refusalOf(file)));
    this.#pump();
  }

  #push(upload: FileUpload): void {
    this.#all = [...this.#all, upload];
    this.#changed();
  }

  #pump(): void {
    let room = FILES_AT_ONCE - this.#all.filter(({ view }) => isUnderWay(view)).length;
    for (const upload of this.#all) {
      if (room > 0 && upload.view.stage === 'queued') {
        room--;
        void upload.start().then(() => this.#pump());
      }
    }
  }

  #find(id: number): FileUpload | undefined {
    return this.#all.find((upload) => upload.view.id === id);
  }

  /** A change of stage is shown at once, progress from time to time. */
  readonly #changed = (): void => {
    const stages = (views: readonly UploadView[]) => views.map(({ id, stage }) => `${id} ${stage}`).join();
    const now = this.#all.map(({ view }) => view);
    if (stages(now) !== stages(this.#views)) {
      this.#tell();
    } else {
      this.#timer ??= setTimeout(() => this.#tell(), SHOWN_EVERY_MS);
    }
  };

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#views = this.#all.map(({ view }) => view);
    this.#listeners.forEach((listener) => listener());
  }
}
