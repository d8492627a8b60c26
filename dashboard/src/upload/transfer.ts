/** A part that did not arrive. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure';

  /** @param status of S3's answer; 0 when there was none */
  constructor(readonly status: number) {
    super(`A part did not arrive: ${status}`);
  }

  /** The address is no longer good, or the upload is gone: asking for the upload again tells. */
  get wantsNewAddress(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

/**
 * Sends bytes to an address that was signed for them.
 *
 * @param onSent told how many of them have left so far
 * @return the ETag of the answer; null when the browser may not read it
 */
export type SendPart = (
  url: string,
  bytes: Blob,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
) => Promise<string | null>;

/** A connection that is dead without saying so is given up. */
const SILENT_MS = 60_000;

/** By XMLHttpRequest: fetch tells nothing about what has left. */
export const sendPart: SendPart = (url, bytes, signal, onSent) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortion());
      return;
    }
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const abort = () => request.abort();
    const end = (settle: () => void) => () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(abort, SILENT_MS);
    };
    request.upload.onprogress = ({ loaded }) => {
      if (loaded === 0) {
        return;
      }
      heard();
      onSent(Math.min(loaded, bytes.size));
    };
    request.onload = end(() =>
      request.status >= 200 && request.status < 300
        ? resolve(request.getResponseHeader('ETag'))
        : reject(new PartFailure(request.status)),
    );
    request.onerror = end(() => reject(new PartFailure(0)));
    request.onabort = end(() => reject(signal.aborted ? abortion() : new PartFailure(0)));
    signal.addEventListener('abort', abort);
    request.open('PUT', url);
    request.send(bytes);
    heard();
  });

export const abortion = (): DOMException => new DOMException('Stopped', 'AbortError');
