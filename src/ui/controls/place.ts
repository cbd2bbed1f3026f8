/** Space kept to the edges of the window, in pixels. */
const MARGIN = 8;

/** Puts what has been opened below the control that opened it, or above where there is no room below. */
export const place = (from: HTMLElement | null, opened: HTMLElement | null): void => {
  if (!from || !opened) return;
  const control = from.getBoundingClientRect();
  const { width, height } = opened.getBoundingClientRect();
  const below = control.bottom + 4;
  const top = below + height <= innerHeight - MARGIN ? below : control.top - 4 - height;
  opened.style.left = `${Math.max(MARGIN, Math.min(control.left, innerWidth - MARGIN - width))}px`;
  opened.style.top = `${Math.max(MARGIN, top)}px`;
};
