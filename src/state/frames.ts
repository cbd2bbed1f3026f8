import { buffersOf } from '../worker/client.ts';
import { type Frame, type Probe, probeKey } from '../worker/frame.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';

const shown = new Map<string, Probe[]>();
/** Frames the page has put away; their buffers go back once nothing can still be drawing them. */
const old: Frame[] = [];
/** While very many rows are counted at rest, the next frame is asked for after so many milliseconds. */
const COUNTING = 200;
let wanted = true;
let inFlight = false;

/** Asks for a fresh frame. */
export const refresh = (): void => {
  wanted = true;
};

/** While something shows a probe, the frame carries it. The returned function ends that. */
export const show = (probe: Probe): (() => void) => {
  const key = probeKey(probe);
  shown.set(key, [...(shown.get(key) ?? []), probe]);
  wanted = true;
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

/**
 * Once per display refresh, one request in flight: nothing is computed that nobody sees. `arrive` shows a frame, or
 * answers false for one that does not belong to what is on the screen.
 */
export const startFrames = (arrive: (frame: Frame) => boolean): void => {
  const next = (): void => {
    requestAnimationFrame(next);
    const { frame: now } = useWork.getState();
    const moves = now?.playing || now?.seeking;
    if (inFlight || !(wanted || moves)) return;
    wanted = false;
    inFlight = true;
    const recycled = old.length > 3 ? buffersOf(old.shift()!) : [];
    void trainer()
      .frame(asked(), recycled)
      .then((frame) => {
        const before = useWork.getState().frame;
        if (!arrive(frame)) wanted = true;
        else if (before) old.push(before);
        if (frame.reading.counted !== undefined) setTimeout(refresh, COUNTING);
      })
      // Asked again when something changes; what failed has been told of where it failed.
      .catch(() => {})
      .finally(() => {
        inFlight = false;
      });
  };
  requestAnimationFrame(next);
};
