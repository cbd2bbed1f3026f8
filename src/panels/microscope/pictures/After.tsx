import { AfterPool } from './AfterPool.tsx';
import { OwnFigure } from './OwnMap.tsx';
import type { Standing } from './place.ts';
import { windowOfLayer } from './under.ts';
import type { LayerSeen } from './useLayer.ts';

interface AfterProps {
  readonly seen: LayerSeen;
  readonly standing: Standing;
}

/** The map that comes out round this place; where a pooling follows, with its windows and what it makes of them. */
export const After = ({ seen, standing }: AfterProps) => {
  const { layers, layer } = seen;
  const next = layers[layer + 1];
  const pools = next?.spec.type === 'MaxPooling2D' || next?.spec.type === 'AveragePooling2D';
  const window = pools && next ? windowOfLayer(next) : null;
  if (window && next) return <AfterPool seen={seen} standing={standing} next={next} window={window} />;
  return <OwnFigure seen={seen} standing={standing} />;
};
