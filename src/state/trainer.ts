import { connect } from '../worker/client.ts';
import { parted } from '../data/importing/numbers.ts';
import type { TrainerFace } from '../worker/frame.ts';
import type { Drawn } from '../worker/told.ts';
import { fill, type Text } from '../text.ts';
import { putAway, tell, useNotice } from './notice.ts';

let face: TrainerFace | null = null;

/** The one trainer of the page; its worker starts when it is first needed. */
export const trainer = (): TrainerFace => {
  face ??= connect(
    () => tell(FAILED),
    () => tell(SLOWER),
    tellDrawn,
  );
  return face;
};

/** Says how far the pictures of the next run are drawn, unless something else is said. */
const tellDrawn = ({ done, of }: Drawn): void => {
  const { notice } = useNotice.getState();
  if (notice && notice.text !== drawing) return;
  if (done === of) return putAway();
  drawing = fill(DRAWING, { done: parted(done), of: parted(of) });
  tell(drawing);
};
let drawing: Text | null = null;

const DRAWING: Text = {
  en: '{done} of {of} pictures are drawn. What is on the screen goes on until they are there.',
  ko: '그림 {of}개 가운데 {done}개를 그렸습니다. 다 그릴 때까지 화면은 그대로 쓸 수 있습니다.',
};

const FAILED = {
  en: 'The part of the page that trains has failed. Your work is saved: reload the page to go on.',
  ko: '학습을 맡은 부분이 멈췄습니다. 하던 실험은 저장되어 있으니 새로 고침해 이어 가세요.',
};

const SLOWER = {
  en: 'The fast kernels (WebAssembly SIMD) cannot be used here. Training gives the same numbers, only more slowly. In a newer browser it is faster.',
  ko: '여기서는 빠른 계산(WebAssembly SIMD)을 쓸 수 없습니다. 학습 결과는 똑같고 더 느릴 뿐입니다. 최신 브라우저에서는 빨라집니다.',
};

/** Puts another trainer in its place: tests run one without a worker. */
export const replaceTrainer = (other: TrainerFace | null): void => {
  face = other;
};
