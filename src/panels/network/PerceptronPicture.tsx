import { targetOf } from '../../data/data.ts';
import { useDataSet, useInputs, useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { usePointedPoint } from '../../state/pinned.ts';
import { useViews } from '../../state/run.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import { fixed } from '../../ui/format.ts';
import { ActivationPlot } from './ActivationPlot.tsx';
import { linkPath } from './bezier.ts';
import { focusOf } from './focus.ts';
import styles from './PerceptronPicture.module.css';
import type { PerceptronPlace } from './perceptronPlace.ts';
import { useExactGate } from './reading.ts';
import type { Weights } from '../../worker/frame.ts';
import { LinkMotionLater } from './LinkMotionLater.tsx';
import { motionOn, useMotion, useNextPhase } from './motion.ts';
import { WeightLink } from './WeightLink.tsx';

const LINEAR = { en: 'linear model', ko: '선형모델' };
const ACTIVATION = { en: 'activation', ko: '활성화함수' };
const PREDICTION = { en: 'prediction', ko: '예측' };
const DRAWING = {
  en: 'One neuron: {inputs}, each times its weight, plus b, is z; the activation makes ŷ of it.',
  ko: '뉴런 하나: {inputs}에 가중치를 곱해 더하고 b를 더한 것이 z, 활성화함수를 거친 것이 ŷ.',
};

interface PerceptronPictureProps {
  readonly place: PerceptronPlace;
  /** null while not yet known. */
  readonly weights: Weights | null;
}

/** The lines and circles of the perceptron; numbers and chips lie over it. */
export const PerceptronPicture = ({ place, weights }: PerceptronPictureProps) => {
  const say = useSay();
  const numbers = weights && [...weights.kernel, ...weights.bias];
  const motion = motionOn(useMotion(), 0);
  useNextPhase();
  const [layer] = useModel();
  const { names } = useInputs();
  const { points } = useViews();
  const data = useDataSet();
  const target = targetOf(useDesign().data);
  const exact = useExactGate();
  const focus = useView((view) => focusOf(view.hovered, view.selected));
  const pointed = usePointedPoint();
  const hidden = useView((view) => view.predictionsHidden);
  const large = useView((view) => view.largeText);
  const { sum, one, frame, plot, answer } = place;
  // On the curve a dot would tell what its point is taken for.
  const known = !hidden && points?.sums.length === 1;
  const sums = known && points.sums[0]?.length === data.rows ? points.sums[0] : null;
  const biased = layer?.spec.type === 'Dense' && layer.spec.use_bias !== false;
  const paths = [
    ...place.inputs.map((input) => {
      const from = { x: input.x + input.width / 2, y: input.y };
      const to = { x: sum.x - sum.r + 1, y: sum.y };
      const level = place.bend === null ? '' : `M${from.x},${from.y}H${place.bend}`;
      const start = place.bend === null ? from : { x: place.bend, y: from.y };
      return level + linkPath(start, to);
    }),
    ...(biased ? [`M${sum.x},${one.y - one.r}V${sum.y + sum.r}`] : []),
  ];
  const link = (at: number, path: string) => (
    <WeightLink
      layer={0}
      at={at}
      value={numbers?.[at] ?? null}
      path={path}
      dim={focus?.kind === 'weight' && focus.at !== at}
      onChoose={(selected) => look({ selected })}
    />
  );
  const output = sums && pointed !== null ? points?.outputs[0]?.[data.ids.indexOf(pointed)] : undefined;
  const told = target.kind === 'number' && output !== undefined && !hidden;
  const prediction = told ? fixed(output, 3) : say(PREDICTION);
  const half = textWidth(prediction, large ? 16 : 12) / 2;
  const beneath = answer.x + half <= place.width && answer.x - half > frame.x + frame.width;
  return (
    <svg
      className={styles.picture}
      width={place.width}
      height={place.height}
      role="img"
      aria-label={say(DRAWING, { inputs: names.join(', ') })}
    >
      <Bracket {...place.linear} top={place.bracketTop} words={say(LINEAR)} />
      <Bracket {...place.activation} top={place.bracketTop} words={say(ACTIVATION)} />
      <rect
        className={styles.frame}
        x={frame.x}
        y={frame.y}
        width={frame.width}
        height={frame.height}
        rx="12"
      />
      {place.inputs.map((input, index) => (
        <g key={input.y}>
          {link(index, paths[index] ?? '')}
          <rect
            className={styles.circle}
            x={input.x - input.width / 2}
            y={input.y - input.r}
            width={input.width}
            height={2 * input.r}
            rx={input.r}
          />
          <text className={styles.letter} x={input.x} y={input.y + place.letter / 3} fontSize={place.letter}>
            {names[index]}
          </text>
        </g>
      ))}
      {biased && (
        <>
          {link(names.length, paths[names.length] ?? '')}
          <circle className={styles.circle} cx={one.x} cy={one.y} r={one.r} />
          <text className={styles.one} x={one.x} y={one.y + 5}>
            1
          </text>
        </>
      )}
      {motion && (
        <LinkMotionLater
          layer={0}
          links={paths.map((path, at) => ({
            at,
            input: at < names.length ? at : null,
            path,
            numbered: true,
          }))}
          weights={weights}
          motion={motion}
        />
      )}
      <circle className={styles.circle} cx={sum.x} cy={sum.y} r={sum.r} />
      <text className={styles.sigma} x={sum.x} y={sum.y + 9}>
        Σ
      </text>
      <path className={styles.arrow} d={`M${sum.x + sum.r},${sum.y}H${plot.x}`} />
      <text className={styles.z} x={(sum.x + sum.r + plot.x) / 2} y={sum.y - 8}>
        z
      </text>
      {layer && (
        <ActivationPlot
          x={plot.x}
          y={plot.y}
          size={plot.width}
          activation={layer.activation}
          sums={sums}
          answers={data.answers}
          target={target}
          ids={data.ids}
          large={exact}
          pointed={pointed}
        />
      )}
      <path className={styles.arrow} d={`M${plot.x + plot.width},${sum.y}H${place.arrow}m-7,-6l7,6l-7,6`} />
      <text className={styles.answer} x={answer.x} y={answer.y + 8}>
        ŷ
      </text>
      <text
        className={styles.prediction}
        x={beneath ? answer.x : place.width}
        y={beneath ? answer.y + 32 : frame.y + frame.height + 18}
        textAnchor={beneath ? 'middle' : 'end'}
      >
        {prediction}
      </text>
    </svg>
  );
};

interface BracketProps {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly words: string;
}

const Bracket = ({ from, to, top, words }: BracketProps) => (
  <g>
    <path className={styles.bracket} d={`M${from},${top + 7}V${top}H${to}V${top + 7}`} />
    <text className={styles.part} x={(from + to) / 2} y={top - 9}>
      {words}
    </text>
  </g>
);
