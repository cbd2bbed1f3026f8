import { scheduleNames, scheduleOf, type ScheduleName } from '../../engine/schedules/index.ts';
import { chooseSchedule, setSchedule } from '../../experiment/optimizer.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { fixed } from '../../ui/format.ts';
import { Pieces } from './Pieces.tsx';
import { ScheduleCurve } from './ScheduleCurve.tsx';
import { Settings } from './Settings.tsx';
import { words } from './words.ts';
import styles from './CompilePanel.module.css';

const CONSTANT = 'constant';

/** How the learning rate changes: the schedule, its curve with the present on it, and its settings. */
export const SchedulePart = () => {
  const say = useSay();
  const design = useDesign();
  const now = useFrame()?.optimizer ?? null;
  const { schedule, learning_rate } = design.compile.optimizer;
  const options = [
    { value: CONSTANT, words: say(words.constant) },
    ...scheduleNames.map((value) => ({ value, words: value })),
  ];
  const choose = (value: ScheduleName | typeof CONSTANT) =>
    edit(chooseSchedule(design, value === CONSTANT ? null : value), { deed: { kind: 'other' } });
  return (
    <div className={styles.part}>
      <Field label={say(words.schedule)} stacked>
        <Select<ScheduleName | typeof CONSTANT>
          mono
          label={say(words.schedule)}
          options={options as readonly { value: ScheduleName | typeof CONSTANT; words: string }[]}
          value={schedule?.type ?? CONSTANT}
          onChange={choose}
        />
      </Field>
      {schedule && (
        <>
          <p className={styles.line}>{say(scheduleOf(schedule).line)}</p>
          <ScheduleCurve schedule={schedule} initial={learning_rate} at={now?.iterations ?? 0} />
          <p className={styles.row}>
            <span>{say(words.rateNow, { n: now?.iterations ?? 0 })}</span>
            <output className={styles.rate}>{fixed(now?.learning_rate ?? learning_rate, 5)}</output>
          </p>
          {schedule.type === 'PiecewiseConstantDecay' ? (
            <Pieces schedule={schedule} />
          ) : (
            <Settings
              of={schedule.type}
              fields={scheduleOf(schedule).fields}
              spec={schedule}
              onChange={(field, value, gesture) =>
                edit(setSchedule(design, field, value), {
                  deed: { kind: 'other' },
                  ...(gesture !== undefined && { gesture }),
                })
              }
            />
          )}
        </>
      )}
    </div>
  );
};
