import { classLook, classPath } from '../../ui/colors.ts';
import styles from './ClassMark.module.css';

/** The mark of a class, as small as a letter. */
export const ClassMark = ({ of }: { readonly of: number }) => (
  <svg className={styles.mark} width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
    <path d={classPath(of, 4)} fill={classLook(of).fill} />
  </svg>
);
