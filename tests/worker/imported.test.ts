import { expect, test } from 'vitest';
import type { Imported } from '../../src/data/imported.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { chooseSet, learnFrom } from '../../src/experiment/moves.ts';
import { forPictures } from '../../src/experiment/pictures.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createSession } from '../../src/worker/session.ts';
import { uniform } from '../../src/engine/random.ts';
import { manualPlace } from './place.ts';

const SIZE = 28 * 28;

/** Noise, with labels to learn by heart. */
const files = (name: string, count: number): Imported => ({
  hash: name.padEnd(64, '0'),
  words: { en: name, ko: name },
  count,
  pixels: Uint8Array.from({ length: count * SIZE }, (_, at) =>
    Math.floor(256 * uniform(5, 'noise', 0, 0, at)),
  ),
  labels: Uint8Array.from({ length: count }, (_, id) => (id * id) % 10),
});

const session = () => createSession(manualPlace());

const mlp = (from: Parameters<typeof rebase>[0]) => rebase(from, 0, forPictures(from, 10, 'mlp'));

test('an experiment that names files is refused in a sentence until they are known', async () => {
  const trainer = session();
  const imported = files('a1', 40);
  const experiment = mlp(rebase(opening, 0, learnFrom(opening, imported)));
  await trainer.start(opening);
  const refused = await trainer.start(experiment);
  expect(refused.refused?.en).toMatch(/files that are not here/);
  expect((await trainer.frame([], [])).run).toBe(1);
  await trainer.know(imported);
  const started = await trainer.start(experiment);
  expect(started.refused).toBeNull();
  const { reading } = await trainer.frame([], []);
  // 40 pictures, a fifth of them held back.
  expect([reading.rows, reading.valRows]).toEqual([32, 8]);
});

test('digits from files are judged a few at a time, and as the evaluation of the very rows judges them', async () => {
  const trainer = session();
  const imported = files('b1', 1200);
  await trainer.know(imported);
  await trainer.start(mlp(rebase(opening, 0, learnFrom(opening, imported))));
  await trainer.forward('epoch');
  const probe = { kind: 'imported', hash: imported.hash } as const;
  const seen = [];
  for (let frame = 0; frame < 4; frame++) seen.push((await trainer.frame([probe], [])).views.imported);
  expect(seen.map((one) => one?.rows)).toEqual([500, 1000, 1200, 1200]);
  expect(seen[3]).toMatchObject({ of: 1200, epoch: 1, hash: imported.hash });
  const { evaluation } = (await trainer.frame([{ kind: 'evaluation' }], [])).views;
  expect(seen[3]!.right).toBe(evaluation!.train.right + evaluation!.validation!.right);
  // Other weights begin anew.
  await trainer.forward('batch');
  expect((await trainer.frame([probe], [])).views.imported?.rows).toBe(500);
});

test('a network for other pictures, and files that are not known, are not judged', async () => {
  const trainer = session();
  const imported = files('c1', 30);
  await trainer.know(imported);
  const probe = { kind: 'imported', hash: imported.hash } as const;
  await trainer.start(rebase(opening, 0, chooseSet(opening, 'stripes')));
  expect((await trainer.frame([probe], [])).views.imported).toBeUndefined();
  await trainer.start(mlp(rebase(opening, 0, chooseSet(opening, 'digits'))));
  expect((await trainer.frame([{ ...probe, hash: 'd'.repeat(64) }], [])).views.imported).toBeUndefined();
  expect((await trainer.frame([probe], [])).views.imported?.rows).toBe(30);
});
