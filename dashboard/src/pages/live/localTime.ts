/** The instant of what an input of type `datetime-local` holds, which is of the browser's time zone. */
export function instantOf(local: string): string {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? local : time.toISOString();
}

/** An instant as an input of type `datetime-local` takes it, to the minute. */
export function localOf(instant: number): string {
  const time = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
