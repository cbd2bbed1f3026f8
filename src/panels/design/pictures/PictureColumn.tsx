import { useMemo } from 'react';
import { pixelsOf } from '../../../data/sheet.ts';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { useDataSet } from '../../../state/data.ts';
import { useDesign } from '../../../state/experiment.ts';
import { usePicture } from '../../../state/picture.ts';
import { useDrawing, useSheet } from '../../../state/sheet.ts';
import { useSay } from '../../../state/words.ts';
import { Column } from '../../../ui/controls/Column.tsx';
import { ProblemList } from '../../compile/ProblemList.tsx';
import { CompareDoor } from '../../comparison/CompareDoor.tsx';
import { useClassNames } from '../../evaluate/classNames.ts';
import { DataSettings } from '../DataSettings.tsx';
import { DataTiles } from '../DataTiles.tsx';
import { GateTiles } from '../GateTiles.tsx';
import { Framing } from './Framing.tsx';
import { Head } from './Head.tsx';
import { ImportZone } from './ImportZone.tsx';
import { ModelChoice } from './ModelChoice.tsx';
import { Pad } from './Pad.tsx';
import { PadTools } from './PadTools.tsx';
import { PictureSettings } from './PictureSettings.tsx';
import { Reading } from './Reading.tsx';
import { Recipe } from './Recipe.tsx';
import { Samples } from './Samples.tsx';
import { Trained } from './Trained.tsx';
import { usePixels } from './usePixels.ts';
import { words } from './words.ts';
import styles from './PicturePad.module.css';

/** The left column of stage 1 where the data are pictures: the one that is shown, to draw on, and what it is read as. */
export const PictureColumn = ({ set }: { readonly set: PictureSet }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { data } = useDesign();
  const { ids, answers } = useDataSet();
  const picture = usePicture();
  const sheet = useSheet(set);
  const own = useDrawing((drawing) => drawing.own);
  const id = 'id' in picture ? picture.id : null;
  const answer = id === null ? null : (answers[ids.indexOf(id)] ?? null);
  const ofData = usePixels(id);
  const drawn = useMemo(() => (sheet ? pixelsOf(sheet) : null), [sheet]);
  const pixels = drawn ?? ('pixels' in picture ? picture.pixels : ofData);
  const [h, w] = set.shape;
  const hint =
    answer === null ? say(words.drawn, { h, w }) : say(words.shown, { h, w, answer: nameOf(answer) });
  return (
    <Column title={say(words.data)} hint={hint}>
      <div className={styles.pad}>
        <Pad set={set} pixels={pixels} />
        <PadTools set={set} />
        {set.framed && <Framing set={set} own={sheet === null || own} />}
      </div>
      <Samples set={set} shown={id} />
      <Reading answer={answer} />
      <ModelChoice set={set} />
      <CompareDoor />
      {set.name === 'digits' && <Trained />}
      <Head />
      <DataTiles />
      {set.name === 'digits' && <ImportZone />}
      {!data.asset && <PictureSettings />}
      <DataSettings />
      {set.name === 'digits' && !data.asset && <Recipe />}
      <div>
        <GateTiles />
      </div>
      <ProblemList parts={['data']} />
    </Column>
  );
};
