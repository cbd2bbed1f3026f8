import { demos } from '../experiment/demos.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { MOST_STEPS_AHEAD } from '../experiment/limits.ts';
import { fromLink, isLink } from '../experiment/link.ts';
import { fill, type Text } from '../text.ts';

/** What the end of an address asks for. */
export interface Asked {
  readonly experiment: Experiment;
  /** The name of the demo that it is; null: it came as a link. */
  readonly demo: string | null;
  /** The step it is trained to before it is looked at; 0: its start. */
  readonly step: number;
  /** Where it could not be opened at the step it leads to: why. */
  readonly far: Text | null;
}

/** What cannot be opened: why, and what was read of it, if that can be downloaded. */
export interface NotOpened {
  readonly text: Text;
  readonly broken: (() => string) | null;
}

const DEMO = '#demo=';

/** Reads what follows # in an address; null: that is nothing of ours. */
export const askedBy = (hash: string): Asked | NotOpened | null => {
  if (hash.startsWith(DEMO)) {
    const name = hash.slice(DEMO.length);
    const experiment = Object.entries<Experiment>(demos).find(([known]) => known === name)?.[1];
    if (experiment) return { experiment, demo: name, step: 0, far: null };
    const values = { name: name.slice(0, 40), known: Object.keys(demos).join(', ') };
    return { text: fill(NO_DEMO, values), broken: null };
  }
  if (!isLink(hash)) return null;
  const read = fromLink(hash);
  if (!read.ok) return { text: read.text, broken: () => read.broken };
  const { experiment, step = 0 } = read;
  // Not as far as would take for ever.
  return step > MOST_STEPS_AHEAD
    ? { experiment, demo: null, step: 0, far: TOO_FAR }
    : { experiment, demo: null, step, far: null };
};

const NO_DEMO: Text = {
  en: 'There is no demo “{name}”. There are: {known}.',
  ko: '“{name}”이라는 데모는 없습니다. 있는 것: {known}.',
};

const TOO_FAR: Text = {
  en: 'This link leads to a moment more than 10 million updates ahead, too far to train to by itself. It is open at its start: press play.',
  ko: '갱신 1,000만 번보다 뒤의 순간을 여는 링크라서 거기까지 저절로 학습하지 않습니다. 처음에서 열었으니 재생해 보세요.',
};
