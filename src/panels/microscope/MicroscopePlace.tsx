import { lookAway, type Selection } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { later } from '../../ui/later.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { Sheet } from './Sheet.tsx';

const TITLE = { en: 'Microscope', ko: '현미경' };
const Microscope = later(async () => (await import('./Microscope.tsx')).Microscope);

interface MicroscopePlaceProps {
  readonly selected: Selection;
  readonly className: string | undefined;
}

/** Where the Microscope stands: a row or a column of the page; on a narrow screen a sheet over it. */
export const MicroscopePlace = ({ selected, className }: MicroscopePlaceProps) => {
  const say = useSay();
  const narrow = useMedia('(width < 768px)');
  if (!narrow) {
    return (
      <div className={className}>
        <Microscope selected={selected} />
      </div>
    );
  }
  return (
    <Sheet label={say(TITLE)} onClose={lookAway}>
      {(close) => <Microscope selected={selected} onClose={close} />}
    </Sheet>
  );
};
