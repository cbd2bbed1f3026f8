import { designAt } from '../../src/experiment/apply.ts';
import { setRate } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { type Desk, openDesk } from './desk.ts';

const first = designAt(opening, 0);

export const names = (desk: Desk) => desk.work().branches.map(({ name }) => name.en);

export const back = async (desk: Desk, epochs: number) => {
  for (let epoch = 0; epoch < epochs; epoch += 1) desk.back('epoch');
  await desk.settle();
};

/** AND for 40 epochs, back to 20, and there ten times the rate. */
export const branched = async () => {
  const desk = await openDesk();
  await desk.train(40);
  await back(desk, 20);
  const before = { stand: await desk.stand(), frame: desk.work().frame, document: desk.work().experiment };
  desk.edit(setRate(first, 5));
  await desk.settle();
  return { desk, before };
};
