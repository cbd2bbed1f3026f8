import { targetOf } from '../../data/data.ts';
import { useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useGhosts } from './ghosts.ts';
import { callbacksOf } from '../../experiment/callbackList.ts';
import { useBeginning } from '../../state/origin.ts';
import { pause, seek, stepBy } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { say } from '../../text.ts';
import { LossChart } from '../../ui/charts/LossChart.tsx';
import type { Frame, SavedFile } from '../../worker/frame.ts';
import { batchesOf, epochsPassed } from './moment.ts';
import { bestMark, checkpointsOf, LEGEND, patienceBar, SAVED } from './watch.ts';

interface TimeChartProps {
  readonly frame: Frame;
  readonly flag: string;
  readonly label: string;
}

/** The loss chart of a frame. Under the perceptron rule it counts wrong points instead. */
export const TimeChart = ({ frame, flag, label }: TimeChartProps) => {
  const design = useDesign();
  const revealing = useView((view) => view.revealing);
  const { compile, fit } = design;
  const target = targetOf(design.data);
  const ghosts = useGhosts();
  const language = useView((view) => view.language);
  const large = useView((view) => view.largeText);
  const theme = useView((view) => view.theme);
  const oldest = useBeginning();
  const { reading, position, newest, callbacks, marks } = frame;
  const hidden = useView((view) => view.predictionsHidden);
  // While predictions are hidden the curve does not tell how many are wrong, and no mark that all are right.
  const counts = compile.loss === 'perceptron' && !hidden;
  const byBatches = callbacksOf(design).some(
    (spec) => spec.type === 'ModelCheckpoint' && spec.save_freq !== undefined,
  );
  // Of very many rows the reading may have counted some only.
  const rows = useTrainingRows();
  const batches = batchesOf(rows, fit.batch_size);
  // What was saved inside an epoch stands inside it.
  const epochOf = ({ epoch, step }: SavedFile): number =>
    byBatches ? Math.min(epoch, Math.max(epoch - 1, step / batches)) : epoch;
  const checkpoints = checkpointsOf(callbacks.files, epochOf, language);
  const best = bestMark(callbacks);
  const told = best ? [...marks, best] : marks;
  // Rewound, what lies ahead is drawn already, and the bar would say what did not come.
  const bar =
    callbacks.patience && position.step === newest.step
      ? patienceBar(callbacks.patience, position.epoch, language)
      : null;
  return (
    <LossChart
      curve={frame.curve}
      quantity={counts ? 'wrong' : 'loss'}
      now={{
        epoch: epochsPassed(position, rows),
        step: position.step,
        value: counts ? reading.rows - reading.right : reading.loss,
      }}
      newest={newest}
      oldest={oldest}
      seeking={frame.seeking}
      updates={batches}
      epochs={fit.epochs}
      run={frame.run}
      marks={hidden ? told.filter(({ kind }) => kind !== 'solved') : told}
      settled={frame.settled}
      ghosts={ghosts}
      flag={flag}
      label={label}
      language={language}
      large={large}
      theme={theme}
      known={target.kind === 'classes' ? Math.log(target.count) : 0}
      patience={bar}
      onHold={() => (frame.playing || revealing) && pause()}
      onSeek={seek}
      onStep={stepBy}
      saved={{ checkpoints, label: say(SAVED, language), legend: say(LEGEND, language), onChoose: seek }}
    />
  );
};
