import { rowWords } from '../../data/rowWords.ts';
import { momentumOf } from '../../engine/optimizers/index.ts';
import { fill, type Text } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import { type Scene, type Teller, updatesAnEpoch } from './situation.ts';
import { PRESS_STEP_OR_START, withText } from './texts.ts';

/**
 * The training loss just before the last update. Known where an epoch is one batch: only there is what was measured
 * before the update the loss of all points, to be set beside the loss now.
 */
export const lossBefore = (scene: Scene): number | null => {
  const { loss, measured } = scene.frame.reading;
  return measured === 'now' || updatesAnEpoch(scene) > 1 ? null : loss;
};

/** What a single step forward did. */
export const stepped: Teller = (scene) => {
  const { frame, design } = scene;
  const { position, reading } = frame;
  if (!scene.stepped || position.step === 0 || position.phase > 0 || reading.measured === 'now') return null;
  const before = lossBefore(scene);
  const stayed = frame.slopes?.every((slope) => slope === 0) && momentumOf(design.compile.optimizer) === 0;
  if (before !== null && stayed) return null;
  const so: Text =
    before !== null
      ? {
          en: 'The weights moved. Loss {loss} → {present}.',
          ko: '가중치가 움직였다. 손실 {loss} → {present}.',
        }
      : reading.measured === 'epoch'
        ? {
            en: 'Epoch {e}: mean loss {loss}, now {present}.',
            ko: '{e}에포크: 평균 손실 {loss}, 지금 {present}.',
          }
        : {
            en: 'Batch {i} of {n}: loss {loss}. Over all training {rows} now {present}.',
            ko: '배치 {i} / {n}: 손실 {loss}. 훈련 데이터 전체로는 지금 {present}.',
          };
  return {
    so: fill(withText(so, 'rows', rowWords(design.data, reading.rows)), {
      e: position.epoch,
      i: position.batch,
      n: updatesAnEpoch(scene),
      loss: fixed(reading.loss, 3),
      present: fixed(reading.present, 3),
    }),
    todo: PRESS_STEP_OR_START,
    buttons: [],
  };
};
