/** By what a file is known again after a reload, when the browser has forgotten it. */
export interface Fingerprint {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** Why a file is not sent at all. */
export type Refusal = 'empty' | 'too_large' | 'folder' | 'elsewhere' | 'unreadable' | 'expired';

/** The largest file the API takes: 100 GiB. */
export const LARGEST_BYTES = 100 * 1024 ** 3;

/** The longest name that the API takes. */
const LONGEST_NAME = 255;

/** What is wrong with a file before anything is sent; undefined when nothing is. */
export function refusalOf(file: Pick<File, 'size'>): Refusal | undefined {
  if (file.size === 0) {
    return 'empty';
  }
  return file.size > LARGEST_BYTES ? 'too_large' : undefined;
}

export function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

/** How an asset made of a file is called first: the file's name without its ending. */
export function nameOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.\s]{1,8}$/u, '').trim();
  return atMost(stem === '' ? fileName : stem);
}

export const fileNameOf = (file: Pick<File, 'name'>): string => atMost(file.name);

/** What the browser believes the file to be, without parameters: `video/webm;codecs=vp9` is `video/webm`. */
export function typeOf(file: Pick<File, 'type'>): string {
  const type = file.type.split(';')[0]?.trim() ?? '';
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type) ? type : 'application/octet-stream';
}

/** Never through the middle of a character. */
function atMost(name: string): string {
  let short = '';
  for (const character of name) {
    if (short.length + character.length > LONGEST_NAME) {
      break;
    }
    short += character;
  }
  return short;
}

/** A file that was moved, changed or deleted since it was chosen cannot be read any more. */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
