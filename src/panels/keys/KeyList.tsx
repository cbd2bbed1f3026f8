import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { same, type Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './KeysDialog.module.css';

const words = {
  title: { en: 'All keys', ko: '모든 단축키' },
  close: { en: 'Close', ko: '닫기' },
  off: {
    en: 'Single-letter keys are off: only Space, the arrow keys, Home, End, Esc and Ctrl or Cmd+Z work.',
    ko: '한 글자 단축키가 꺼져 있습니다. Space, 화살표, Home, End, Esc, Ctrl(Cmd)+Z만 쓸 수 있습니다.',
  },
  focused: {
    en: 'A button, field or picture that has the focus gets its own keys first.',
    ko: '초점이 놓인 버튼, 입력란, 그림은 자기 키를 먼저 씁니다.',
  },
} as const satisfies Record<string, Text>;

const GROUPS: readonly {
  readonly name: Text;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: Text }[];
}[] = [
  {
    name: { en: 'Time', ko: '시간' },
    keys: [
      { keys: ['Space'], does: { en: 'Play or pause', ko: '재생, 멈춤' } },
      { keys: ['.', '→'], does: { en: 'Next step of the chosen size', ko: '다음 (이동 단위만큼)' } },
      { keys: [',', '←'], does: { en: 'One step back', ko: '이전 (이동 단위만큼)' } },
      {
        keys: ['Shift + .', 'Shift + ,'],
        does: { en: 'The same, one size larger', ko: '한 단위 크게' },
      },
      {
        keys: ['Home', 'End'],
        does: { en: 'Oldest and newest moment', ko: '처음 순간, 마지막 순간' },
      },
      { keys: ['R'], does: { en: 'From the start, same weights', ko: '처음부터 (같은 가중치)' } },
    ],
  },
  {
    name: { en: 'Experiment', ko: '실험' },
    keys: [
      {
        keys: ['1', '2', '3', '4'],
        does: {
          en: 'Design, Compile, Fit, Evaluate',
          ko: '구조 설계, 학습방법 설정, 모델 학습, 모델 평가',
        },
      },
      { keys: ['Shift + 1 … 4'], does: same('AND, OR, NAND, XOR') },
      { keys: ['[', ']'], does: { en: 'Fewer or more units', ko: '뉴런 줄이기, 늘리기' } },
      {
        keys: ['Alt + ←', 'Alt + →'],
        does: {
          en: 'At the name of a layer: one place earlier or later. Enter takes it, arrows carry it',
          ko: '층 이름에서: 한 자리 앞으로, 뒤로. Enter로 들고 화살표로 옮기기',
        },
      },
      { keys: ['Ctrl + Z'], does: { en: 'Undo', ko: '되돌리기' } },
      { keys: ['Ctrl + Shift + Z'], does: { en: 'Redo', ko: '다시 하기' } },
    ],
  },
  {
    name: { en: 'View', ko: '보기' },
    keys: [
      { keys: ['H'], does: { en: 'Hide or show predictions', ko: '예측 숨기기, 보이기' } },
      {
        keys: ['M'],
        does: {
          en: 'Microscope: open on what is selected, or close',
          ko: '현미경: 고른 것 들여다보기, 닫기',
        },
      },
      {
        keys: ['G'],
        does: { en: 'Gradients of all layers: open or close', ko: '모든 층의 기울기: 열기, 닫기' },
      },
      {
        keys: ['D'],
        does: { en: 'Gradient descent view: open or close', ko: '경사하강법 보기: 열기, 닫기' },
      },
      {
        keys: ['L'],
        does: {
          en: 'Lesson: open or close; ← and → turn its frames',
          ko: '강의: 열기, 닫기. ←, →로 장면 넘기기',
        },
      },
      { keys: ['P'], does: { en: 'Large text', ko: '큰 글씨' } },
      { keys: ['T'], does: { en: 'Light or dark', ko: '밝게, 어둡게' } },
      { keys: ['Esc'], does: { en: 'Deselect, close', ko: '선택 해제, 닫기' } },
      { keys: ['?'], does: { en: 'This list', ko: '이 목록' } },
    ],
  },
];

/** Every key and what it does. `title`: the id of its heading. */
export const KeyList = ({ title }: { readonly title: string }) => {
  const say = useSay();
  const singleKeys = useView((view) => view.singleKeys);
  return (
    <>
      <h2 id={title} className={styles.title}>
        {say(words.title)}
      </h2>
      <div className={styles.groups}>
        {GROUPS.map(({ name, keys }) => (
          <section key={name.en}>
            <h3>{say(name)}</h3>
            <dl>
              {keys.map((entry) => (
                <div key={entry.does.en} className={styles.key}>
                  <dt>
                    {entry.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(entry.does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{say(singleKeys ? words.focused : words.off)}</p>
      <form method="dialog" className={styles.close}>
        <Button type="submit" kind="solid">
          {say(words.close)}
        </Button>
      </form>
    </>
  );
};
