import type { ShapedLayer } from '../../experiment/widths.ts';
import { useModel, usePictures } from '../../state/data.ts';
import { useDeed } from '../../state/deed.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { look, measure } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { count } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { later } from '../../ui/later.tsx';
import { weightName } from './names.ts';
import styles from './NetworkPanel.module.css';
import { Perceptron } from './Perceptron.tsx';

const NETWORK = { en: 'Network', ko: '신경망' };
const DESCENT = { en: 'Gradient descent view', ko: '경사하강법 보기' };
const PARAMETERS = { en: '{count} parameters', ko: '파라미터 {count}개' };
const FROZEN = { en: '{count} parameters, {frozen} frozen', ko: '파라미터 {count}개, {frozen}개 고정' };
const GRADIENTS = { en: 'Gradients', ko: '기울기' };
const NAMED = { en: '{count} parameters: {names}', ko: '파라미터 {count}개: {names}' };
const BY_HAND = { en: '{count} parameters, set by hand', ko: '파라미터 {count}개, 직접 정함' };

const MapNetwork = later(async () => (await import('./pictures/MapNetwork.tsx')).MapNetwork, 'pictures');
const Network = later(async () => (await import('./Network.tsx')).Network);

/** The network: one neuron drawn whole, from two on as columns of tiles. */
export const NetworkPanel = () => {
  const say = useSay();
  const model = useModel();
  const builtByHand = useBuiltByHand();
  const parameters = sumOf(model);
  const frozen = sumOf(model.filter(({ spec }) => spec.trainable === false));
  const pictures = usePictures() !== null;
  const single = !pictures && model.length === 1 && model[0]?.units === 1;
  const words = builtByHand ? BY_HAND : single ? NAMED : frozen > 0 ? FROZEN : PARAMETERS;
  const names = single ? namesOf(model[0]?.inputs ?? 0, parameters) : '';
  return (
    <section className={styles.panel} aria-labelledby="network-heading">
      <header className={styles.header}>
        <h2 id="network-heading">{say(NETWORK)}</h2>
        <p className={styles.count}>
          {say(words, { count: count(parameters), frozen: count(frozen), names })}
        </p>
        {model.length > 1 && (
          <Button
            kind="quiet"
            className={classes(styles.door, styles.gradients)}
            onClick={() => measure({ kind: 'gradients' })}
          >
            {say(GRADIENTS)}
          </Button>
        )}
        <Button kind="quiet" className={styles.door} onClick={() => look({ descent: true })}>
          {say(DESCENT)}
        </Button>
      </header>
      {pictures ? <MapNetwork /> : single ? <Perceptron /> : <Network />}
    </section>
  );
};

const sumOf = (layers: readonly ShapedLayer[]): number =>
  layers.reduce((sum, { parameters }) => sum + parameters, 0);

/** The names of one neuron's parameters: w₁, w₂, b. Many weights are named by the first and the last. */
const namesOf = (inputs: number, parameters: number): string => {
  const weights = Array.from({ length: inputs }, (_, input) => weightName(input, inputs));
  const some = inputs > 3 ? [`${weights[0]} … ${weights.at(-1)}`] : weights;
  return [...some, ...(parameters > inputs ? ['b'] : [])].join(', ');
};

/** True while every weight is one that a hand-built network began with: nothing has been trained since. */
const useBuiltByHand = (): boolean => {
  const { model } = useDesign();
  const deed = useDeed();
  const untrained = useFrame()?.position.step === 0;
  const begun = model.layers.length > 1 && model.layers.every((layer) => 'start' in layer && layer.start);
  return deed.kind === 'built' || (begun && untrained);
};
