import { Fragment, type ReactNode } from 'react';
import type { Effect } from '../../engine/fields.ts';
import { say, type Text } from '../../text.ts';
import { usePageLanguage } from '../language.ts';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** What a change of a setting does to the run, said beside the control before it is used. */
export const effectWords: Readonly<Record<Effect, Text>> = {
  keep: { en: 'keeps the weights', ko: '가중치 유지' },
  restart: { en: 'starts over', ko: '처음부터 학습' },
};

interface FieldProps {
  readonly label: string;
  /** Keras names are set in mono. */
  readonly mono?: boolean;
  readonly effect?: Effect | undefined;
  readonly hint?: string | undefined;
  /** The number a slider stands at, at the right of the label. */
  readonly reading?: string;
  /** The control below its label instead of beside it. */
  readonly stacked?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A name of Keras, which goes on below after an underscore where it is longer than its room. */
const Name = ({ of }: { readonly of: string }) =>
  of.split('_').map((part, index) => (
    <Fragment key={part}>
      {index > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));

/** A control with its words. The control carries the label as its own name, so here it is only for the eye. */
export const Field = (props: FieldProps) => {
  const language = usePageLanguage();
  return (
    <div className={classes(styles.field, props.stacked && styles.stacked, props.className)}>
      <div className={styles.words}>
        <span className={classes(styles.label, props.mono && styles.mono)}>
          {props.mono ? <Name of={props.label} /> : props.label}
        </span>
        {props.effect && <span className={styles.effect}>{say(effectWords[props.effect], language)}</span>}
        {props.reading !== undefined && <span className={styles.reading}>{props.reading}</span>}
      </div>
      {props.children}
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
    </div>
  );
};
