import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Design } from '../../experiment/experiment.ts';
import { tell } from '../../state/notice.ts';
import { NOT_FETCHED } from '../../state/parts.ts';
import { useShows } from '../../state/run.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { part } from '../../part.ts';
import type { Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { later, Missing, usePart } from '../../ui/later.tsx';
import type { Probe } from '../../worker/frame.ts';
import styles from './Sentence.module.css';
import { hiddenLayers, isBuilt, isOneNeuron, type Situation, type StoryButton } from './situation.ts';
import { beforeFrame, opening } from './start.ts';
import { HIDDEN_LAYER } from './texts.ts';
import { useSituation } from './useSituation.ts';

const POINTS: Probe = { kind: 'points' };

const words = {
  name: { en: 'What is so', ko: '지금 상황' },
  more: { en: 'More', ko: '더 보기' },
} as const satisfies Record<string, Text>;

/** All that is said after the opening, and what its buttons do. */
const rest = part(async () => {
  const [{ story }, { carryOut }] = await Promise.all([import('./story.ts'), import('./acts.ts')]);
  return { story, carryOut };
});
const TourPages = later(async () => (await import('./TourPages.tsx')).TourPages);

/** The one sentence that says what is so and what to do, with the buttons for it. */
export const Sentence = () => {
  const say = useSay();
  const situation = useSituation();
  const { design, frame, tour } = situation;
  const revealing = useView((view) => view.revealing);
  useShows(asksForPoints(situation) ? POINTS : null);
  useTourEnd(isBuilt(design));

  const sentence = useRef<HTMLParagraphElement>(null);
  const keepFocus = useKeptFocus(sentence);
  const first = opening(situation);
  const told = usePart(rest, first === null);
  const { so, todo, buttons, more, event } = told?.story(situation) ?? first ?? beforeFrame(situation);
  const offered = buttons.some(({ act }) => act === 'hidden-layer');
  return (
    <section className={styles.sentence} aria-label={say(words.name)}>
      {/* While it plays only news is read aloud. */}
      <p
        ref={sentence}
        tabIndex={-1}
        className={styles.words}
        aria-live={(revealing || frame?.playing || frame?.seeking) && !event ? 'off' : 'polite'}
        aria-atomic="true"
      >
        <strong className={styles.so}>{say(so)}</strong>
        {todo && (
          <>
            {' '}
            <span className={styles.todo}>{say(todo)}</span>
          </>
        )}
      </p>
      {more && (
        <details key={more.en} className={styles.more}>
          <summary>{say(words.more)}</summary>
          <p>{say(more)}</p>
        </details>
      )}
      <Missing of={rest} />
      <div className={styles.buttons} onFocus={keepFocus}>
        {tour !== null && isBuilt(design) && <TourPages page={tour} />}
        {buttons.map((button) => (
          <Button
            key={button.act}
            kind={button.solid ? 'solid' : 'outline'}
            className={styles.main}
            onClick={() => act(button, design)}
          >
            {say(button.words)}
          </Button>
        ))}
        {isOneNeuron(design) && !offered && (
          <Button className={styles.always} onClick={() => act(HIDDEN_LAYER, design)}>
            {say(HIDDEN_LAYER.words)}
          </Button>
        )}
      </div>
    </section>
  );
};

/** Carries out what a button offers: at once where that is here. */
const act = (button: StoryButton, design: Design): void => {
  if (rest.here) return rest.here.carryOut(button, design);
  rest.fetch().then(
    ({ carryOut }) => carryOut(button, design),
    () => tell(NOT_FETCHED),
  );
};

/** Only a relu that may be dead needs to be looked for at the points. */
const asksForPoints = ({ design, frame }: Situation): boolean =>
  frame?.settled === true && hiddenLayers(design).some(({ activation }) => activation === 'relu');

/** A button that was pressed and is no longer offered leaves the keyboard at the sentence, which says what came of it. */
const useKeptFocus = (sentence: RefObject<HTMLElement | null>): ((event: FocusEvent) => void) => {
  const button = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!button.current || button.current.isConnected) return;
    button.current = null;
    if (document.activeElement === document.body) sentence.current?.focus();
  });
  return ({ target }) => {
    button.current = target;
  };
};

/** The tour is about one network: it closes when that is no longer the one on the screen. */
const useTourEnd = (built: boolean): void => {
  const was = useRef(built);
  useEffect(() => {
    if (was.current && !built) look({ tour: null });
    was.current = built;
  }, [built]);
};
