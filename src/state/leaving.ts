/** What is left before another experiment is opened: a lesson, whose run nobody keeps; null: nothing. */
let leaving: (() => Promise<unknown>) | null = null;
export const leaveBefore = (task: typeof leaving): void => {
  leaving = task;
};

/** Leaves it, if there is something to leave. */
export const leaveFirst = async (): Promise<void> => {
  await leaving?.();
};
