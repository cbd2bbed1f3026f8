/** W3C WebDriver over HTTP, as far as these tests need it: https://www.w3.org/TR/webdriver2/ */

/** The key under which WebDriver writes an element (§12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The character that means the key End (§15.4.2). */
export const END = '\uE010';

/** A session: one browser with one window. */
export interface Session {
  readonly command: (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;
}

const send = async (address: string, method: string, body?: object): Promise<unknown> => {
  const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebDriver refused ${method} ${new URL(address).pathname}: ${error}. ${message}`);
};

/** Fails while no driver listens there that is ready for a session. */
export const expectReady = async (driver: string): Promise<void> => {
  const { ready, message } = (await send(`${driver}/status`, 'GET')) as { ready: boolean; message: string };
  if (!ready) throw new Error(`The driver at ${driver} is not ready: ${message}`);
};

/** Starts a browser with these capabilities. */
export const startSession = async (driver: string, capabilities: object): Promise<Session> => {
  const started = await send(`${driver}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } });
  const { sessionId } = started as { sessionId: string };
  return {
    command: (method, path, body) => send(`${driver}/session/${sessionId}${path}`, method, body),
  };
};

/** What a script answers, or promises to. */
export const evaluate = async <Value>(session: Session, script: () => Promise<Value>): Promise<Value> => {
  const run = `const done = arguments[arguments.length - 1];
Promise.resolve((${String(script)})()).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const answer = await session.command('POST', '/execute/async', { script: run, args: [] });
  const { value, error } = answer as { value: Value; error?: string };
  if (error !== undefined) throw new Error(`A script of the test failed in the page: ${error}`);
  return value;
};

/** The path of an element; the driver waits for it as long as the session's implicit timeout says. */
const find = async ({ command }: Session, xpath: string): Promise<string> => {
  const found = await command('POST', '/element', { using: 'xpath', value: xpath });
  return `/element/${(found as Record<string, string>)[ELEMENT]}`;
};

/** Clicks the middle of an element. */
export const click = async (session: Session, xpath: string): Promise<void> => {
  await session.command('POST', `${await find(session, xpath)}/click`, {});
};

/** Types into an element. */
export const type = async (session: Session, xpath: string, text: string): Promise<void> => {
  await session.command('POST', `${await find(session, xpath)}/value`, { text });
};
