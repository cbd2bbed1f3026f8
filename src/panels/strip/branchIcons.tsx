import { Sign } from './icons.tsx';

/** A line that parts in two. */
export const BranchSign = () => (
  <Sign size={16}>
    <path
      d="M2.5 5.5h3c4 0 4 9 8.5 9h3.5M6.5 5.5h11"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
    />
  </Sign>
);

export const PencilSign = () => (
  <Sign size={14}>
    <path
      d="M4 16l.8-3.6L13.6 3.6l2.8 2.8-8.8 8.8z"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  </Sign>
);
