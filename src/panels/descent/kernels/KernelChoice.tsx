import { useId, useRef } from 'react';
import { useModel } from '../../../state/data.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import type { Text } from '../../../text.ts';
import { Chevron } from '../../../ui/controls/Chevron.tsx';
import { Popover } from '../../../ui/controls/Popover.tsx';
import { fixed } from '../../../ui/format.ts';
import { CellMap } from '../../microscope/pictures/CellMap.tsx';
import { fullOf, notYetColour } from '../../microscope/pictures/colours.ts';
import { colourAt } from '../../network/pictures/paint.ts';
import css from './KernelChoice.module.css';
import { overviewOf, type PicturePlace, placeIn, weightIn, weightPicture } from './picture.ts';

const WORDS = {
  open: { en: '{axis} The weight, from a picture', ko: '{axis} 가중치를 그림에서 고르기' },
  kernels: {
    en: 'All kernels: filters across, channels down. Now filter {filter}, channel {channel}; arrow keys go to others',
    ko: '모든 커널, 가로는 필터 세로는 채널. 지금은 필터 {filter}, 채널 {channel}. 화살표 키로 옮깁니다',
  },
  filters: {
    en: 'The kernels of all filters. Now filter {filter}; arrow keys go to others',
    ko: '모든 필터의 커널. 지금은 필터 {filter}. 화살표 키로 옮깁니다',
  },
  maps: {
    en: 'The weights of neuron {filter} over all maps. Now map {channel}; arrow keys go to others',
    ko: '뉴런 {filter}의 특징맵별 가중치. 지금은 특징맵 {channel}. 화살표 키로 옮깁니다',
  },
  cells: {
    en: 'The weights; row {row}, column {column}; arrow keys go from weight to weight',
    ko: '가중치들, {row}행 {column}열. 화살표 키로 가중치를 옮겨 다닙니다',
  },
  filter: { en: 'filter {filter} of {filters}', ko: '필터 {filter} / {filters}' },
  ofChannel: {
    en: 'filter {filter} of {filters}, channel {channel} of {channels}',
    ko: '필터 {filter} / {filters}, 채널 {channel} / {channels}',
  },
  neuron: {
    en: 'neuron {filter} of {filters}, from map {channel} of {channels}',
    ko: '뉴런 {filter} / {filters}, 특징맵 {channel} / {channels}에서',
  },
  pixels: {
    en: 'neuron {filter} of {filters}, from each pixel',
    ko: '뉴런 {filter} / {filters}, 픽셀마다',
  },
  chosen: { en: 'row {row}, column {column}: {w}', ko: '{row}행 {column}열: {w}' },
} as const satisfies Record<string, Text>;

/** Sides in px, about: of the picture on the button, of the chosen one, and of all of them. */
const FACE = 22;
const LARGE = 154;
const ALL = { width: 284, height: 150, cell: 9 };

interface KernelChoiceProps {
  readonly layer: number;
  /** The weight of the layer that is chosen. */
  readonly at: number;
  /** What it is chosen for, where there are two. */
  readonly axis?: string;
  readonly onChange: (at: number) => void;
}

