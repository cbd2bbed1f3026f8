import { openXor } from './page-screen.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ heap: number, buffers: number, tensors: number }} Usage bytes of the JavaScript heap, array buffers, WebAssembly memories */

/**
 * Speaks the DevTools protocol with the page, and through it with its one worker.
 * @param {Page} page
 * @returns {Promise<{ page: () => Promise<Usage>, trainer: () => Promise<Usage> }>}
 */
const usages = async (page) => {
  const session = await page.context().newCDPSession(page);
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  /** @type {string | null} */
  let trainer = null;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') trainer = sessionId;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let count = 0;
  const ask = (/** @type {string} */ method, /** @type {object} */ params = {}) =>
    new Promise((resolve, reject) => {
      if (!trainer) return reject(new Error('The page has no worker to measure.'));
      count += 1;
      waiting.set(count, resolve);
      const message = JSON.stringify({ id: count, method, params });
      session.send('Target.sendMessageToTarget', { sessionId: trainer, message }).catch(reject);
    });
  /** Bytes of the memories in which the trainer's tensors lie. */
  const tensors = async () => {
    const group = { objectGroup: 'bench' };
    const { result } = await ask('Runtime.evaluate', {
      expression: 'WebAssembly.Memory.prototype',
      ...group,
    });
    const { objects } = await ask('Runtime.queryObjects', { prototypeObjectId: result.objectId, ...group });
    const sum = await ask('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration:
        'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
      returnByValue: true,
    });
    await ask('Runtime.releaseObjectGroup', group);
    return sum.result.value;
  };
  const of = (/** @type {any} */ usage) => ({ heap: usage.usedSize, buffers: usage.backingStorageSize });
  return {
    page: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return { ...of(await session.send('Runtime.getHeapUsage')), tensors: 0 };
    },
    trainer: async () => {
      await ask('HeapProfiler.collectGarbage');
      return { ...of(await ask('Runtime.getHeapUsage')), tensors: await tensors() };
    },
  };
};

/** The slope of the least-squares line through numbers taken at even times, per time. @param {number[]} numbers */
const slope = (numbers) => {
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const spread = numbers.reduce((sum, _one, at) => sum + (at - middle) ** 2, 0);
  return numbers.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0) / spread;
};

/**
 * Trains at full speed for so many minutes, and each minute collects garbage and writes down what is left.
 * @param {Page} page @param {string} address @param {number} minutes
 */
export const measureMemory = async (page, address, minutes) => {
  await openXor(page, address);
  const usage = await usages(page);
  const kilobytes = (/** @type {number} */ bytes) => Math.round(bytes / 1000);
  const rows = [];
  for (let minute = 0; minute <= minutes; minute += 1) {
    if (minute > 0) await page.waitForTimeout(60_000);
    const [here, there] = [await usage.page(), await usage.trainer()];
    const label = await page
      .locator('[role=slider][aria-valuetext*="epoch"]')
      .first()
      .getAttribute('aria-valuetext');
    const row = {
      minute,
      epoch: Number(/epoch ([\d,]+)/.exec(label ?? '')?.[1]?.replaceAll(',', '')),
      'page heap kB': kilobytes(here.heap),
      'page buffers kB': kilobytes(here.buffers),
      'trainer heap kB': kilobytes(there.heap),
      'trainer buffers kB': kilobytes(there.buffers),
      'trainer tensors kB': kilobytes(there.tensors),
    };
    rows.push(row);
    console.log(JSON.stringify(row));
  }
  console.table(rows);
  // The first minute still compiles, and fills keyframes and curve up to their bounds.
  const settled = rows.slice(rows.length > 5 ? Math.ceil(rows.length / 5) : 0);
  for (const name of /** @type {const} */ ([
    'page heap kB',
    'page buffers kB',
    'trainer heap kB',
    'trainer buffers kB',
    'trainer tensors kB',
  ])) {
    const numbers = settled.map((row) => row[name]);
    console.log(
      `${name}: slope ${slope(numbers).toFixed(2)} kB a minute after minute ${settled[0]?.minute}, from ${Math.min(...numbers)} to ${Math.max(...numbers)}`,
    );
  }
};
