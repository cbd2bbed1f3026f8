import styles from './Figure.module.css';

interface FigureProps {
  readonly name: string;
  /** How its curve is drawn in the chart; null where it has none. */
  readonly stroke: 'solid' | 'dashed' | null;
  readonly value: string;
  /** How it was measured, or what goes with it. */
  readonly line?: string | undefined;
}

/** One large number with its name, and the stroke of its curve as a legend. */
export const Figure = ({ name, stroke, value, line }: FigureProps) => (
  <div className={styles.figure}>
    <p className={styles.name}>
      {stroke && (
        <svg className={styles.key} width={26} height={4} aria-hidden="true">
          <line x2={26} y1={2} y2={2} className={styles[stroke]} />
        </svg>
      )}
      {name}
    </p>
    <p className={styles.value}>{value}</p>
    <p className={styles.line}>{line}</p>
  </div>
);
