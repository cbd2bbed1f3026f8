import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { inject, vi } from 'vitest';
import { type Engine, WINDOW } from './engine.ts';
import { click, END, evaluate, expectReady, startSession, type } from './webdriver.ts';

/** Starts a screen that nobody sees, of a number that is free. */
const startScreen = async (program: string): Promise<{ screen: ChildProcess; display: string }> => {
  const size = `${WINDOW.width}x${WINDOW.height}x24`;
  const words = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
  const screen = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  return { screen, display: `:${number.toString().trim()}` };
};

/** A port that was free just now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  return typeof bound === 'object' && bound ? bound.port : 0;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
};

/** WebKitGTK's test browser, driven by its own WebDriver, on a screen that nobody sees. */
export const webkit = async (): Promise<Engine> => {
  const { webkitDriver, miniBrowser, xvfb } = inject('engines');
  const { screen, display } = await startScreen(xvfb);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const driver = spawn(webkitDriver, [`--port=${port}`], {
    stdio: 'inherit',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LANG: 'C.UTF-8' },
  });
  const close = async () => {
    await end(driver);
    await end(screen);
  };
  await vi
    .waitFor(() => expectReady(address), { timeout: 20_000, interval: 50 })
    .catch(async (error: unknown) => {
      await close();
      throw error;
    });
  return {
    open: async (at) => {
      const session = await startSession(address, {
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
        timeouts: { implicit: 10_000, script: 30_000 },
      });
      await session.command('POST', '/window/rect', { x: 0, y: 0, ...WINDOW });
      await session.command('POST', '/url', { url: at });
      return {
        evaluate: (script) => evaluate(session, script),
        click: (xpath) => click(session, xpath),
        pressEnd: (xpath) => type(session, xpath, END),
        close: async () => void (await session.command('DELETE', '')),
      };
    },
    close,
  };
};
