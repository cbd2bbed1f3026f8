import * as fc from 'fast-check';
import { test } from 'vitest';
import { addLayer, setNoise, setRate, setWeight, toggleAnswer } from '../../src/experiment/moves.ts';
import { agreed } from './agreed.ts';
import { type Desk, openDesk } from './desk.ts';

const doings = fc.array(
  fc.record({
    deed: fc.constantFrom<(desk: Desk) => void>(
      (desk) => desk.edit(addLayer),
      (desk) => desk.edit((design) => setRate(design, design.compile.optimizer.learning_rate / 2)),
      (desk) =>
        desk.edit((design) => setNoise(design, (design.data.noise + 0.1) % 0.3), { gesture: 'noise' }),
      (desk) => desk.edit((design) => toggleAnswer(design, 2), { gesture: 'cell' }),
      (desk) => desk.edit(setWeight(0, 1, -0.75)),
      (desk) => void desk.undo(),
      (desk) => void desk.redo(),
      (desk) => desk.reset(),
      (desk) => desk.newRun(),
      (desk) => desk.forward('batch'),
      (desk) => desk.forward('epoch'),
      (desk) => desk.back('batch'),
      (desk) => desk.back('epoch'),
      (desk) => desk.play(),
      (desk) => desk.pause(),
    ),
    afterwards: fc.constantFrom('nothing', 'answers', 'frame', 'time', 'rest'),
  }),
  { minLength: 5, maxLength: 25 },
);

test('however fast things are done, what is on the screen is in the end what the trainer holds', async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const desk = await openDesk();
      await desk.train(3);
      for (const { deed, afterwards } of list) {
        deed(desk);
        if (afterwards === 'answers') await desk.answers();
        if (afterwards === 'frame') await desk.frame();
        if (afterwards === 'time') desk.place.pass(100);
        if (afterwards === 'rest') await desk.settle();
      }
      await desk.settle();
      desk.pause();
      await desk.settle();
      await agreed(desk);
    }),
    { numRuns: 100 },
  );
});
