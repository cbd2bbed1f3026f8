import { memo, useMemo } from 'react';
import type { Curve } from '../../worker/frame.ts';
import { curvePath, nearestPoint } from './curvePath.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

interface GhostCurveProps {
  readonly curve: Curve;
  readonly counts: boolean;
  readonly name: string;
  readonly geometry: LossGeometry;
  readonly clip: string;
}

/** The curve of the run before, in grey, named near its end by what was there. */
export const GhostCurve = memo(({ curve, counts, name, geometry, clip }: GhostCurveProps) => {
  const values = counts ? curve.wrong : curve.loss;
  const { x, y, right, top, left, label, epochAt } = geometry;
  const path = useMemo(() => curvePath(curve.epoch, values, [0, values.length], x, y), [curve, values, x, y]);
  const last = nearestPoint(curve.epoch, epochAt(right));
  const end = Math.min(right, x(curve.epoch[last] ?? 0));
  const height = y(values[last] ?? 0);
  if (last < 0) return null;
  return (
    <>
      <path d={path} className={styles.ghost} clipPath={clip} />
      <text
        x={Math.max(left + textWidth(name, label) + 4, end)}
        y={Math.max(top + label, height - 8)}
        textAnchor="end"
        className={styles.ghostName}
      >
        {name}
      </text>
    </>
  );
});
