// How a window slides over pictures, as the words of a call hold it (../../window.ts): twelve numbers, in
// this order.

@inline
export function height(window: usize): i32 { return load<i32>(window); }
@inline
export function width(window: usize): i32 { return load<i32>(window, 4); }
@inline
export function outHeight(window: usize): i32 { return load<i32>(window, 8); }
@inline
export function outWidth(window: usize): i32 { return load<i32>(window, 12); }
@inline
export function tall(window: usize): i32 { return load<i32>(window, 16); }
@inline
export function wide(window: usize): i32 { return load<i32>(window, 20); }
@inline
export function strideY(window: usize): i32 { return load<i32>(window, 24); }
@inline
export function strideX(window: usize): i32 { return load<i32>(window, 28); }
@inline
export function dilationY(window: usize): i32 { return load<i32>(window, 32); }
@inline
export function dilationX(window: usize): i32 { return load<i32>(window, 36); }
@inline
export function top(window: usize): i32 { return load<i32>(window, 40); }
@inline
export function left(window: usize): i32 { return load<i32>(window, 44); }

// Along one direction at + n · step is a cell of 0 … cells − 1 for n from `enters` up to, but not
// including, `leaves`. Most windows lie inside as a whole, so that nothing is divided.

@inline
export function enters(at: i32, step: i32): i32 {
  return at >= 0 ? 0 : (step - 1 - at) / step;
}

@inline
export function leaves(at: i32, step: i32, count: i32, cells: i32): i32 {
  if (at + (count - 1) * step < cells) return count;
  return at < cells ? (cells - 1 - at) / step + 1 : 0;
}
