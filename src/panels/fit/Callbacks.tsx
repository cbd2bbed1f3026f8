import { callbackNames } from '../../engine/callbacks/index.ts';
import { CallbackPart } from './CallbackPart.tsx';

/** The callbacks of a first course, each with its switch. */
export const Callbacks = () => callbackNames.map((type) => <CallbackPart key={type} type={type} />);
