import type { Answer } from './probe.ts';

/** More moments than this are thinned: a small curve shows no more. */
const MOST = 256;

/** What one weight was at the moments that are kept, up to the present one. */
export const past: Answer<'past'> = (run, { layer, at }) => {
  const { layers, state, arena } = run.trainer.settings.model;
  const own = layers[layer];
  if (!own || at >= own.count) return {};
  const { counters } = run.trainer;
  const offset = own.at - state.at + at;
  const moments = run.history.keyframes.filter((each) => each.counters.step < counters.step);
  const every = Math.max(1, Math.ceil(moments.length / MOST));
  const kept = moments.filter((_moment, index) => index % every === 0);
  return {
    past: {
      layer,
      at,
      steps: Float64Array.from([...kept.map((each) => each.counters.step), counters.step]),
      values: Float32Array.from([...kept.map((each) => each.state[offset]!), arena.memory[own.at + at]!]),
    },
  };
};
