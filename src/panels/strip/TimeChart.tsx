import { useDesign } from '../../state/experiment.ts';
import { useGhost } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { LossChart } from '../../ui/charts/LossChart.tsx';
import type { Frame } from '../../worker/frame.ts';
import { epochsPassed } from './moment.ts';

interface TimeChartProps {
  readonly frame: Frame;
  readonly flag: string;
  readonly label: string;
}

/** The loss chart of a frame. Under the perceptron rule it counts wrong points instead. */
export const TimeChart = ({ frame, flag, label }: TimeChartProps) => {
  const { compile, fit } = useDesign();
  const ghost = useGhost();
  const language = useView((view) => view.language);
  const large = useView((view) => view.largeText);
  const { reading, position, newest } = frame;
  const counts = compile.loss === 'perceptron';
  return (
    <LossChart
      curve={frame.curve}
      quantity={counts ? 'wrong' : 'loss'}
      now={{
        epoch: epochsPassed(frame),
        step: position.step,
        value: counts ? reading.rows - reading.right : reading.loss,
      }}
      newest={newest}
      epochs={fit.epochs}
      run={frame.run}
      marks={frame.marks}
      settled={frame.settled}
      ghost={ghost}
      flag={flag}
      label={label}
      language={language}
      large={large}
    />
  );
};
