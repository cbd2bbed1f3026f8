import type { Experiment } from '../../experiment/experiment.ts';
import { type Probe, probeKey } from '../views.ts';
import type { Run } from '../run.ts';

/** Something that takes longer than a frame: it is gone on with from frame to frame, and seen as far as it has come. */
export interface Study<Seen> {
  /**
   * Does a piece of a few milliseconds at most between two yields. It may leave other weights in the model, never other
   * slots or statistics: whoever works on it puts them back.
   */
  readonly work: Generator<void, void>;
  /** Before it goes on: the inference tape may have been used by others. */
  resume(): void;
  read(): Seen;
}

/** What a session needs for studies: the clock, and somewhere to put off what is left. */
interface Place {
  readonly now: () => number;
  readonly later: (task: () => void, delay: number) => void;
}

/** The studies that the page asks to see. */
export interface Studies {
  /** A frame is made with these probes: other studies are given up. */
  begin(asked: readonly Probe[]): void;
  /** What is there of one, after some work; `make` begins it where the page did not ask before, or the moment is another. */
  see<Seen>(run: Run, probe: Probe, make: () => Study<Seen> | null): Seen | null;
  /** Goes on between frames for as long as `rests` says that the run has nothing else to do. */
  goOn(rests: () => boolean): void;
}

/** A study, and the moment it is of. */
interface Held {
  readonly run: Run;
  readonly asked: string;
  readonly experiment: Experiment;
  readonly step: number;
  readonly weights: Float32Array | Float64Array;
  readonly study: Study<unknown> | null;
  done: boolean;
}

/** Milliseconds of a frame that all studies together take at most, and of one go between frames: beside a piece. */
const IN_FRAME = 6;
const BETWEEN = 8;

export const createStudies = ({ now, later }: Place): Studies => {
  const held = new Map<string, Held>();
  let end = 0;
  let waits = false;

  const weightsOf = ({ trainer }: Run): Float32Array | Float64Array => {
    const { arena, ranges } = trainer.settings.model;
    return arena.memory.subarray(ranges.weights, ranges.weights + ranges.count);
  };
  /** Is it of the moment that its run stands at? A weight set by hand makes another one of the same step. */
  const stands = ({ run, experiment, step, weights }: Held): boolean => {
    const present = weightsOf(run);
    if (experiment !== run.experiment || step !== run.trainer.counters.step) return false;
    for (let i = 0; i < weights.length; i++) if (!Object.is(weights[i], present[i])) return false;
    return true;
  };
  /** Works on a study until some time, by whole pieces and one at least, and leaves no trace in the run. */
  const work = (one: Held, until: number): void => {
    if (one.done || !one.study) return;
    one.study.resume();
    try {
      do one.done = one.study.work.next().done === true;
      while (!one.done && now() < until);
    } finally {
      weightsOf(one.run).set(one.weights);
    }
  };

  const goOn = (rests: () => boolean): void => {
    if (waits || [...held.values()].every(({ done }) => done)) return;
    waits = true;
    later(() => {
      waits = false;
      if (!rests()) return;
      const until = now() + BETWEEN;
      for (const one of held.values()) if (now() < until && stands(one)) work(one, until);
      goOn(rests);
    }, 0);
  };

  return {
    begin(asked) {
      const keys = new Set(asked.map(probeKey));
      for (const key of held.keys()) if (!keys.has(key)) held.delete(key);
      end = now() + IN_FRAME;
    },
    see<Seen>(run: Run, probe: Probe, make: () => Study<Seen> | null): Seen | null {
      const key = probeKey(probe);
      const asked = JSON.stringify(probe);
      let one = held.get(key);
      if (!one || one.run !== run || one.asked !== asked || !stands(one)) {
        const { experiment, trainer } = run;
        const study = make();
        const weights = weightsOf(run).slice();
        one = { run, asked, experiment, step: trainer.counters.step, weights, study, done: study === null };
        held.set(key, one);
      }
      work(one, end);
      // What is held under this key was made for it.
      return one.study ? (one.study as Study<Seen>).read() : null;
    },
    goOn,
  };
};

/** Does everything it is asked for at once, however long it takes: its clock stands still. */
export const atOnce = createStudies({ now: () => 0, later: () => {} });
