import './fonts.css';
import './ui/theme.css';
import './ui/controls/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { fetchParts, idle, NotFetched } from './part.ts';
import { Trouble } from './panels/trouble/Trouble.tsx';
import { boot } from './state/boot.ts';
import { tell } from './state/notice.ts';
import { NOT_FETCHED } from './state/parts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root" to draw the page in.');

const start = async (): Promise<void> => {
  await boot();
  // The first view is there: what it did without comes while nothing else is done, and again once there is a connection.
  addEventListener('online', () => void fetchParts(idle));
  await fetchParts(idle);
};

start().catch((error: unknown) => {
  if (error instanceof NotFetched) {
    // Nothing was opened and nothing is saved over what there was.
    tell(NOT_FETCHED, {
      words: { en: 'Reload', ko: '새로 고침' },
      run: () => location.reload(),
    });
    return;
  }
  console.error(error);
  tell({
    en: 'The trainer could not start. Reload the page; if that does not help, try another browser.',
    ko: '학습기를 시작하지 못했습니다. 새로 고침해 보고, 그래도 안 되면 다른 브라우저에서 여세요.',
  });
});
createRoot(root).render(
  <StrictMode>
    <Trouble>
      <App />
    </Trouble>
  </StrictMode>,
);
