/** A name in the middle of a sentence; one that is written from right to left turns nothing around it. */
export const quoted = (name: string): string => `“\u2068${name}\u2069”`;
