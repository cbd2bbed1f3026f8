import { Descent } from './Descent.tsx';
import css from './Descent.module.css';

/** Where the Descent view stands: it fills the place of Network and Output. */
export const DescentPlace = () => (
  <div id="network" tabIndex={-1} className={css.place}>
    <Descent />
  </div>
);
