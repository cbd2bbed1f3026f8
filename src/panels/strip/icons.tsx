/** The signs of the transport, 20 px square, in the colour of their button. */
export const Sign = ({ children, size = 20 }: { children: React.ReactNode; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
    {children}
  </svg>
);

export const ResetSign = () => (
  <Sign>
    <path
      d="M5.2 6.6A6 6 0 1 1 4.2 11.4M5 3v4h4"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </Sign>
);

export const BackSign = () => (
  <Sign>
    <path d="M4.25 4.5h2v11h-2zM15.75 4.5v11L7.5 10z" fill="currentColor" />
  </Sign>
);

export const ForwardSign = () => (
  <Sign>
    <path d="M13.75 4.5h2v11h-2zM4.25 4.5v11L12.5 10z" fill="currentColor" />
  </Sign>
);

export const PlaySign = () => (
  <Sign>
    <path d="M6.5 4.5v11L15.5 10z" fill="currentColor" />
  </Sign>
);

export const PauseSign = () => (
  <Sign>
    <path d="M6 4.5h2.5v11H6zM11.5 4.5H14v11h-2.5z" fill="currentColor" />
  </Sign>
);
