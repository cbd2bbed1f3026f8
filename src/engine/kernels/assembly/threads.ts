import { DONE, HERE, MEETING } from './places';
import { run } from './program';
import { setScratch } from './scratch';

// Threads over one memory, each with an instance of this assembly. The first one makes programs; where a call is shared, all
// of them make a part of it, and the first one goes on when all are done. Parts are calls for some of the outputs: they have
// the same bits whoever makes them. What every thread looks at lies in the meeting place, apart by lines of the cache.

/** Counts what the first thread has asked for. */
const ASKED: usize = MEETING;
/** The shared call that is made. */
const CALL: usize = MEETING + 4;
/** The last visit that is over. */
const OVER: usize = MEETING + 8;
/** How many threads sleep till more is asked for. */
const ASLEEP: usize = MEETING + 64;
/** Whether the first one sleeps till all have done their part. */
const WAITING: usize = DONE + 4;

/**
 * So often one looks before one sleeps, at most: for about a hundred microseconds. Waking up would take half of that, and what
 * one thread makes alone between two shared calls of a step is over sooner.
 */
const PATIENCE: i32 = 100000;
/** And at least. */
const HASTE: i32 = 1000;
/** After so many times in vain it looks as long as at most again. */
const TRIES: i32 = 64;

/**
 * How often this thread looks, and how many times in a row it did so in vain. Then the others may be waiting for its core: it
 * looks less often, till looking helps again.
 */
let patience: i32 = PATIENCE;
let vain: i32 = 0;

function lookMore(): void {
  patience = min(PATIENCE, patience << 1);
  vain = 0;
}
function lookLess(): void {
  vain++;
  patience = vain % TRIES ? max(HASTE, patience >> 1) : PATIENCE;
}

/** The visit that the first thread expects the others to make. */
let visit: i32 = 0;

/** Says on the first thread for which visit the others come. */
export function expectThreads(next: i32): void {
  visit = next;
}

/** Lets the others go, and those that have not come yet when they do. */
export function dismissThreads(): void {
  atomic.store<i32>(OVER, visit);
  visit = 0;
  atomic.add<i32>(ASKED, 1);
  atomic.notify(ASKED, -1);
}

/** Whether all others are here for the visit that is expected of them. */
function areHere(others: u32): bool {
  for (let i: u32 = 1; i <= others; i++) if (atomic.load<i32>(HERE + (i << 2)) != visit) return false;
  return true;
}

/**
 * Makes a shared call: the ends of its parts, how often to look for threads that are on their way, then the parts. Returns
 * where they end.
 */
export function share(at: usize): usize {
  const others = (load<u32>(at) >> 16) - 3;
  const from = at + ((others + 3) << 2), end = load<usize>(at + ((others + 1) << 2));
  let left: i32 = visit == 0 ? 0 : load<i32>(at + ((others + 2) << 2));
  while (visit == 0 || !areHere(others)) {
    if (--left > 0) continue;
    // Of a thread that comes too late the part is made here.
    run(from, end);
    return end;
  }
  store<usize>(CALL, at);
  atomic.store<u32>(DONE, 0);
  atomic.add<i32>(ASKED, 1);
  if (atomic.load<i32>(ASLEEP) > 0) atomic.notify(ASKED, -1);
  run(from, load<usize>(at, 4));
  for (left = patience; left > 0; left--) {
    if (atomic.load<u32>(DONE) == others) {
      lookMore();
      return end;
    }
  }
  lookLess();
  atomic.store<i32>(WAITING, 1);
  for (let done = atomic.load<u32>(DONE); done != others; done = atomic.load<u32>(DONE)) {
    atomic.wait<i32>(DONE, done, -1);
  }
  atomic.store<i32>(WAITING, 0);
  return end;
}

/** What a thread other than the first does till its visit is over; its kernels write at `scratch` for themselves. */
export function serve(index: i32, scratch: usize, own: i32): void {
  setScratch(scratch);
  let asked = atomic.load<i32>(ASKED);
  atomic.store<i32>(HERE + (index << 2), own);
  while (atomic.load<i32>(OVER) < own) {
    let left = patience;
    while (atomic.load<i32>(ASKED) == asked) {
      if (--left > 0) continue;
      if (left == 0) lookLess();
      atomic.add<i32>(ASLEEP, 1);
      atomic.wait<i32>(ASKED, asked, -1);
      atomic.sub<i32>(ASLEEP, 1);
    }
    if (left > 0) lookMore();
    asked = atomic.load<i32>(ASKED);
    if (atomic.load<i32>(OVER) >= own) return;
    const ends = load<usize>(CALL) + (index << 2);
    run(load<usize>(ends), load<usize>(ends, 4));
    atomic.add<i32>(DONE, 1);
    if (atomic.load<i32>(WAITING)) atomic.notify(DONE, 1);
  }
}
