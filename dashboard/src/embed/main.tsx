import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLanguage, LanguageContext } from '../text';
import { Embed } from './Embed';
import { readOptions } from './options';
import '../styles/base.css';
import './embed.css';

const options = readOptions(location.pathname, location.search);
const language = firstLanguage(options.language, navigator.languages);
document.documentElement.lang = language;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageContext value={language}>
        <Embed options={options} />
      </LanguageContext>
    </StrictMode>,
  );
}
