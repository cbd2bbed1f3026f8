import { type MouseEvent, useLayoutEffect } from 'react';
import styles from './App.module.css';
import { Header } from './panels/header/Header.tsx';
import { StageColumn } from './panels/header/StageColumn.tsx';
import { KeysDialog } from './panels/keys/KeysDialog.tsx';
import { useKeys } from './panels/keys/useKeys.ts';
import { NetworkPanel } from './panels/network/NetworkPanel.tsx';
import { OUTPUT_WIDTH, usePlanes } from './panels/output/layout.ts';
import { OutputPanel } from './panels/output/OutputPanel.tsx';
import { Sentence } from './panels/sentence/Sentence.tsx';
import { Strip } from './panels/strip/Strip.tsx';
import { NoticeBar } from './panels/trouble/NoticeBar.tsx';
import skipStyles from './Skip.module.css';
import { useDesign } from './state/experiment.ts';
import { useLookedInto, useLooking, useView } from './state/view.ts';
import { useSay } from './state/words.ts';
import type { Text } from './text.ts';
import { classes } from './ui/controls/classes.ts';
import { later } from './ui/later.tsx';

const words = {
  title: {
    en: 'Gradus: a neural network you can take apart while it learns',
    ko: 'Gradus: 배우는 동안 속을 들여다보는 신경망',
  },
  skip: { en: 'Skip to the network', ko: '신경망으로 건너뛰기' },
} as const satisfies Record<string, Text>;

const MicroscopePlace = later(
  async () => (await import('./panels/microscope/MicroscopePlace.tsx')).MicroscopePlace,
);
const DescentPlace = later(async () => (await import('./panels/descent/DescentPlace.tsx')).DescentPlace);
const ComparisonPlace = later(
  async () => (await import('./panels/comparison/ComparisonPlace.tsx')).ComparisonPlace,
);
const LessonPlace = later(async () => (await import('./panels/lesson/LessonPlace.tsx')).LessonPlace);
const MeterPlace = later(async () => (await import('./panels/gradients/MeterPlace.tsx')).MeterPlace);
const EvaluateDetail = later(
  async () => (await import('./panels/evaluate/EvaluateDetail.tsx')).EvaluateDetail,
);

/** The page: header; the column of the stage that is on, Network, Output; one sentence; the strip of time. */
export const App = () => {
  useKeys();
  useDocument();
  const say = useSay();
  const planes = usePlanes();
  const stage = useView((view) => view.stage);
  const lesson = useView((view) => view.lesson !== null);
  const descent = useView((view) => view.descent) || lesson;
  const comparing = useView((view) => view.comparing);
  const elsewhere = descent || comparing;
  const evaluating = stage === 'evaluate' && !elsewhere;
  const looking = useLooking();
  const inside = useLookedInto();
  const meter = useView((view) => view.meter);
  const largeText = useView((view) => view.largeText);
  const layers = useDesign().model.layers.length;
  // Where the window is of middle width, the network then needs the room of the left column.
  const wanted = looking || elsewhere;
  const crowded = planes === 'both' || largeText || layers > 2 || wanted;
  // The address stays as it is: what follows # in it names an experiment.
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById('network')?.focus();
  };
  return (
    <div className={styles.page}>
      <a href="#network" className={skipStyles.skip} onClick={skip}>
        {say(words.skip)}
      </a>
      <Header />
      <NoticeBar />
      <main
        data-stage={stage}
        data-planes={planes}
        className={classes(styles.main, evaluating && styles.evaluating, looking && styles.looking)}
      >
        {lesson ? (
          <LessonPlace />
        ) : (
          <div className={styles.left}>
            <StageColumn foldable={planes !== 'neuron' || wanted} folded={crowded} />
          </div>
        )}
        {lesson ? null : comparing ? (
          <ComparisonPlace />
        ) : descent ? (
          <DescentPlace />
        ) : (
          <>
            <div id="network" tabIndex={-1} className={styles.network}>
              <NetworkPanel />
            </div>
            <div className={styles.output} style={{ ['--wanted' as string]: `${OUTPUT_WIDTH[planes]}px` }}>
              <OutputPanel />
            </div>
          </>
        )}
        {looking && meter ? (
          <MeterPlace meter={meter} className={styles.detail} />
        ) : looking && inside ? (
          <MicroscopePlace selected={inside} className={styles.detail} />
        ) : (
          evaluating && (
            <div className={styles.detail}>
              <EvaluateDetail />
            </div>
          )
        )}
        {!lesson && (
          <div className={styles.sentence}>
            <Sentence />
          </div>
        )}
        <div className={styles.strip}>
          <Strip />
        </div>
      </main>
      <KeysDialog />
    </div>
  );
};

/** Language, theme and size of text are the document's: styles and controls read them there. */
const useDocument = (): void => {
  const language = useView((view) => view.language);
  const theme = useView((view) => view.theme);
  const largeText = useView((view) => view.largeText);
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dataset.theme = theme;
    page.toggleAttribute('data-large', largeText);
    document.title = words.title[language];
  }, [language, theme, largeText]);
};
