import { createContext, useContext } from 'react';

export const LANGUAGES = ['en', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The sentences of one part of the dashboard in every language: the same keys in each. */
export type Area<T> = Readonly<Record<Language, T>>;

/** Declares the sentences of a part; English says which there are. */
export function area<T>(texts: { readonly en: T; readonly ko: NoInfer<T> }): Area<T> {
  return texts;
}

export const LanguageContext = createContext<Language>('en');

export const useLanguage = (): Language => useContext(LanguageContext);

export function useText<T>(texts: Area<T>): T {
  return texts[useContext(LanguageContext)];
}

/** The language to begin with: the one chosen before, else the browser's first that we speak. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [chosen ?? '', ...preferred].map((tag) => tag.split('-')[0]);
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((spoken) => spoken === tag))) ?? 'en';
}

/** Puts values into the `{places}` of a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The word of a state that the API told, else the state itself: a new one is shown, not hidden. */
export function wordOf(words: Readonly<Record<string, string>>, state: string): string {
  return words[state] ?? state.replaceAll('_', ' ');
}
