import { MOST_STEPS_AHEAD } from '../experiment/limits.ts';
import type { Text } from '../text.ts';
import { NOT_FETCHED, reading } from './parts.ts';
import { useWork } from './store.ts';

/**
 * Copies a link that opens this experiment, the edits made up to the playhead included, at its start or at the `moment`
 * of the playhead. Says what came of it; of a run that was taken up from saved weights also that the link, which holds
 * none, opens another one.
 */
export const copyLink = async (moment = false): Promise<Text> => {
  const { experiment, frame, origin } = useWork.getState();
  const step = moment && frame && !origin ? frame.position.step : 0;
  if (step > MOST_STEPS_AHEAD) return TOO_FAR;
  const shared = { ...experiment, edits: experiment.edits.slice(0, frame?.edits ?? experiment.edits.length) };
  // A browser may only let a page copy during the click: nothing is waited for that is here.
  const writing = reading.here ?? (await reading.fetch().catch(() => null));
  if (!writing) return NOT_FETCHED;
  const { LONGEST_LINK, toLink } = writing;
  const link = toLink(shared, step);
  if (link.length > LONGEST_LINK) return TOO_LONG;
  const address = `${location.href.split('#')[0]}${link}`;
  try {
    await navigator.clipboard.writeText(address);
    if (step > 0) return COPIED_MOMENT;
    return origin ? COPIED_WITHOUT : COPIED;
  } catch {
    // Without a clipboard the address bar can be copied by hand.
    history.replaceState(null, '', address);
    return origin ? BY_HAND_WITHOUT : BY_HAND;
  }
};

const TOO_LONG: Text = {
  en: 'This run holds more edits than a link can carry. Press R to start over from here, then copy the link.',
  ko: '수정이 너무 많아 링크에 담을 수 없습니다. R로 여기서 처음부터 시작한 뒤 링크를 복사해 주세요.',
};

const TOO_FAR: Text = {
  en: 'A link leads 10 million updates ahead at most. Go back to an earlier moment, or copy the link to the start.',
  ko: '링크로는 갱신 1,000만 번까지만 열 수 있습니다. 더 앞선 순간으로 가거나 처음부터 여는 링크를 복사해 주세요.',
};
const COPIED_MOMENT: Text = {
  en: 'Link copied. It opens at this moment.',
  ko: '링크를 복사했습니다. 열면 이 순간까지 학습합니다.',
};
const COPIED: Text = { en: 'Link copied.', ko: '링크를 복사했습니다.' };
const COPIED_WITHOUT: Text = {
  en: 'Link copied. It cannot carry the saved weights this run goes on from: it opens the same experiment at its very start.',
  ko: '링크를 복사했습니다. 이 학습이 이어받은 저장된 가중치는 링크에 담기지 않습니다. 링크를 열면 같은 실험을 맨 처음부터 학습합니다.',
};
const BY_HAND: Text = {
  en: 'The browser did not allow copying. The link is in the address bar: copy it from there.',
  ko: '브라우저가 복사를 허락하지 않았습니다. 주소창에 링크를 넣어 두었으니 거기서 복사해 주세요.',
};
const BY_HAND_WITHOUT: Text = {
  en: `${BY_HAND.en} It cannot carry the saved weights this run goes on from: it opens the same experiment at its very start.`,
  ko: `${BY_HAND.ko} 이 학습이 이어받은 저장된 가중치는 링크에 담기지 않습니다. 링크를 열면 같은 실험을 맨 처음부터 학습합니다.`,
};
