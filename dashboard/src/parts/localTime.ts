/** The instant of what an input of type `datetime-local` holds, which is of the browser's time zone. */
export function instantOf(local: string): string {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? local : time.toISOString();
}

/** An instant as an input of type `datetime-local` takes it; seconds only where it has some. */
export function localOf(instant: number): string {
  const time = new Date(instant);
  const local = new Date(instant - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, instant % 60_000 === 0 ? 16 : 19);
}
