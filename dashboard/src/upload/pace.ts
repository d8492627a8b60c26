const WINDOW_MS = 10_000;
const ENOUGH_MS = 1500;

/** How fast bytes have left lately. Told of moments by a clock that never goes back. */
export class Pace {
  #seen: (readonly [at: number, bytes: number])[] = [];

  /** @param bytes that have left in all; fewer than before, when some were lost */
  note(at: number, bytes: number): void {
    if (bytes < (this.#seen.at(-1)?.[1] ?? 0)) {
      this.#seen = [];
    }
    this.#seen.push([at, bytes]);
    while (at - (this.#seen[0]?.[0] ?? at) > WINDOW_MS) {
      this.#seen.shift();
    }
  }

  /** Undefined while that cannot be said. */
  get bytesPerSecond(): number | undefined {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (first === undefined || last === undefined || last[0] - first[0] < ENOUGH_MS || last[1] === first[1]) {
      return undefined;
    }
    return ((last[1] - first[1]) * 1000) / (last[0] - first[0]);
  }
}
