/** The addresses of the compiled kernels (vite.config.ts). */
declare module 'gradus:kernels' {
  const address: string;
  export default address;
}
declare module 'gradus:kernels-for-threads' {
  const address: string;
  export default address;
}
