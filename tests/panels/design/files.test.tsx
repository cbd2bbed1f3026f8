// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { importedBy } from '../../../src/data/imported.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { ImportZone } from '../../../src/panels/design/pictures/ImportZone.tsx';
import { provide, useImports } from '../../../src/state/imported.ts';
import { useNotice } from '../../../src/state/notice.ts';
import { useWork } from '../../../src/state/store.ts';
import { counted, idxFile } from '../../data/idx.ts';
import { stage } from '../stage.ts';

const { edit, know } = vi.hoisted(() => ({
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
  know: vi.fn<() => Promise<void>>(),
}));
vi.mock('../../../src/state/experiment.ts', async (original) => {
  const { patching } = await import('../stage.ts');
  return { ...(await original<object>()), edit: patching(edit, () => useWork.getState().design) };
});
vi.mock('../../../src/state/trainer.ts', () => ({ trainer: () => ({ know }) }));

beforeEach(() => {
  edit.mockClear();
  know.mockClear();
  useImports.setState(useImports.getInitialState(), true);
  stage(chooseSet(opening, 'digits'));
  render(<ImportZone />);
});
afterEach(cleanup);

const file = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);
const choose = (...files: readonly File[]): void => {
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files } });
};
const idxPictures = (count: number, side = 28) =>
  idxFile([count, side, side], counted(count * side * side, 251));
const idxLabels = (count: number, largest = 9) => idxFile([count], counted(count, largest + 1));
const pictures = (count: number, side = 28) => file(idxPictures(count, side), 'some-idx3-ubyte');
const labels = (count: number, largest = 9) => file(idxLabels(count, largest), 'some-idx1-ubyte');

test('pictures and labels that belong together are named and can be learned from', async () => {
  choose(pictures(50), labels(50));
  expect(await screen.findByText('50 pictures of 28 × 28')).toBeTruthy();
  const [about] = useImports.getState().kept;
  const imported = importedBy(about!.hash);
  expect(imported?.count).toBe(50);
  expect(know).toHaveBeenCalledExactlyOnceWith(imported);
  fireEvent.click(screen.getByRole('button', { name: 'Learn from them' }));
  expect(edit.mock.calls[0]?.[0].data).toMatchObject({
    set: 'digits',
    asset: imported!.hash,
    points: 50,
    noise: 0,
  });
  stage({
    ...chooseSet(opening, 'digits'),
    data: { set: 'digits', asset: imported!.hash, points: 50, noise: 0 },
  });
  expect(await screen.findByText('These are learned from.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back to drawn digits' }));
  expect(edit.mock.calls[1]?.[0].data).toMatchObject({ set: 'digits', asset: '' });
});

test('files may come one after the other, dropped as well as chosen', async () => {
  choose(pictures(30));
  expect(await screen.findByText(/what they show is not known/)).toBeTruthy();
  expect(useImports.getState().kept).toEqual([]);
  fireEvent.drop(screen.getByRole('region', { name: 'Digits from files' }), {
    dataTransfer: { files: [labels(30)] },
  });
  expect(await screen.findByText('30 pictures of 28 × 28')).toBeTruthy();
});

test('the files of two sets may come at once, in any order, and each finds its own', async () => {
  choose(labels(40), pictures(30), pictures(40), labels(30));
  expect(await screen.findByText('30 pictures of 28 × 28')).toBeTruthy();
  // The smaller one, which is mostly there to test with, is the one that Evaluate judges by: the first.
  expect(useImports.getState().kept.map(({ count, files }) => [count, files.length])).toEqual([
    [30, 2],
    [40, 2],
  ]);
  choose(pictures(60), pictures(70), labels(70));
  expect(await screen.findByText('70 pictures of 28 × 28')).toBeTruthy();
  expect(screen.getByText(/60 pictures of 28 × 28, but what they show is not known/)).toBeTruthy();
});

test('what is deleted leaves the list, and comes back as long as the notice stands', async () => {
  choose(pictures(50), labels(50));
  fireEvent.click(
    await screen.findByRole('button', { name: 'Delete from this browser: 50 pictures of 28 × 28' }),
  );
  await expect.poll(() => useImports.getState().kept).toEqual([]);
  expect(screen.queryByText('50 pictures of 28 × 28')).toBeNull();
  await expect.poll(() => useNotice.getState().notice?.text.en).toMatch(/^50 pictures of 28 × 28: deleted/);
  useNotice.getState().notice!.action!.run();
  expect(await screen.findByText('50 pictures of 28 × 28')).toBeTruthy();
  expect(useNotice.getState().notice).toBeNull();
});

test('an experiment that names files which are not here says which to drop, by their names where these are known', async () => {
  const said = await provide('edc0d1098aa497be14ace79ddd5171e5a3dcf9c4d196c015389203eb3ba1f59b');
  expect(said?.en).toMatch(
    /MNIST, its 60,000 training digits\. .*drop train-images-idx3-ubyte\.gz, train-labels/,
  );
  expect(said?.ko).toMatch(/train-images-idx3-ubyte\.gz, train-labels-idx1-ubyte\.gz 파일을 넣은 뒤/);
  expect(await provide('0'.repeat(64))).toBeNull();
});

test('a file dropped beside the zone is read as well, and the page is not left for it', async () => {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [pictures(30), labels(30)] } });
  expect(document.body.dispatchEvent(event)).toBe(false);
  expect(await screen.findByText('30 pictures of 28 × 28')).toBeTruthy();
});

test.each([
  ['a file of another kind', [file(Uint8Array.of(80, 75, 3, 4), 'notes.zip')], /no file of pictures/],
  ['a cut file', [file(idxPictures(40).slice(0, 5000), 'cut')], /cut short/],
  [
    'a file that lies about its size',
    [file(Uint8Array.of(...idxLabels(40), 1, 2), 'lying')],
    /does not fit what it says/,
  ],
  ['pictures of another size', [pictures(40, 32), labels(40)], /32 × 32/],
  ['too few', [pictures(5), labels(5)], /at least 20/],
  ['labels of something else', [pictures(40), labels(40, 25)], /26 classes/],
  ['parts that do not belong together', [pictures(40), labels(39)], /do not belong together/],
] as const)('%s gets its sentence, and nothing changes', async (_what, files, why) => {
  choose(pictures(60), labels(60));
  await screen.findByText('60 pictures of 28 × 28');
  const before = useImports.getState().kept;
  know.mockClear();
  choose(...files);
  expect(await screen.findByText(why)).toBeTruthy();
  expect(useImports.getState().kept).toBe(before);
  expect(screen.getByText('60 pictures of 28 × 28')).toBeTruthy();
  expect(know).not.toHaveBeenCalled();
  expect(edit).not.toHaveBeenCalled();
});
