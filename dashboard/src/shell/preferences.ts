import { useEffect, useState } from 'react';
import { firstLanguage, type Language } from '../text';

export type Theme = 'light' | 'dark';

/** What the user chose on this device; without a choice, what the browser asks for. */
export function usePreferences() {
  const [language, setLanguage] = useState<Language>(() =>
    firstLanguage(remembered('language'), navigator.languages),
  );
  const [theme, setTheme] = useState<Theme | undefined>(() => {
    const chosen = remembered('theme');
    return chosen === 'light' || chosen === 'dark' ? chosen : undefined;
  });

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme !== undefined) {
      document.documentElement.dataset['theme'] = theme;
    }
  }, [theme]);

  return {
    language,
    chooseLanguage: (next: Language) => {
      remember('language', next);
      setLanguage(next);
    },
    toggleTheme: () => {
      const dark = theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
      const next = dark ? 'light' : 'dark';
      remember('theme', next);
      setTheme(next);
    },
  };
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`onair.${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`onair.${name}`, value);
  } catch {
    // Storage is switched off: the choice lasts until the page is closed.
  }
}
