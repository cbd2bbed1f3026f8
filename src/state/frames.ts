import { buffersOf } from '../worker/client.ts';
import { type Frame, type Probe, probeKey } from '../worker/frame.ts';
import { useWork } from './store.ts';
import { toldOf } from './told.ts';
import { trainer } from './trainer.ts';

const shown = new Map<string, Probe[]>();
/** Frames the page has put away; their buffers go back once nothing can still be drawing them. */
const old: Frame[] = [];
/** While very many rows are counted at rest, the next frame is asked for after so many milliseconds. */
const COUNTING = 200;
let wanted = true;
let inFlight = false;
/** The next refresh of the display is waited for: to ask for a frame then. */
let waiting = false;
/** Shows a frame, or answers false for one that does not belong to what is on the screen; null: nobody is there yet. */
let arrive: ((frame: Frame) => boolean) | null = null;

/** Asks for a fresh frame. */
export const refresh = (): void => {
  wanted = true;
  wait();
};

/** While something shows a probe, the frame carries it. The returned function ends that. */
export const show = (probe: Probe): (() => void) => {
  const key = probeKey(probe);
  shown.set(key, [...(shown.get(key) ?? []), probe]);
  refresh();
  return () => {
    const left = (shown.get(key) ?? []).filter((other) => other !== probe);
    if (left.length > 0) shown.set(key, left);
    else shown.delete(key);
  };
};

/** Of several panels that show one thing at different sizes the largest is asked for. */
const asked = (): Probe[] =>
  [...shown.values()].map((same) =>
    same.reduce((best, probe) =>
      'size' in probe && 'size' in best && probe.size > best.size ? probe : best,
    ),
  );

/** Waits for the next refresh of the display where there is something to ask for: a page that rests stirs nothing. */
const wait = (): void => {
  const { frame } = useWork.getState();
  if (!arrive || inFlight || waiting || !(wanted || frame?.playing || frame?.seeking)) return;
  waiting = true;
  requestAnimationFrame(next);
};

/** The oldest frame put away that no words tell of any more. */
const spare = (): Frame => {
  const told = toldOf(useWork.getState().frame);
  return old.splice(old[0] === told ? 1 : 0, 1)[0]!;
};

const next = (): void => {
  waiting = false;
  wanted = false;
  inFlight = true;
  const recycled = old.length > 3 ? buffersOf(spare()) : [];
  void trainer()
    .frame(asked(), recycled)
    .then((frame) => {
      const before = useWork.getState().frame;
      if (!arrive?.(frame)) wanted = true;
      else if (before) old.push(before);
      const rests = !frame.playing && !frame.seeking;
      if (rests && frame.reading.counted !== undefined) setTimeout(refresh, COUNTING);
    })
    // Asked again when something changes; what failed has been told of where it failed.
    .catch(() => {})
    .finally(() => {
      inFlight = false;
      wait();
    });
};

/**
 * Frames come once per display refresh at most, one request in flight: nothing is computed that nobody sees. `take` shows
 * one, or answers false for one that does not belong to what is on the screen.
 */
export const startFrames = (take: (frame: Frame) => boolean): void => {
  arrive = take;
  wait();
};
