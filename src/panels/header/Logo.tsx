/** The sign of Gradus: steps down, and a ball on them. Decoration: the name stands beside it. */
export const Logo = () => (
  <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
    <path
      d="M1 2.5h5v4.5h4.5v4.5H15V16h6"
      fill="none"
      stroke="var(--ink)"
      strokeWidth="2.2"
      strokeLinejoin="round"
    />
    <circle cx="12.2" cy="8.6" r="3" fill="var(--accent)" />
  </svg>
);
