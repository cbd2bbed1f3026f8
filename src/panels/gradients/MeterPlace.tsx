import { useEffect, useRef } from 'react';
import { measure, type Meter } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Sheet } from '../microscope/Sheet.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { ActivationGallery } from './ActivationGallery.tsx';
import { gallery } from './galleryWords.ts';
import { GradientMeter } from './GradientMeter.tsx';
import { words } from './words.ts';

interface MeterPlaceProps {
  readonly meter: Meter;
  readonly className: string | undefined;
}

const close = (): void => {
  measure(null);
  document.getElementById('network')?.focus();
};

/** Where the meter stands: the row or column of the Microscope; on a narrow screen a sheet over the page. */
export const MeterPlace = ({ meter, className }: MeterPlaceProps) => {
  const say = useSay();
  const narrow = useMedia('(width < 768px)');
  const shown = useRef(meter.kind);
  useEffect(() => {
    if (shown.current === meter.kind) return;
    shown.current = meter.kind;
    // The button that was pressed is gone: the one that leads back has the focus.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-meter]')?.focus();
  }, [meter.kind]);
  const inside = (shut: () => void) =>
    meter.kind === 'activations' ? (
      <ActivationGallery layer={meter.layer} onClose={shut} />
    ) : (
      <GradientMeter onClose={shut} />
    );
  if (!narrow) return <div className={className}>{inside(close)}</div>;
  return (
    <Sheet label={say(meter.kind === 'activations' ? gallery.title : words.title)} onClose={close}>
      {inside}
    </Sheet>
  );
};
