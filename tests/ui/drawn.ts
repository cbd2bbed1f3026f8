import { vi } from 'vitest';

type Place = readonly [x: number, y: number];

/** What was drawn on all canvases since each was last wiped: lines with their dashes, discs by their middles, words. */
interface Drawn {
  readonly lines: {
    readonly places: readonly Place[];
    readonly dashed: boolean;
    readonly alpha: number;
    readonly colour: string;
  }[];
  readonly discs: Place[];
  readonly words: string[];
}

/** Lets canvases note what is drawn, where nothing paints them. Ends with `vi.restoreAllMocks()`. */
export const noteDrawing = (): { readonly last: () => Drawn } => {
  const sheets = new Map<HTMLCanvasElement, Drawn>();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    let [places, dash]: [Place[], readonly number[]] = [[], []];
    const ignored = () => undefined;
    const drawn = (): Drawn => sheets.get(this)!;
    const context = {
      canvas: this,
      globalAlpha: 1,
      strokeStyle: '',
      ...Object.fromEntries(
        ['setTransform', 'save', 'restore', 'rect', 'clip', 'fill', 'fillRect', 'roundRect'].map((name) => [
          name,
          ignored,
        ]),
      ),
      clearRect: () => {
        sheets.set(this, { lines: [], discs: [], words: [] });
      },
      beginPath: () => {
        places = [];
      },
      lineTo: (x: number, y: number) => {
        places.push([x, y]);
      },
      arc: (x: number, y: number) => {
        drawn().discs.push([x, y]);
      },
      setLineDash: (to: readonly number[]) => {
        dash = to;
      },
      stroke: () => {
        if (places.length > 0)
          drawn().lines.push({
            places,
            dashed: dash.length > 0,
            alpha: context.globalAlpha,
            colour: context.strokeStyle,
          });
      },
      fillText: (words: string) => {
        drawn().words.push(words);
      },
    };
    return context as unknown as null;
  });
  return {
    last: () => {
      const seen = [...sheets].filter(([canvas]) => canvas.isConnected).map(([, drawn]) => drawn);
      return {
        lines: seen.flatMap(({ lines }) => lines),
        discs: seen.flatMap(({ discs }) => discs),
        words: seen.flatMap(({ words }) => words),
      };
    },
  };
};
