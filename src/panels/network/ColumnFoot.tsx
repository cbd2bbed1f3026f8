import { memo } from 'react';
import type { LayerSpec } from '../../engine/layers/index.ts';
import { kerasShape, type Shape } from '../../engine/shape.ts';
import { removeLayer } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { count } from '../../ui/format.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import styles from './ColumnFoot.module.css';
import { LayerChip } from './LayerChip.tsx';
import { layerName } from './names.ts';

interface ColumnFootProps {
  /** Counted from 0; −1 is the input, which has no spec. */
  readonly layer: number;
  readonly spec: LayerSpec | null;
  /** Of one row of what comes out. */
  readonly shape: Shape;
  readonly parameters: number;
  readonly narrow: boolean;
  readonly tight: boolean;
  /** The head of the column says what type the layer is. */
  readonly headed?: boolean;
  /** Width in px that its shape and its count of parameters have: they go on below. */
  readonly room?: number;
  /** In px, at least, of these words. */
  readonly height?: number;
}

const REMOVE = { en: 'Remove layer {where}: starts over', ko: '{where} 삭제: 처음부터 학습' };
const REMOVE_OTHER = { en: 'Remove {where}: starts over', ko: '{where} 삭제: 처음부터 학습' };
const PARAMS = { en: '{count} params', ko: '파라미터 {count}개' };
const FROZEN = { en: '{count} frozen', ko: '{count}개 고정' };
const AS_GIVEN = { en: 'inputs as given', ko: '입력 그대로' };
const STANDARDISED = { en: 'standardised', ko: '표준화한 입력' };

/** Below a column: type and activation, and what Keras's model.summary() says of it. */
export const ColumnFoot = memo(
  ({ layer, spec, shape, parameters, narrow, tight, headed = false, room, height }: ColumnFootProps) => {
    const say = useSay();
    const design = useDesign();
    const { layers } = design.model;
    const neurons = spec?.type === 'Dense';
    const where = say(layerName(layer, layers.length, neurons));
    const frozen = spec?.trainable === false && parameters > 0;
    const given = design.data.standardize ? STANDARDISED : AS_GIVEN;
    return (
      <div
        className={classes(
          styles.foot,
          (narrow || headed) && styles.narrow,
          tight && styles.tight,
          headed && styles.headed,
        )}
      >
        {spec ? (
          <span className={classes(styles.chip, layer < layers.length - 1 && styles.removable)}>
            <LayerChip layer={layer} spec={spec} short={narrow || headed} tight={tight} />
            {layer < layers.length - 1 && (
              <IconButton
                className={styles.remove}
                label={say(neurons ? REMOVE : REMOVE_OTHER, { where })}
                onClick={() => edit((now) => removeLayer(now, spec.id), { deed: { kind: 'layer' } })}
              >
                <svg width="9" height="9" viewBox="0 0 9 9">
                  <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.5" />
                </svg>
              </IconButton>
            )}
          </span>
        ) : (
          <span className={styles.given}>{tight || headed ? '' : say(given)}</span>
        )}
        <span className={styles.summary} style={{ minHeight: height }}>
          <span className={styles.shape} style={{ maxWidth: room }}>
            {kerasShape(shape)}
          </span>
          {spec && (
            <span className={styles.parameters} style={{ maxWidth: parameters > 0 ? room : undefined }}>
              {say(frozen ? FROZEN : PARAMS, { count: count(parameters) })}
            </span>
          )}
        </span>
      </div>
    );
  },
);
ColumnFoot.displayName = 'ColumnFoot';
