import type { Text } from '../../text.ts';

export const MENU: Text = { en: 'Menu', ko: '메뉴' };

/** Three lines. */
export const MenuSign = () => (
  <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
    <path d="M0 1.5h22M0 8h22M0 14.5h22" stroke="currentColor" strokeWidth="2" />
  </svg>
);
