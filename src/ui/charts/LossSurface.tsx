import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Region } from '../../worker/frame.ts';
import type { Theme } from '../colors.ts';
import { useDensity } from '../useMedia.ts';
import { blank, tokensOf } from './canvas.ts';
import type { RacerPath } from './ContourMap.tsx';
import css from './LossSurface.module.css';
import type { LossGrid, LossLevels } from './lossLevels.ts';
import { lossShade } from './lossShades.ts';
import { onSurface, paintSurface, type SurfaceLine } from './paintSurface.ts';
import { racerLooks } from './racerLooks.ts';
import type { Point } from './scale.ts';
import { type Turn, turnBy, turned } from './turned.ts';
import { useBox } from './useBox.ts';

interface LossSurfaceProps {
  readonly region: Region;
  readonly grid: LossGrid;
  readonly levels: LossLevels;
  readonly names: readonly [across: string, up: string, high: string];
  readonly label: string;
  /** How a screen reader says how it is turned. */
  readonly said: string;
  readonly path: readonly Point[];
  readonly now: Point;
  readonly racers: readonly RacerPath[];
  readonly turn: Turn;
  readonly onTurn: (turn: Turn) => void;
  readonly theme: Theme;
}

const BALL = 7;
const MARGIN = 18;
/** Degrees by one press of an arrow key, with Shift, and by a drag over the whole width. */
const STEP = 5;
const FAR = 30;
const DRAG = 240;

/** The loss over two directions as a surface, turned by dragging or by the arrow keys. */
export const LossSurface = (props: LossSurfaceProps) => {
  const { region, grid, levels, names, label, said, path, now, racers, turn, onTurn, theme } = props;
  const [frame, box] = useBox<HTMLDivElement>({ width: 480, height: 480 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const density = useDensity();
  const [left, right, bottom, top] = region;
  const shareOf = ([x, y]: Point): Point => [(x - left) / (right - left), (y - bottom) / (top - bottom)];
  const view = turned(turn, box.width - 2 * MARGIN, box.height - 2 * MARGIN);
  const [ballX, ballY] = onSurface(grid, levels, view, shareOf(now));

  useEffect(() => {
    const surface = canvas.current;
    const context = surface?.getContext('2d');
    if (!surface || !context) return;
    blank(context, box, density);
    context.setTransform(density, 0, 0, density, MARGIN * density, MARGIN * density);
    const named = tokensOf(surface);
    const lineOf = (
      places: readonly Point[],
      token: string,
      width: number,
      dash: readonly number[] = [],
    ): SurfaceLine => ({
      places: places.map(shareOf),
      colour: named(token),
      width,
      dash,
    });
    paintSurface(context, {
      grid,
      levels,
      turned: view,
      shade: (share) => lossShade(theme, share),
      ink: named('--ink'),
      ground: named('--line2'),
      lines: [
        lineOf(path, '--ink2', 1.75),
        ...racers.map(({ racer, places, shown }) => {
          const { colour, dash } = racerLooks[racer];
          return lineOf(
            places.slice(0, shown),
            colour,
            2.25,
            dash === 'none' ? [] : dash.split(' ').map(Number),
          );
        }),
      ],
    });
  });

  const drag = useRef<{ readonly from: Point; readonly turn: Turn } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { from: [event.clientX, event.clientY], turn };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag.current) return;
    const { from, turn: before } = drag.current;
    const degrees = DRAG / Math.max(1, box.width);
    onTurn(turnBy(before, (event.clientX - from[0]) * -degrees, (event.clientY - from[1]) * degrees));
  };
  const release = () => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.shiftKey ? FAR : STEP;
    onTurn(turnBy(turn, way[0] * by, way[1] * by));
  };

  const ends = [
    { name: names[0], at: view.px(0, view.farUp ? 1.12 : -1.12, 0) },
    { name: names[1], at: view.px(view.farAcross ? 1.12 : -1.12, 0, 0) },
  ];
  return (
    <div
      ref={frame}
      className={css.frame}
      role="slider"
      data-space="free"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={360}
      aria-valuenow={Math.round(turn.about)}
      aria-valuetext={said}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} className={css.canvas} aria-hidden="true" />
      <svg className={css.over} width={box.width} height={box.height} aria-hidden="true">
        <g transform={`translate(${MARGIN} ${MARGIN})`}>
          {ends.map(({ name, at: [x, y] }) => (
            <text key={name} className={css.name} x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {name}
            </text>
          ))}
          <circle className={css.ball} cx={ballX} cy={ballY} r={BALL} />
        </g>
        <text className={css.high} x={2} y={14}>
          {names[2]}
        </text>
      </svg>
    </div>
  );
};

const WAYS: Readonly<Record<string, readonly [about: number, above: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
