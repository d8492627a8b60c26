/** What somebody typed, in the middle of a sentence: written from right to left, it turns nothing around it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A name in the middle of a sentence. */
export const quoted = (name: string): string => `“${isolated(name)}”`;
