import { useId, useMemo } from 'react';
import { type Language, say, type Text } from '../../text.ts';
import type { Curve } from '../../worker/frame.ts';
import type { Theme } from '../colors.ts';
import { count, fixed } from '../format.ts';
import { part } from '../../part.ts';
import { later, usePart } from '../later.tsx';
import { Beyond, beyondSpan } from './Beyond.tsx';
import type { CheckpointsProps } from './Checkpoints.tsx';
import type { ChartMark } from './CurveMarks.tsx';
import { curvePlaces, reachedBy } from './curvePlaces.ts';
import { epochAfter, stepAt } from './curveTime.ts';
import type { Ghost } from './ghosts.ts';
import { LossAxes } from './LossAxes.tsx';
import { LossCanvas } from './LossCanvas.tsx';
import styles from './LossChart.module.css';
import { lossGeometry } from './lossGeometry.ts';
import { paintCurves, paintPlayhead } from './lossPaint.ts';
import { epochLimit, headroom, heightOf, highestOf, isBeginning } from './lossScale.ts';
import { validationIn } from './lossStretch.ts';
import type { PatienceBarProps } from './PatienceBar.tsx';
import type { Point } from './scale.ts';
import { textWidth } from './textWidth.ts';
import { NewestTick } from './NewestTick.tsx';
import { flagSpan, holdsPlayhead } from './playhead.ts';
import { useBox } from './useBox.ts';
import { useCurveReading } from './useCurveReading.ts';
import { useHeldLimit } from './useHeldLimit.ts';
import { type ScrubProps, useScrub } from './useScrub.ts';

const ghostly = part(() => import('./GhostCurves.tsx'));
const marking = part(() => import('./CurveMarks.tsx'));
const patient = part(() => import('./PatienceBar.tsx'));
const seeker = part(() => import('./Sought.tsx'));
const reader = part(() => import('./CurveReading.tsx'));
const Checkpoints = later(async () => (await import('./Checkpoints.tsx')).Checkpoints);

interface LossChartProps extends Pick<ScrubProps, 'onHold' | 'onSeek' | 'onStep'> {
  readonly curve: Curve;
  /** 'wrong': the curve counts the points answered wrongly, as for the perceptron rule. */
  readonly quantity: 'loss' | 'wrong';
  /** The playhead: its place on the time axis in epochs, the updates made, the value there. */
  readonly now: { readonly epoch: number; readonly step: number; readonly value: number };
  /** The furthest moment ever trained on this road, and the updates that had been made where it begins. */
  readonly newest: { readonly epoch: number; readonly step: number };
  readonly oldest: number;
  /** Where the playhead is on its way to; null where it stands or plays. */
  readonly seeking: { readonly step: number; readonly epoch: number } | null;
  /** Updates an epoch makes at present. */
  readonly updates: number;
  /** Where the run stops by itself, if it does. */
  readonly epochs: number | null;
  /** Another run lets the value axis go. */
  readonly run: number;
  readonly marks: readonly ChartMark[];
  readonly settled: boolean;
  /** Curves of runs that were left, the oldest first. */
  readonly ghosts: readonly Ghost[];
  /** Names the moment: "epoch 96". */
  readonly flag: string;
  /** What the slider says to a screen reader: "epoch 96, training loss 0.317". */
  readonly label: string;
  readonly language: Language;
  readonly large: boolean;
  readonly theme: Theme;
  /** A loss that the value axis always has room for: that of guessing among classes; 0 for numbers. */
  readonly known: number;
  /** How long EarlyStopping has waited; null while it has not. */
  readonly patience: Omit<PatienceBarProps, 'geometry'> | null;
  /** Models saved on the way here. */
  readonly saved: Omit<CheckpointsProps, 'geometry'>;
}

