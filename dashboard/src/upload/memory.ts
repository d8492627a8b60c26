import { serverNow } from '../api/clock';
import { isSame, type Fingerprint } from './file';

/** An upload that was begun here and is not complete. */
export interface Remembered extends Fingerprint {
  readonly uploadId: string;
  readonly assetId: string;
  readonly expiresAt: string;
}

/** What outlives a reload. Without storage nothing does, and uploads work all the same. */
export class Memory {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
    private readonly key: string,
    private readonly now: () => number = serverNow,
  ) {}

  /** Those that can still go on. */
  all(): readonly Remembered[] {
    return this.#read().filter((one) => Date.parse(one.expiresAt) > this.now());
  }

  find(file: Fingerprint): Remembered | undefined {
    return this.all().find((one) => isSame(one, file));
  }

  keep(one: Remembered): void {
    this.#write([...this.all().filter(({ uploadId }) => uploadId !== one.uploadId), one]);
  }

  forget(uploadId: string): void {
    this.#write(this.all().filter((one) => one.uploadId !== uploadId));
  }

  #read(): Remembered[] {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isRemembered) : [];
    } catch {
      return [];
    }
  }

  #write(all: readonly Remembered[]): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify(all));
    } catch {
      // Storage is switched off or full: the upload cannot go on after a reload.
    }
  }
}

function isRemembered(value: unknown): value is Remembered {
  const one = value as Partial<Remembered> | null;
  return (
    typeof one?.uploadId === 'string' &&
    typeof one.assetId === 'string' &&
    typeof one.expiresAt === 'string' &&
    typeof one.name === 'string' &&
    typeof one.size === 'number' &&
    typeof one.lastModified === 'number'
  );
}
