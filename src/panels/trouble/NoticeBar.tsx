import { putAway, useNotice } from '../../state/notice.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Trouble.module.css';

const CLOSE: Text = { en: 'Close', ko: '닫기' };

/** Something the person should know, with what can be done about it, until it is put away. */
export const NoticeBar = () => {
  const say = useSay();
  const notice = useNotice((now) => now.notice);
  const action = notice?.action;
  return (
    <div role="status" className={notice ? styles.notice : ''}>
      {notice && (
        <>
          <p>{say(notice.text)}</p>
          {action && <Button onClick={action.run}>{say(action.words)}</Button>}
          <Button kind="quiet" onClick={putAway}>
            {say(CLOSE)}
          </Button>
        </>
      )}
    </div>
  );
};
