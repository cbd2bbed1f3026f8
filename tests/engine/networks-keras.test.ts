// Expected shapes, parameters and refusals: Keras 3.15.1 (tests/golden/networks.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { build, INFERENCE_ROWS, type Model } from '../../src/engine/model.ts';
import type { LayerSpec, LayerType } from '../../src/engine/layers/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { specOf } from './layers-golden.ts';

interface Chain {
  /** Rows, columns and channels of the picture. */
  readonly input: readonly number[];
  readonly layers: readonly (readonly [type: LayerType, config: Readonly<Record<string, unknown>>])[];
  /** Of each layer, the batch left out; where Keras refuses one, of those before it. */
  readonly outputs: readonly (readonly number[])[];
  readonly parameters: readonly number[];
  readonly refused?: string;
}

const { entries }: { readonly entries: readonly Chain[] } = JSON.parse(
  readFileSync(new URL('../golden/networks.json', import.meta.url), 'utf8'),
);

const specsOf = ({ layers }: Chain): readonly LayerSpec[] =>
  layers.map(([type, config], index) => specOf(type, config, index + 1));

/** The network as the page builds it, for one row at a time. */
const answerTo = (chain: Chain, specs: readonly LayerSpec[]): ReturnType<typeof build> =>
  build({
    inputs: chain.input,
    layers: specs,
    loss: 'mean_squared_error',
    optimizer: 'SGD',
    batchSize: 1,
    seed: 1,
  });

const built = (answer: ReturnType<typeof build>): Model => {
  if ('refused' in answer) throw new Error(answer.refused.en);
  return answer;
};

/** What a network has set aside for each layer: the shape of a row that goes out, and the numbers of its weights. */
const foundIn = ({ layers, inference }: Model) => ({
  outputs: layers.map(({ outputShape }) => outputShape),
  recorded: inference.recorded.map(({ output }) => output.shape),
  parameters: layers.map(({ weights }) => weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0)),
});

const taken = entries.filter(({ refused }) => refused === undefined);
const refused = entries.filter((chain) => chain.refused !== undefined);

test('Keras was asked about more than 500 networks on pictures, and refused some of every kind', () => {
  expect(taken.length).toBeGreaterThanOrEqual(500);
  const kinds = new Set(refused.map((chain) => `${chain.layers[chain.outputs.length]![0]} ${kindOf(chain)}`));
  expect([...kinds].toSorted()).toEqual(
    [
      'AveragePooling2D size',
      'AveragePooling2D rank',
      'Conv2D size',
      'Conv2D rank',
      'Conv2D strides with dilation_rate',
      'GlobalAveragePooling2D rank',
      'MaxPooling2D size',
      'MaxPooling2D rank',
    ].toSorted(),
  );
});

/** Why Keras refuses: nothing would be left, the axes are not those of pictures, or two settings do not go together. */
const kindOf = ({ refused: message = '' }: Chain): string => {
  if (message.startsWith('Computed output size would be zero or negative')) return 'size';
  if (message.startsWith('`strides > 1` not supported')) return 'strides with dilation_rate';
  return message.includes('expected') && message.includes('ndim') ? 'rank' : message;
};

describe('a network on pictures', () => {
  test.each(taken.map((chain, index) => ({ chain, index, title: titleOf(chain) })))(
    '$index: $title has the shapes and parameters of Keras',
    ({ chain }) => {
      const found = foundIn(built(answerTo(chain, specsOf(chain))));
      expect(found.outputs).toEqual(chain.outputs);
      expect(found.recorded).toEqual(chain.outputs.map((shape) => [INFERENCE_ROWS, ...shape]));
      expect(found.parameters).toEqual(chain.parameters);
    },
  );

  test.each(refused.map((chain, index) => ({ chain, index, title: titleOf(chain) })))(
    '$index: $title is refused at the layer and in the words of Keras',
    ({ chain }) => {
      const { input, layers, outputs, refused: message } = chain;
      const answer = answerTo(chain, specsOf(chain));
      expect(answer).toMatchObject({ layer: outputs.length + 1, keras: message });
      // What comes before it is as Keras has it too.
      const before = {
        input,
        layers: layers.slice(0, outputs.length),
        outputs,
        parameters: chain.parameters,
      };
      const flat = [...specsOf(before), { type: 'Flatten', id: layers.length + 1 } as const];
      const found = foundIn(built(answerTo(before, flat)));
      expect(found.outputs.slice(0, -1)).toEqual(outputs);
      expect(found.parameters.slice(0, -1)).toEqual(chain.parameters);
    },
  );
});

function titleOf({ input, layers }: Chain): string {
  return `${input.join(' × ')}: ${layers.map(([type]) => type).join(' – ')}`;
}
