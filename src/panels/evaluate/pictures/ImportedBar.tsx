import { useEffect } from 'react';
import { useDesign } from '../../../state/experiment.ts';
import { refresh } from '../../../state/frames.ts';
import { bringBackImports, judgedOf, provide, shortName, useImports } from '../../../state/imported.ts';
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
  const imported = useImports(({ kept }) => judgedOf(kept, asset));
  const hash = imported?.hash ?? null;
  const { imported: judged } = useViews();
  useEffect(() => void bringBackImports(), []);
  useEffect(() => {
    if (hash) void provide(hash).then(refresh);
  }, [hash]);
  useShows(hash === null ? null : { kind: 'imported', hash });
  const open = judged !== undefined && judged.rows < judged.of;
  useEffect(() => {
    // Each frame at rest has judged more of them.
    if (open && frame) refresh();
  }, [open, frame]);
  if (imported === null) return <p className={styles.hint}>{say(words.dropFiles)}</p>;
  if (judged?.hash !== imported.hash || judged.rows === 0) return null;
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