const WORDS = {
  wrong: { en: 'wrong points', ko: '틀린 점의 수' },
  trained: { en: 'trained to {e}', ko: '{e}까지 학습됨' },
  name: { en: 'Playhead on the curve', ko: '곡선 위의 재생 위치' },
  loss: {
    en: 'Loss over epochs: training solid, validation dashed. Arrow keys step, Home and End go to the oldest and the newest moment.',
    ko: '에포크에 따른 손실: 훈련은 실선, 검증은 점선. 화살표 키로 이동 단위만큼, Home과 End로 처음과 마지막 순간으로 간다.',
  },
  counts: {
    en: 'Wrong points over epochs. Arrow keys step, Home and End go to the oldest and the newest moment.',
    ko: '에포크에 따른 틀린 점의 수. 화살표 키로 이동 단위만큼, Home과 End로 처음과 마지막 순간으로 간다.',
  },
} satisfies Record<string, Text>;

/** Where an epoch is narrower than this, in px, a pointer means whole epochs. */
const FINE = 8;
/** A mark this near to where a pointer is pressed, in px, is meant. */
const NEAR = 5;

const NONE = { validation: [], dots: [] };
/** As far as no ghost goes. */
const NOWHERE = { epochs: 0, height: 0 };

/** Loss over time, with everything that happened on the way, and the playhead. Fills its box. */
export const LossChart = (props: LossChartProps) => {
  const { curve, quantity, now, newest, epochs, run, marks, settled, ghosts, flag, label, language, large } =
    props;
  const { theme, known, seeking, updates, oldest } = props;
  const name = useId();
  const [box, size] = useBox<HTMLDivElement>({ width: 820, height: 152 });
  const counts = quantity === 'wrong';
  const values = counts ? curve.wrong : curve.loss;

  const drawing = usePart(ghostly, ghosts.length > 0);
  const marked = usePart(marking, marks.length > 0);
  const waited = usePart(patient, props.patience !== null);
  const bound = usePart(seeker, seeking !== null);
  const reach = useMemo(
    () => drawing?.ghostReach(ghosts, counts, known) ?? NOWHERE,
    [drawing, ghosts, counts, known],
  );
  const curves = counts ? [values] : [values, curve.val_loss];
  const summit = Math.max(...curves.map(highestOf));
  const height = counts ? summit : Math.max(...curves.map((each) => heightOf(curve.epoch, each, known)));
  // Rewound into a beginning that the axis does not hold, the ball goes along its upper end.
  const above = height < summit && isBeginning(now.epoch, newest.epoch);
  const highest = Math.max(
    height,
    Number.isFinite(now.value) && !above ? now.value : 0,
    reach.height / (counts ? 1 : headroom(values.length)),
  );
  const soughtAt = seeking && Math.max(epochAfter(curve, seeking.step, updates), seeking.epoch);
  const epochEnd = epochLimit(Math.max(now.epoch, newest.epoch, reach.epochs, soughtAt ?? 0), epochs);
  const valueEnd = useHeldLimit(`${run} ${quantity}`, counts, highest, values.length);
  const limits = useMemo(() => ({ epoch: epochEnd, value: valueEnd }), [epochEnd, valueEnd]);
  const geometry = useMemo(() => lossGeometry(size, limits, large), [size, limits, large]);
  const { left, right, top, axis, x, y, label: type, epochAt } = geometry;
  const reading = useCurveReading(curve.epoch, epochAt);

  const past = reachedBy(curve.step, now.step);
  const ball = { x: x(now.epoch), y: Number.isFinite(now.value) ? Math.max(top, y(now.value)) : top };
  const here: Point = [ball.x, ball.y];
  const beyond = summit > valueEnd ? beyondSpan(curve, valueEnd, summit, geometry, language) : null;
  const rewound = newest.step > now.step;
  const trained = say(WORDS.trained, language, { e: count(Math.floor(newest.epoch)) });
  const flagAt = flagSpan(flag, ball.x, geometry);
  const sought =
    soughtAt !== null && bound ? bound.soughtFlag(soughtAt, seeking?.step ?? 0, geometry, language) : null;
  const scrub = useScrub({
    ...props,
    now: now.step,
    newest: newest.step,
    stepAt: (px, pressed) => {
      const mark = pressed && marks.find((each) => Math.abs(x(each.epoch) - px) <= NEAR);
      if (mark) return mark.step;
      const at = epochAt(px);
      return stepAt(curve, x(1) - x(0) < FINE ? Math.round(at) : at, updates);
    },
    grab: (px, py) => (holdsPlayhead([px, py], ball.x, flagAt, geometry) ? ball.x - px : null),
  });
  const drawn = {
    geometry,
    walked: {
      training: [...curvePlaces(curve.epoch, values, [0, past], x, y), here],
      ...(counts ? NONE : validationIn(curve, [0, past], geometry)),
    },
    ahead: {
      training: rewound ? [here, ...curvePlaces(curve.epoch, values, [past, values.length], x, y)] : [],
      ...(counts || !rewound ? NONE : validationIn(curve, [Math.max(0, past - 1), values.length], geometry)),
    },
  };
  const read = usePart(reader, reading.index >= 0);
  const axisWords = say(WORDS.wrong, language);
  const plot = `url(#${name}-plot)`;

  return (
    <div {...reading.handlers} ref={box} className={styles.chart}>
      <span id={`${name}-what`} hidden>
        {say(counts ? WORDS.counts : WORDS.loss, language)}
      </span>
      <div
        {...scrub.handlers}
        className={styles.slider}
        role="slider"
        tabIndex={0}
        data-space="free"
        aria-label={say(WORDS.name, language)}
        aria-describedby={`${name}-what`}
        aria-valuemin={oldest}
        aria-valuemax={Math.max(newest.step, now.step)}
        aria-valuenow={now.step}
        aria-valuetext={label}
      >
        <svg aria-hidden="true">
          <clipPath id={`${name}-plot`}>
            <rect x={left} y={top - 8} width={right - left} height={axis - top + 8} />
          </clipPath>
          <LossAxes geometry={geometry} limits={limits} flags={sought ? [flagAt, sought.flag] : [flagAt]} />
          {drawing && ghosts.length > 0 && (
            <drawing.GhostCurves
              ghosts={ghosts}
              counts={counts}
              present={curve}
              playhead={ball.x}
              marks={marks}
              newest={rewound ? { x: x(newest.epoch), words: trained } : null}
              language={language}
              geometry={geometry}
              clip={plot}
            />
          )}
        </svg>
        <LossCanvas paint={(on, look) => paintCurves(on, drawn, look)} box={size} theme={theme} />
        <svg aria-hidden="true">
          {beyond && <Beyond {...beyond} geometry={geometry} />}
          {counts && (
            <text x={left + 8} y={Math.max(top - 9, type + 3)} className={styles.note}>
              {axisWords}
            </text>
          )}
          {marked && (
            <marked.CurveMarks
              marks={marks}
              curve={curve}
              values={values}
              step={now.step}
              playhead={ball.x}
              geometry={geometry}
              language={language}
              reserved={counts ? textWidth(axisWords, type) + 8 : beyond ? beyond.to - left : 0}
            />
          )}
          {settled && (
            <>
              <line x1={ball.x} x2={right} y1={ball.y} y2={ball.y} className={styles.settled} />
              {right - ball.x > 4 * type && (
                <text x={right} y={ball.y - 6} textAnchor="end" className={styles.value}>
                  {counts ? count(now.value) : fixed(now.value, 3)}
                </text>
              )}
            </>
          )}
          {props.patience && waited && <waited.PatienceBar {...props.patience} geometry={geometry} />}
          {rewound && <NewestTick x={x(newest.epoch)} words={trained} geometry={geometry} />}
          {sought && bound && <bound.Sought {...sought} geometry={geometry} />}
        </svg>
        <LossCanvas
          paint={(on, look) => paintPlayhead(on, { geometry, at: here, words: flag, flag: flagAt }, look)}
          box={size}
          theme={theme}
        />
        {read && reading.index >= 0 && !scrub.dragged && (
          <svg className={styles.over} aria-hidden="true">
            <read.CurveReading
              curve={curve}
              counts={counts}
              index={reading.index}
              geometry={geometry}
              language={language}
            />
          </svg>
        )}
      </div>
      {props.saved.checkpoints.length > 0 && <Checkpoints {...props.saved} geometry={geometry} />}
    </div>
  );
};
