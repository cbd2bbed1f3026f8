import type { NumberField } from '../engine/fields.ts';
import type { Design, Patch } from './experiment.ts';
import { listOf } from './parts.ts';
import { numberOf } from './settingSchema.ts';

/** The weight of one class in the training loss: class_weight of fit(). */
export const classWeightField = (index: number): NumberField => ({
  kind: 'number',
  name: `class ${index}`,
  words: { en: `The weight of class ${index}`, ko: `클래스 ${index}의 가중값` },
  effect: 'keep',
  initial: 1,
  min: 0,
  max: 1000,
  step: 0.1,
});

/** The most classes that have weights of their own. */
const MOST_CLASSES = 10;

/** The weights of classes 0, 1, 2 …; classes beyond the list weigh 1, as those that Keras's dict leaves out. */
export const classWeightSchema = listOf(numberOf(classWeightField(0)), MOST_CLASSES);

/** The weights of so many classes as they are in force. */
export const classWeightsOf = ({ fit }: Design, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, index) => fit.class_weight?.[index] ?? 1);

/** The weight of one class of so many; where all weigh 1 nothing stands in the document. */
export const setClassWeight = (design: Design, classes: number, index: number, weight: number): Patch => {
  const weights = classWeightsOf(design, classes).map((before, at) => (at === index ? weight + 0 : before));
  return { fit: { class_weight: weights.every((each) => each === 1) ? [] : weights } };
};
