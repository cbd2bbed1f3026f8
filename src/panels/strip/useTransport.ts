import { useMemo } from 'react';
import { useBeginning } from '../../state/origin.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { goesOn } from '../../worker/frame.ts';
import { phasesDone } from './moment.ts';

/** What the transport shows of the run: whether it plays, can go back, and where in a batch it stands. */
export const useTransport = () => {
  const frame = useFrame();
  const beginning = useBeginning();
  const size = useView((view) => view.stepSize);
  const byPhases = size === 'phase' || size === 'neuron' || Boolean(frame?.phase);
  const layers = frame?.weights.length ?? 0;
  const done = frame ? phasesDone(frame) : 0;
  return {
    playing: frame !== null && goesOn(frame),
    atStart: !frame || (frame.position.step <= beginning && frame.position.phase === 0),
    ready: frame !== null,
    rail: useMemo(() => (byPhases && layers > 0 ? { layers, done } : null), [byPhases, layers, done]),
  };
};
