/** A date and time as people of this language write it, to the minute. */
export function formatTime(instant: string, language: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime())
    ? instant
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