/** A weight of a kernel, or of a flattened picture, chosen where it lies: the picture opens all of them, by pointer and arrow keys. */
export const KernelChoice = ({ layer, at, axis = '', onChange }: KernelChoiceProps) => {
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const theme = useView((view) => view.theme);
  const picture = weightPicture(useModel(), layer);
  const kernel = useFrame()?.weights[layer]?.kernel;
  if (!picture || !kernel || kernel.length !== weightsOf(picture)) return null;
  const { tall, wide } = picture;
  const chosen = placeIn(picture, at);
  const full = fullOf(kernel);
  const colourOf = (place: PicturePlace) =>
    colourAt('signs', theme, (kernel[weightIn(picture, place)] ?? 0) / full);
  const own = (cell: number) => ({
    region: { top: 0, left: 0, bottom: tall - 1, right: wide - 1 },
    cell,
    colourOf: ({ row, column }: { row: number; column: number }) => colourOf({ ...chosen, row, column }),
    frames:
      at < kernel.length
        ? ([
            {
              span: { top: chosen.row, bottom: chosen.row, left: chosen.column, right: chosen.column },
              kind: 'now',
            },
          ] as const)
        : [],
  });
  const label = say(WORDS.open, { axis }).trim();
  const go = (place: PicturePlace): void => onChange(weightIn(picture, place));
  const held = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  const told = {
    filter: chosen.filter + 1,
    channel: chosen.channel + 1,
    filters: picture.filters,
    channels: picture.channels,
    row: chosen.row,
    column: chosen.column,
  };
  const what = picture.flat
    ? picture.channels > 1
      ? WORDS.neuron
      : WORDS.pixels
    : picture.channels > 1
      ? WORDS.ofChannel
      : WORDS.filter;
  return (
    <>
      <button ref={button} type="button" className={css.button} aria-label={label} popoverTarget={id}>
        <CellMap label={say(what, told)} {...own(FACE / Math.max(tall, wide))} />
        <Chevron />
      </button>
      <Popover id={id} label={label} beside={button} panel={panel}>
        <div className={css.choice}>
          <All picture={picture} chosen={chosen} colourOf={colourOf} onChoose={go} told={told} />
          <figure className={css.one}>
            <figcaption>{say(what, told)}</figcaption>
            <CellMap
              label={say(WORDS.cells, told)}
              {...own(Math.max(5, Math.min(28, Math.floor(LARGE / Math.max(tall, wide)))))}
              onPick={({ row, column }) => go({ ...chosen, row, column })}
              onStep={(down, across) =>
                go({
                  ...chosen,
                  row: held(chosen.row + down, tall),
                  column: held(chosen.column + across, wide),
                })
              }
            />
            {at < kernel.length && (
              <p aria-live="polite">
                {say(WORDS.chosen, { ...told, w: fixed(kernel[at] ?? Number.NaN, 4) })}
              </p>
            )}
          </figure>
        </div>
      </Popover>
    </>
  );
};

const weightsOf = ({ tall, wide, channels, filters }: NonNullable<ReturnType<typeof weightPicture>>) =>
  tall * wide * channels * filters;

interface AllProps {
  readonly picture: NonNullable<ReturnType<typeof weightPicture>>;
  readonly chosen: PicturePlace;
  readonly colourOf: (place: PicturePlace) => ReturnType<typeof colourAt>;
  readonly onChoose: (place: PicturePlace) => void;
  readonly told: Readonly<Record<string, number>>;
}

/** All pictures of the layer, or of the neuron, small and side by side; the chosen one is framed. */
const All = ({ picture, chosen, colourOf, onChoose, told }: AllProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const { tall, wide } = picture;
  const { rows, columns, at, of } = overviewOf(picture, chosen);
  if (rows * columns === 1) return null;
  const [high, across] = [rows * (tall + 1) - 1, columns * (wide + 1) - 1];
  const here = of(chosen);
  const whichAt = (row: number, column: number) =>
    at(Math.floor(row / (tall + 1)), Math.floor(column / (wide + 1)));
  const choose = (which: ReturnType<typeof whichAt>): void => {
    if (which) onChoose({ ...chosen, ...which });
  };
  const label = picture.flat ? WORDS.maps : picture.channels > 1 ? WORDS.kernels : WORDS.filters;
  return (
    <CellMap
      label={say(label, told)}
      region={{ top: 0, left: 0, bottom: high - 1, right: across - 1 }}
      cell={Math.min(ALL.cell, ALL.width / across, ALL.height / high)}
      colourOf={({ row, column }) => {
        const which = whichAt(row, column);
        const cell = { row: row % (tall + 1), column: column % (wide + 1) };
        return which && cell.row < tall && cell.column < wide
          ? colourOf({ ...which, ...cell })
          : notYetColour[theme];
      }}
      frames={[
        {
          span: {
            top: here.row * (tall + 1),
            left: here.column * (wide + 1),
            bottom: here.row * (tall + 1) + tall - 1,
            right: here.column * (wide + 1) + wide - 1,
          },
          kind: 'now',
        },
      ]}
      onPick={({ row, column }) => choose(whichAt(row, column))}
      onStep={(down, right) => choose(at(here.row + down, here.column + right))}
    />
  );
};
