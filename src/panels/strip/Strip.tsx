import { useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useTold } from '../../state/told.ts';
import { useWork } from '../../state/store.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import { batchesOf, momentWords } from './moment.ts';
import { Readout } from './Readout.tsx';
import { lossWords } from './readings.ts';
import styles from './Strip.module.css';
import { TimeChart } from './TimeChart.tsx';
import { Transport } from './Transport.tsx';
import { useTransport } from './useTransport.ts';

const Branches = later(async () => (await import('./Branches.tsx')).Branches);

const WORDS = {
  strip: { en: 'Training over time', ko: '시간에 따른 학습' },
  loss: { en: '{moment}, training loss {loss}', ko: '{moment}, 훈련 손실 {loss}' },
  wrong: { en: '{moment}, wrong points: {n}', ko: '{moment}, 틀린 점 {n}개' },
} satisfies Record<string, Text>;

/** The strip of time: transport, the curve of the run with the playhead, the numbers of the moment. */
export const Strip = () => {
  const say = useSay();
  const frame = useFrame();
  const told = useTold();
  const branched = useWork((now) => now.branches.length > 0);
  const { compile, fit } = useDesign();
  const size = useView((view) => view.stepSize);
  const hidden = useView((view) => view.predictionsHidden);
  const rule = compile.loss === 'perceptron';

  const transport = useTransport();
  const batches = batchesOf(useTrainingRows(), fit.batch_size);
  const flag = frame ? say(momentWords(frame, { size, batches, rule })) : '';
  const label = frame
    ? say(rule ? WORDS.wrong : WORDS.loss, {
        moment: flag,
        loss: lossWords(frame.reading.loss),
        n: hidden ? '?' : count(frame.reading.rows - frame.reading.right),
      })
    : '';

  return (
    <section className={styles.strip} aria-label={say(WORDS.strip)}>
      <Transport {...transport} />
      <div className={styles.chart}>
        {frame && <TimeChart frame={frame} flag={flag} label={label} />}
        {branched && <Branches />}
      </div>
      {told && <Readout frame={told} />}
      <p role="status" className="visually-hidden">
        {frame?.playing || frame?.seeking ? '' : label}
      </p>
    </section>
  );
};
