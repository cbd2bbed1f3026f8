/** The small arrow that says: opens a list. */
export const Chevron = ({ className }: { readonly className?: string | undefined }) => (
  <svg className={className} width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
    <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);
