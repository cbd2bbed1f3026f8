import type { Circumstances, Remark } from './callback.ts';
import { fileName, isText, namesIn } from './file_name.ts';
import { namesOf } from './monitor.ts';

interface Path {
  readonly filepath: string;
  readonly save_weights_only?: boolean;
  readonly save_freq?: number;
}

/** What Keras 3 says to an ending it does not take. */
const refusedEnding = ({ filepath, save_weights_only }: Path): string =>
  save_weights_only
    ? `When using \`save_weights_only=True\` in \`ModelCheckpoint\`, the filepath provided must end in \`.weights.h5\` (Keras weights format). Received: filepath=${filepath}`
    : `The filepath provided must end in \`.keras\` (Keras model format). Received: filepath=${filepath}`;

const checkEnding = (path: Path): readonly Remark[] => {
  const { filepath, save_weights_only: weights } = path;
  const taken = weights ? ['.weights.h5'] : ['.keras', '.h5'];
  if (taken.some((ending) => filepath.endsWith(ending))) return [];
  const wanted = taken[0]!;
  const fix = {
    words: { en: `Write ${wanted}`, ko: `${wanted}로 바꾸기` },
    set: { filepath: filepath.replace(/(\.weights\.h5|\.hdf5|\.keras|\.h5)?$/, wanted) },
  };
  const keras = refusedEnding(path);
  if (filepath.endsWith('.hdf5')) {
    const text = {
      en: `Keras 3 refuses .hdf5 in ModelCheckpoint; write ${wanted}.`,
      ko: `Keras 3은 ModelCheckpoint에서 .hdf5를 받지 않는다. ${wanted}로 적는다.`,
    };
    return [{ kind: 'silent', text, error: 'ValueError', keras, fix }];
  }
  const text = {
    en: `The file name must end in ${taken.join(' or ')}.`,
    ko: `파일 이름은 ${taken.join(' 또는 ')}로 끝나야 한다.`,
  };
  return [{ kind: 'refused', text, error: 'ValueError', keras, fix }];
};

/** What does not fit in the file name: its ending, and what stands in its braces. */
export const checkFilePath = (path: Path, circumstances: Circumstances): readonly Remark[] => {
  const asked = namesIn(path.filepath);
  if (isText(asked)) return [...checkEnding(path), { kind: 'refused', text: asked }];
  const everyBatch = path.save_freq !== undefined;
  const names = [
    'epoch',
    ...(everyBatch ? ['batch'] : []),
    ...namesOf(everyBatch ? { ...circumstances, validation: false } : circumstances),
  ];
  const file = fileName(path.filepath, Object.fromEntries(names.map((name) => [name, 1])));
  if (typeof file === 'string') return checkEnding(path);
  return [...checkEnding(path), { kind: 'refused', ...file }];
};
