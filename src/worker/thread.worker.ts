import { serve, type Visit } from '../engine/kernels/wasm/threads.ts';

// One of the threads that compute beside the trainer. It sleeps inside the assembly; messages wait till its visit is over.
addEventListener('message', ({ data }: MessageEvent<Visit>) => serve(data));
