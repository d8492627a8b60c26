import { serverNow } from '../api/clock';
import { problemOf } from '../api/problem';
import { refusalOf, type Refusal } from './file';
import { FileUpload, type Known, type Ports, type Stage, type UploadView } from './fileUpload';
import { Memory, type Remembered } from './memory';
import { sleep } from './patience';
import { server } from './server';
import { sendPart } from './transfer';

/** How many files are sent at the same time. */
export const FILES_AT_ONCE = 2;

/** Progress is shown this often at most. */
const SHOWN_EVERY_MS = 150;

const UNDER_WAY: readonly Stage[] = ['starting', 'sending', 'finishing'];

/** Whether closing the page would stop it. */
export const isActive = ({ stage }: UploadView): boolean => stage === 'queued' || UNDER_WAY.includes(stage);

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
    let room = FILES_AT_ONCE - this.#all.filter(({ view }) => UNDER_WAY.includes(view.stage)).length;
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

const LOCK = 'onair.upload.';

/** The uploads that a tab of this browser is sending. */
export async function heldElsewhere(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

/** Where there are no locks (plain-http pages), two tabs are not kept from sending the same parts twice. */
async function alone(uploadId: string, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks === undefined) {
    await work();
    return true;
  }
  return navigator.locks.request(`${LOCK}${uploadId}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null) {
      await work();
    }
    return lock !== null;
  });
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

const byOrganization = new Map<string, Uploads>();

/** The uploads of an organization; what one sends is not seen by another. */
export function uploadsOf(organizationId: string): Uploads {
  const known = byOrganization.get(organizationId);
  if (known !== undefined) {
    return known;
  }
  const memory = new Memory(storage(), `onair.uploads.${organizationId}`, serverNow);
  const made = new Uploads({ server, send: sendPart, wait: sleep, memory, now: () => performance.now(), alone });
  byOrganization.set(organizationId, made);
  warnBeforeLeaving(made);
  return made;
}

/** The browser asks before a page is closed that is sending. */
function warnBeforeLeaving(uploads: Uploads): void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  uploads.subscribe(() => {
    if (uploads.views().some(isActive)) {
      addEventListener('beforeunload', warn);
    } else {
      removeEventListener('beforeunload', warn);
    }
  });
}
