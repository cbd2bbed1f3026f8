// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Menu } from '../../../src/ui/controls/Menu.tsx';

afterEach(cleanup);

const item = (key: string, current = false) => ({ key, words: key, current, onSelect: vi.fn<() => void>() });
const names = () =>
  screen.getAllByRole('menuitemradio', { hidden: true }).map(({ textContent }) => textContent);
const more = () => screen.queryByRole('menuitem', { name: 'More', hidden: true });

test('what is under "more" appears when it is asked for, and its first item is walked to', () => {
  render(
    <Menu
      label="Activation"
      items={[item('tanh', true), item('relu')]}
      more={{ words: 'More', items: [item('elu')] }}
    >
      tanh
    </Menu>,
  );
  expect(names()).toEqual(['tanh', 'relu']);
  fireEvent.click(more()!);
  expect(names()).toEqual(['tanh', 'relu', 'elu']);
  expect(document.activeElement?.textContent).toBe('elu');
  expect(more()).toBeNull();
});

test('where the one that is on is under "more", all are shown', () => {
  const elu = item('elu', true);
  render(
    <Menu label="Activation" items={[item('tanh')]} more={{ words: 'More', items: [elu] }}>
      elu
    </Menu>,
  );
  expect(names()).toEqual(['tanh', 'elu']);
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'elu', hidden: true }));
  expect(elu.onSelect).toHaveBeenCalledOnce();
});
