import { createContext, useContext } from 'react';
import { en, type Text } from './en';
import { ko } from './ko';

export type { Text };

export type Language = 'en' | 'ko';

export const texts: Record<Language, Text> = { en, ko };

/** The language to begin with: the one chosen before, else the browser's first that we speak. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [chosen ?? '', ...preferred].map((tag) => tag.split('-')[0]);
  const spoken = wanted.find((tag) => tag === 'en' || tag === 'ko');
  return spoken === 'ko' ? 'ko' : 'en';
}

/** Puts values into the `{places}` of a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export const TextContext = createContext<Text>(en);

export const useText = (): Text => useContext(TextContext);
