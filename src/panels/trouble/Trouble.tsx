import { Component, type ErrorInfo, type ReactNode } from 'react';
import { download } from '../../state/download.ts';
import { useWork } from '../../state/store.ts';
import { useView } from '../../state/view.ts';
import { say, type Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Trouble.module.css';

const words = {
  title: { en: 'This page could not be drawn.', ko: '화면을 그리지 못했습니다.' },
  what: {
    en: 'A fault in Gradus stopped it: {message}. Your work is saved. Reload the page to go on where you were.',
    ko: 'Gradus의 오류로 멈췄습니다: {message}. 하던 실험은 저장되어 있습니다. 새로 고침하면 이어서 할 수 있습니다.',
  },
  again: {
    en: 'If it happens again, download the experiment and open Gradus without it.',
    ko: '다시 멈추면 실험을 내려받고 새 실험으로 여세요.',
  },
  reload: { en: 'Reload', ko: '새로 고침' },
  download: { en: 'Download the experiment', ko: '실험 내려받기' },
} as const satisfies Record<string, Text>;

interface State {
  readonly error: Error | null;
}

/** Stands in for the page where drawing it failed, and says what happened and what to do. */
export class Trouble extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { language } = useView.getState();
    const { experiment } = useWork.getState();
    return (
      <main className={styles.trouble}>
        <h1 className={styles.title}>{say(words.title, language)}</h1>
        <p role="alert">{say(words.what, language, { message: error.message })}</p>
        <p>{say(words.again, language)}</p>
        <div className={styles.actions}>
          <Button kind="solid" onClick={() => location.reload()}>
            {say(words.reload, language)}
          </Button>
          <Button onClick={() => download('gradus.json', JSON.stringify(experiment))}>
            {say(words.download, language)}
          </Button>
        </div>
      </main>
    );
  }
}
