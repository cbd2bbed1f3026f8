import { useEffect } from 'react';
import { useDesign } from '../../../state/experiment.ts';
import { refresh } from '../../../state/frames.ts';
import { bringBackImports, shortName, useImports } from '../../../state/imported.ts';
import { useFrame, useShows, useViews } from '../../../state/run.ts';
import { useSay } from '../../../state/words.ts';
import { count, fixed, percent } from '../../../ui/format.ts';
import { words as shared } from '../words.ts';
import { SetBar } from '../SetBar.tsx';
import { words } from './words.ts';
import styles from '../EvaluatePanel.module.css';

/** Accuracy on digits from files, none of which was learned from; without any, how they come here. */
export const ImportedBar = () => {
  const say = useSay();
  const frame = useFrame();
  const { asset } = useDesign().data;
  const { imported } = useImports();
  const judged = useViews().imported;
  useEffect(() => void bringBackImports(), []);
  const asked = imported !== null && asset !== imported.hash;
  useShows(asked ? { kind: 'imported', hash: imported.hash } : null);
  const open = asked && judged !== undefined && judged.rows < judged.of;
  useEffect(() => {
    // Each frame at rest has judged more of them.
    if (open && frame) refresh();
  }, [open, frame]);
  if (!imported) return <p className={styles.hint}>{say(words.dropFiles)}</p>;
  if (!asked || judged?.hash !== imported.hash || judged.rows === 0) return null;
  const name = say(shortName(imported));
  const share = judged.right / judged.rows;
  const now = frame?.position.epoch ?? 0;
  return (
    <>
      <SetBar
        label={say(shared.accuracyOf, { set: name })}
        name={name}
        rows={judged.rows}
        value={share}
        most={1}
        reading={percent(share)}
      />
      <p className={styles.hint}>
        {open ? say(words.counting, { n: count(judged.of) }) : say(words.unseen)}{' '}
        {Math.floor(judged.epoch) !== now && say(words.atEpoch, { e: fixed(judged.epoch, 0) })}
      </p>
    </>
  );
};
