import { classCount } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import type { NumberField } from '../../engine/fields.ts';
import { useDataSet } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { classes as classNames } from '../../ui/controls/classes.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { words } from './words.ts';
import styles from './DesignPanel.module.css';

/** What a new point may be given as its number. */
const answerField = (min: number, max: number): NumberField => ({
  kind: 'number',
  name: 'y',
  words: { en: 'y', ko: 'y' },
  effect: 'keep',
  initial: min,
  min,
  max,
  step: (max - min) / 20,
});

const TOOLS = ['move', 'add', 'remove'] as const;

const Mark = ({ answer }: { readonly answer: number }) => (
  <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
    <path d={classPath(answer, 4)} fill={classLook(answer).fill} />
  </svg>
);

/** What a click on the plane does to the points; points changed by hand keep the weights. */
export const PointTools = () => {
  const say = useSay();
  const { target, rows } = useDataSet();
  const classes = classCount(target);
  const { data } = useDesign();
  const tool = useView((view) => view.tool);
  const toolClass = useView((view) => view.toolClass);
  const toolAnswer = useView((view) => view.toolAnswer);
  return (
    <div className={classNames(styles.settings, styles.points)}>
      <Field label={say(words.onThePlane)} effect="keep" stacked>
        <div className={styles.tools}>
          <Segmented
            label={say(words.onThePlane)}
            options={TOOLS.map((value) => ({ value, words: say(words[value]) }))}
            value={tool}
            onChange={(value) => look({ tool: value })}
          />
          {say(words.aPoint)}
        </div>
      </Field>
      {tool === 'add' && target.kind === 'number' && sets[data.set].width === 2 && (
        <Field label={say(words.toolAnswer)}>
          <NumberInput
            field={answerField(target.low, target.high)}
            label={say(words.toolAnswer)}
            width={72}
            value={Math.min(target.high, Math.max(target.low, toolAnswer))}
            onChange={(value) => look({ toolAnswer: value })}
          />
        </Field>
      )}
      {tool === 'add' && target.kind === 'classes' && (
        <Field label={say(words.toolClass)}>
          <Segmented
            label={say(words.toolClass)}
            options={Array.from({ length: classes }, (_, value) => ({
              value,
              words: target.names?.[value] ? say(target.names[value]) : String(value),
              mark: <Mark answer={value} />,
            }))}
            value={Math.min(toolClass, classes - 1)}
            onChange={(value) => look({ toolClass: value })}
          />
        </Field>
      )}
      {rows === 1 && <p className={styles.note}>{say(words.lastStays)}</p>}
      {data.changes.length > 0 && (
        <Button kind="quiet" onClick={() => edit({ data: { changes: [] } }, { deed: { kind: 'data' } })}>
          {say(words.putBack)}
        </Button>
      )}
    </div>
  );
};
