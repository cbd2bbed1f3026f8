import { type ReactNode, use } from 'react';
import { useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { OrderContext } from './order.ts';
import styles from './Order.module.css';
import { useHold } from './useHold.ts';

const NAME = {
  en: 'Move {type}, layer {n} of {count}: starts over',
  ko: '{type} 옮기기, 층 {count}개 중 {n}번째: 처음부터 학습',
};
const HOW = {
  en: 'Drag {type} to another place, or press Alt + ← or Alt + →',
  ko: '{type:을/를} 다른 자리로 끌거나 Alt + ←, Alt + →를 누르세요',
};

interface GripProps {
  /** The layer's place, counted from 0. */
  readonly layer: number;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The name of a column, by which its layer is taken and put elsewhere; the output layer stays where it is. */
export const Grip = ({ layer, className, children }: GripProps) => {
  const say = useSay();
  const { layers } = useDesign().model;
  const order = use(OrderContext);
  const spec = layers[layer];
  const handlers = useHold(order, spec?.id ?? 0, layer, layers.length - 2);
  if (!order || !spec || layer === layers.length - 1) return <span className={className}>{children}</span>;
  const held = order.held?.id === spec.id;
  return (
    <button
      type="button"
      className={classes(styles.grip, held && styles.held, className)}
      data-grip={spec.id}
      aria-label={say(NAME, { type: spec.type, n: layer + 1, count: layers.length })}
      aria-pressed={held}
      title={say(HOW, { type: spec.type })}
      {...handlers}
    >
      {children}
    </button>
  );
};
