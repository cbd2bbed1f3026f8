/** The address of the compiled kernels (vite.config.ts). */
declare module 'gradus:kernels' {
  const address: string;
  export default address;
}
