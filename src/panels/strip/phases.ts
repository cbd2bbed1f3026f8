import { fill, type Text } from '../../text.ts';
import type { Phase } from '../../worker/frame.ts';

/** More segments than this are grouped into the four kinds. */
const MOST_SEGMENTS = 10;

const WORDS: Record<Phase['kind'], Text> = {
  forward: { en: 'Forward, layer {l}', ko: '순전파, {l}층' },
  loss: { en: 'Loss', ko: '손실' },
  backward: { en: 'Backward, layer {l}', ko: '역전파, {l}층' },
  update: { en: 'Update', ko: '갱신' },
};
const KINDS: Record<Phase['kind'], Text> = {
  ...WORDS,
  forward: { en: 'Forward', ko: '순전파' },
  backward: { en: 'Backward', ko: '역전파' },
};

/** What a phase is called: "Forward, layer 1". Layers count from 1 for people. */
export const phaseWords = ({ kind, layer }: Phase): Text => fill(WORDS[kind], { l: (layer ?? 0) + 1 });

/** The 2L + 2 phases of a batch in a network of L layers: forward, the loss, backward, the update. */
export const phasesOf = (layers: number): Phase[] => {
  const order = Array.from({ length: layers }, (_, layer) => layer);
  return [
    ...order.map((layer): Phase => ({ kind: 'forward', layer })),
    { kind: 'loss', layer: null },
    ...order.toReversed().map((layer): Phase => ({ kind: 'backward', layer })),
    { kind: 'update', layer: null },
  ];
};

export interface Segment {
  readonly words: Text;
  readonly state: 'past' | 'now' | 'future';
  /** So many phases of the batch are done when this is what is shown. */
  readonly phases: number;
}

/**
 * The segments of the phase rail. `done`: phases of this batch already done, the last of them being what is shown
 * now; 0 before the first. With more than 10 phases there is one segment a kind, the current one named in full.
 */
export const railOf = (layers: number, done: number): Segment[] => {
  const phases = phasesOf(layers);
  const now = phases[done - 1];
  if (phases.length <= MOST_SEGMENTS) {
    return phases.map((phase, index) => ({
      words: phaseWords(phase),
      state: stateOf(index, done - 1),
      phases: index + 1,
    }));
  }
  const kinds = ['forward', 'loss', 'backward', 'update'] as const;
  const current = now ? kinds.indexOf(now.kind) : -1;
  return kinds.map((kind, index) => ({
    words: now && index === current ? phaseWords(now) : KINDS[kind],
    state: stateOf(index, current),
    phases: phases.findLastIndex((phase) => phase.kind === kind) + 1,
  }));
};

const stateOf = (index: number, current: number): Segment['state'] =>
  index === current ? 'now' : index < current ? 'past' : 'future';
