// What a kernel that adds finds at its target. Where a target is known to be 0 nobody has written the 0: the kernel is told
// so (codes.ts, FRESH) and takes it as read.

/** All bits where targets are read, none where they are taken to be 0. */
let read: v128 = i32x4.splat(-1);

/** Says of the call that comes whether its target is taken to be 0. */
@inline
export function expect(fresh: bool): void {
  read = i32x4.splat(fresh ? 0 : -1);
}

/** Whether the target is taken to be 0: for kernels that need not read it at all then. */
@inline
export function isFresh(): bool {
  return !v128.any_true(read);
}

/** Numbers of a target, as they count. */
@inline
export function old(numbers: v128): v128 {
  return v128.and(numbers, read);
}

/** One number of a target. */
@inline
export function oldNumber(at: usize): f32 {
  return f32x4.extract_lane(v128.and(v128.load32_zero(at), read), 0);
}
