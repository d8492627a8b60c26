import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

const SHOWN_MS = 5000;

const NoticeContext = createContext<(words: string) => void>(() => undefined);

/** Says something briefly, to screen readers too: that something was saved, for example. */
export const useNotice = () => useContext(NoticeContext);

/** Where notices appear; nothing else moves for them. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly { readonly id: number; readonly words: string }[]>([]);
  const say = useCallback((words: string) => {
    const notice = { id: Math.random(), words };
    setNotices((shown) => [...shown, notice]);
    setTimeout(() => setNotices((shown) => shown.filter(({ id }) => id !== notice.id)), SHOWN_MS);
  }, []);
  const list = useMemo(() => notices.map(({ id, words }) => <p key={id}>{words}</p>), [notices]);
  return (
    <NoticeContext value={say}>
      {children}
      <div className="notices" role="status">
        {list}
      </div>
    </NoticeContext>
  );
}
