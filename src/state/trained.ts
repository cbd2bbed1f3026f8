import { startCounters } from '../engine/counters.ts';
import { readTrained, stateOf, type TrainedModel } from '../formats/trained.ts';
import type { Text } from '../text.ts';
import { open } from './experiment.ts';
import { beginningAt } from './origin.ts';
import { tellOpened } from './wayBack.ts';

/** Where the trained networks lie that come with the page, beside its index. */
const PLACE = 'models/digits.safetensors';

/** The digits network that comes with the page; or why it cannot be had. */
export const fetchTrained = async (): Promise<TrainedModel | { readonly problem: Text }> => {
  try {
    const answer = await fetch(PLACE);
    if (!answer.ok) return { problem: NOT_THERE };
    return readTrained(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return { problem: NOT_THERE };
  }
};

/** Takes a run up with the weights of a trained network, no updates made. Undo leads back to one's own work. */
export const openTrained = async (model: TrainedModel): Promise<void> => {
  const { experiment, weights } = model;
  const { epochs, callbacks = [] } = experiment.fit;
  const counters = startCounters({ epochs, callbacks, metrics: experiment.compile.metrics });
  const saved = beginningAt({ counters, state: stateOf(experiment, weights) });
  if (await open(experiment, { saved })) tellOpened(OPENED);
};

const NOT_THERE: Text = {
  en: 'The trained network could not be fetched. Check the connection and try again.',
  ko: '학습된 신경망을 받아 오지 못했습니다. 연결을 확인하고 다시 시도하세요.',
};
const OPENED: Text = {
  en: 'Opened a trained digits network. Draw a digit, look inside, replace its head, or press play to train on.',
  ko: '학습된 숫자 신경망을 열었습니다. 숫자를 그리거나 속을 들여다보거나 분류부를 바꾸거나 재생으로 더 학습시켜 보세요.',
};
