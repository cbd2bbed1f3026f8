import { exactPoints } from '../../data/data.ts';
import { newSample } from '../../experiment/moves.ts';
import { usePictures } from '../../state/data.ts';
import { edit, redo, undo, useCanRedo, useCanUndo, useDesign } from '../../state/experiment.ts';
import { newRun } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import {
  look,
  measure,
  MEMORIES,
  type Memory,
  showComparison,
  showDescent,
  useView,
} from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { count, fixed } from '../../ui/format.ts';
import { Menu, type MenuItem } from '../../ui/controls/Menu.tsx';
import { openVanishing } from '../gradients/openVanishing.ts';
import { MENU, MenuSign } from './MenuSign.tsx';
import { toggleLesson } from '../lesson/door.ts';
import { showKeys } from '../keys/KeysDialog.tsx';
import styles from './Header.module.css';
import { LANGUAGES } from './Language.tsx';

const words = {
  undo: { en: 'Undo', ko: '되돌리기' },
  redo: { en: 'Redo', ko: '다시 하기' },
  link: { en: 'Copy link', ko: '링크 복사' },
  moment: { en: 'Copy link to this moment', ko: '이 순간의 링크 복사' },
  memory: { en: 'Use {n} MB for moments', ko: '순간을 기억하는 데 {n} MB 쓰기' },
  memoryLine: {
    en: 'moments kept: {count}, {used} of {budget} MB',
    ko: '기억해 둔 순간 {count}개, {budget} MB 중 {used} MB',
  },
  lessons: { en: 'Lesson: one weight', ko: '강의: 가중치 하나' },
  closeLesson: { en: 'Close the lesson', ko: '강의 닫기' },
  descent: { en: 'Gradient descent view', ko: '경사하강법 보기' },
  network: { en: 'Back to the network', ko: '신경망 보기' },
  compare: { en: 'MLP against CNN', ko: 'MLP와 CNN 비교' },
  compareLine: { en: 'two networks on the same pictures', ko: '같은 그림을 배우는 두 신경망' },
  picturesOnly: { en: 'only where the data are pictures', ko: '그림 데이터에서만' },
  newWeights: { en: 'New weights', ko: '새 가중치' },
  newWeightsLine: { en: 'starts over', ko: '처음부터 학습' },
  newSample: { en: 'New sample', ko: '새 데이터' },
  newSampleLine: { en: 'starts over', ko: '처음부터 학습' },
  exact: { en: 'exact points: there is one sample only', ko: '정해진 점들이라 새로 뽑을 것이 없다' },
  gradients: { en: 'Gradients of all layers', ko: '모든 층의 기울기' },
  eight: { en: 'Eight sigmoid layers', ko: '시그모이드 여덟 층' },
  eightLine: {
    en: 'where the slope vanishes; Undo brings this back',
    ko: '기울기가 사라지는 신경망. 되돌리기로 돌아온다',
  },
  large: { en: 'Large text', ko: '큰 글씨' },
  normal: { en: 'Normal text', ko: '보통 글씨' },
  dark: { en: 'Dark theme', ko: '어두운 화면' },
  light: { en: 'Light theme', ko: '밝은 화면' },
  hide: { en: 'Hide predictions', ko: '예측 숨기기' },
  show: { en: 'Show predictions', ko: '예측 보이기' },
  keys: { en: 'All keys', ko: '모든 단축키' },
  lettersOff: { en: 'Turn single-letter keys off', ko: '한 글자 단축키 끄기' },
  lettersOn: { en: 'Turn single-letter keys on', ko: '한 글자 단축키 켜기' },
} as const satisfies Record<string, Text>;

export interface PageMenuProps {
  /** On narrow screens the menu also holds what has no room beside it. */
  readonly narrow: boolean;
  readonly onCopyLink: (moment: boolean) => void;
}

/** How many moments are kept to go back from, and how much of what they may take they do; as words, so that it rests. */
const useKept = (memory: Memory) => {
  const both = useWork(({ frame }) =>
    frame ? `${count(frame.moments.count)}|${fixed(frame.moments.bytes / 2 ** 20, 1)}` : null,
  );
  const [kept, used] = both?.split('|') ?? [];
  return kept && used ? { count: kept, used, budget: count(memory) } : undefined;
};

/** All that has no place of its own on the screen. */
export const PageEntries = ({ narrow, onCopyLink }: PageMenuProps) => {
  const say = useSay();
  const design = useDesign();
  const [canUndo, canRedo] = [useCanUndo(), useCanRedo()];
  const { language, theme, largeText, predictionsHidden, singleKeys, memory, lesson, descent, comparing } =
    useView();
  const pictures = usePictures() !== null;
  const kept = useKept(memory);
  const next = MEMORIES[(MEMORIES.indexOf(memory) + 1) % MEMORIES.length] ?? memory;
  const other = LANGUAGES.find((each) => each.language !== language);
  const item = (
    key: keyof typeof words,
    onSelect: () => void,
    { letter, ...more }: Partial<MenuItem> & { readonly letter?: string } = {},
  ): MenuItem => ({
    key,
    words: letter ? `${say(words[key])} (${letter})` : say(words[key]),
    onSelect,
    ...more,
  });
  const exact = exactPoints(design.data) !== null && design.data.changes.length === 0;
  const items: MenuItem[] = [
    ...(narrow
      ? [
          item('undo', () => void undo(), { disabled: !canUndo }),
          item('redo', () => void redo(), { disabled: !canRedo }),
          item('link', () => onCopyLink(false)),
        ]
      : []),
    item(descent ? 'network' : 'descent', () => showDescent(!descent), {
      letter: 'D',
      disabled: lesson !== null,
    }),
    item(comparing ? 'network' : 'compare', () => showComparison(!comparing), {
      key: 'compare',
      line: comparing ? undefined : say(pictures ? words.compareLine : words.picturesOnly),
      disabled: lesson !== null || (!pictures && !comparing),
    }),
    item(lesson ? 'closeLesson' : 'lessons', toggleLesson, { letter: 'L' }),
    item('moment', () => onCopyLink(true)),
    item('newWeights', newRun, { line: say(words.newWeightsLine) }),
    item('newSample', () => edit(newSample(design), { deed: { kind: 'data' } }), {
      disabled: exact,
      line: say(exact ? words.exact : words.newSampleLine),
    }),
    item('gradients', () => measure({ kind: 'gradients' }), { letter: 'G' }),
    item('eight', () => void openVanishing(), { line: say(words.eightLine) }),
    item(largeText ? 'normal' : 'large', () => look({ largeText: !largeText }), { letter: 'P' }),
    item(theme === 'dark' ? 'light' : 'dark', () => look({ theme: theme === 'dark' ? 'light' : 'dark' }), {
      letter: 'T',
    }),
    item(predictionsHidden ? 'show' : 'hide', () => look({ predictionsHidden: !predictionsHidden }), {
      letter: 'H',
    }),
    ...(narrow && other
      ? [{ key: 'language', words: other.own, onSelect: () => look({ language: other.language }) }]
      : []),
    item('memory', () => look({ memory: next }), {
      words: say(words.memory, { n: count(next) }),
      line: kept && say(words.memoryLine, kept),
    }),
    item('keys', showKeys, { letter: '?' }),
    item(singleKeys ? 'lettersOff' : 'lettersOn', () => look({ singleKeys: !singleKeys })),
  ];
  return (
    <Menu label={say(MENU)} items={items} className={styles.menu}>
      <MenuSign />
    </Menu>
  );
};
