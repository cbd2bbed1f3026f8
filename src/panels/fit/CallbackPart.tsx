import { useId } from 'react';
import {
  type CallbackName,
  callbackOf,
  callbacks,
  type CallbackSpec,
  type Setting as Definition,
} from '../../engine/callbacks/index.ts';
import { scheduleFields } from '../../engine/callbacks/learning_rate_scheduler.ts';
import { callbacksOf } from '../../experiment/callbackList.ts';
import { loggedNames, setCallback, setEpochSchedule, toggleCallback } from '../../experiment/callbacks.ts';
import type { Patch } from '../../experiment/experiment.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Switch } from '../../ui/controls/Switch.tsx';
import { Settings } from '../compile/Settings.tsx';
import { PatienceLeft } from './PatienceLeft.tsx';
import styles from './Callbacks.module.css';

const change = (patch: Patch, gesture?: string) =>
  edit(patch, { deed: { kind: 'other' }, ...(gesture !== undefined && { gesture }) });

/** What the line above the settings says already: the value that is watched, and for how long. */
const SAID = new Set(['monitor', 'patience']);

/** Switches and numbers stand beside their names; a line of letters takes a row of its own below them. */
const inRows = (fields: readonly Definition[]): readonly Definition[] => {
  const shown = fields.map((field) => {
    const { hint: _said, ...plain } = field;
    return SAID.has(field.name) ? plain : field;
  });
  return [...shown.filter(({ kind }) => kind !== 'text'), ...shown.filter(({ kind }) => kind === 'text')];
};

const Parts = ({ spec }: { readonly spec: CallbackSpec }) => {
  const say = useSay();
  const design = useDesign();
  return (
    <>
      <p className={styles.line}>{say(callbackOf(spec).line)}</p>
      {spec.type === 'LearningRateScheduler' && (
        <Settings
          of="schedule"
          fields={scheduleFields}
          spec={spec.schedule}
          onChange={(field, value, gesture) => {
            if (typeof value === 'number') change(setEpochSchedule(design, field, value), gesture);
          }}
        />
      )}
      <Settings
        of={spec.type}
        fields={inRows(callbackOf(spec).fields)}
        spec={spec}
        logged={loggedNames(design)}
        onChange={(field, value, gesture) => change(setCallback(design, spec.type, field, value), gesture)}
      >
        {spec.type === 'EarlyStopping' && <PatienceLeft />}
      </Settings>
    </>
  );
};

/** One callback: its name with a switch, and while it is on what it does and its settings under Keras's names. */
export const CallbackPart = ({ type }: { readonly type: CallbackName }) => {
  const id = useId();
  const say = useSay();
  const design = useDesign();
  const spec = callbacksOf(design).find((one) => one.type === type);
  const { words, line } = callbacks[type];
  return (
    <section className={styles.callback} aria-labelledby={id}>
      <div className={styles.head} title={say(line)}>
        <h3 id={id}>{say(words)}</h3>
        <Switch
          label={type}
          checked={spec !== undefined}
          onChange={() => change(toggleCallback(design, type))}
        />
      </div>
      {spec && <Parts spec={spec} />}
    </section>
  );
};
