import { memo } from 'react';
import { back, forward, reset, toggle } from '../../state/run.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { BackSign, ForwardSign, PauseSign, PlaySign, ResetSign } from './icons.tsx';
import { later } from '../../ui/later.tsx';
import { LearningRate } from './LearningRate.tsx';
import { type StepName, useStepName } from './named.ts';
import { speedAfter } from './rates.ts';
import { Speed } from './Speed.tsx';
import styles from './Transport.module.css';

const PhaseRail = later(async () => (await import('./PhaseRail.tsx')).PhaseRail);

const WORDS = {
  transport: { en: 'Time', ko: '시간' },
  reset: { en: 'From the start (same weights)', ko: '처음부터 (같은 가중치)' },
  play: { en: 'Play', ko: '재생' },
  pause: { en: 'Pause', ko: '멈춤' },
  size: { en: 'Step size', ko: '한 번에 가는 크기' },
} satisfies Record<string, Text>;

const SIZES: Record<StepName, { readonly words: Text; readonly back: Text; readonly next: Text }> = {
  neuron: {
    words: { en: 'neuron', ko: '뉴런' },
    back: { en: 'Back one neuron', ko: '이전 뉴런' },
    next: { en: 'Next neuron', ko: '다음 뉴런' },
  },
  map: {
    words: { en: 'map', ko: '특징맵' },
    back: { en: 'Back one map, or cell in the Microscope', ko: '이전 특징맵, 현미경에서는 이전 칸' },
    next: { en: 'Next map, or cell in the Microscope', ko: '다음 특징맵, 현미경에서는 다음 칸' },
  },
  phase: {
    words: { en: 'phase', ko: '과정' },
    back: { en: 'Back one phase', ko: '이전 과정' },
    next: { en: 'Next phase', ko: '다음 과정' },
  },
  batch: {
    words: { en: 'batch', ko: '배치' },
    back: { en: 'Back one batch', ko: '이전 배치' },
    next: { en: 'Next batch', ko: '다음 배치' },
  },
  epoch: {
    words: { en: 'epoch', ko: '에포크' },
    back: { en: 'Back one epoch', ko: '이전 에포크' },
    next: { en: 'Next epoch', ko: '다음 에포크' },
  },
};

interface ButtonsProps {
  readonly playing: boolean;
  /** Before the first phase of the first update there is nothing to go back to. */
  readonly atStart: boolean;
  /** False until the first frame has come. */
  readonly ready: boolean;
}

interface TransportProps extends ButtonsProps {
  /** The phase rail: layers of the network and phases done; null while nobody walks by phases. */
  readonly rail: Rail | null;
}

interface Rail {
  readonly layers: number;
  readonly done: number;
}

/** Reset, back, play, step, and how far and how fast a step goes. */
export const Transport = memo(({ rail, ...state }: TransportProps) => {
  const say = useSay();
  return (
    <div className={styles.transport} role="group" aria-label={say(WORDS.transport)}>
      <Buttons {...state} />
      <LearningRate className={styles.rate} />
      <StepSize rail={rail} />
      <Speed className={styles.speed} />
    </div>
  );
});

/** The same where there is little room: without rate and speed. */
export const SmallTransport = ({
  rail,
  className,
  ...state
}: TransportProps & { readonly className: string | undefined }) => {
  const say = useSay();
  return (
    <div className={className} role="group" aria-label={say(WORDS.transport)}>
      <Buttons {...state} />
      <StepSize rail={rail} />
    </div>
  );
};

const Buttons = ({ playing: trains, atStart, ready }: ButtonsProps) => {
  const say = useSay();
  const size = useView((view) => view.stepSize);
  const words = SIZES[useStepName()(size)];
  const played = useView((view) => view.played);
  const playing = useView((view) => view.revealing) || trains;
  return (
    <div className={styles.buttons}>
      <IconButton
        label={say(WORDS.reset)}
        title={`${say(WORDS.reset)} · R`}
        disabled={!ready}
        onClick={() => reset()}
      >
        <ResetSign />
      </IconButton>
      <IconButton
        label={say(words.back)}
        title={`${say(words.back)} · ←`}
        disabled={!ready || atStart}
        onClick={() => back(size)}
      >
        <BackSign />
      </IconButton>
      <button
        type="button"
        className={classes(styles.play, !played && styles.first)}
        aria-label={say(playing ? WORDS.pause : WORDS.play)}
        title={say(playing ? WORDS.pause : WORDS.play)}
        disabled={!ready}
        onClick={() => toggle()}
      >
        {playing ? <PauseSign /> : <PlaySign />}
      </button>
      <IconButton
        label={say(words.next)}
        title={`${say(words.next)} · →`}
        disabled={!ready}
        onClick={() => forward(size)}
      >
        <ForwardSign />
      </IconButton>
    </div>
  );
};

const StepSize = ({ rail }: { readonly rail: Rail | null }) => {
  const say = useSay();
  const size = useView((view) => view.stepSize);
  const speed = useView((view) => view.speed);
  const nameOf = useStepName();
  return (
    <div className={styles.size}>
      <Segmented
        label={say(WORDS.size)}
        options={(['neuron', 'phase', 'batch', 'epoch'] as const).map((value) => ({
          value,
          words: say(SIZES[nameOf(value)].words),
        }))}
        value={size}
        onChange={(next) => look({ stepSize: next, speed: speedAfter(size, next, speed) })}
      />
      {rail && <PhaseRail layers={rail.layers} done={rail.done} />}
    </div>
  );
};
