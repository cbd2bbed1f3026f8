/**
 * The one place of the Content-Security-Policy: `npm start` sends it as a header, for the page and its workers, and
 * vite.config.ts writes it into the built page for servers that send no header. The development server goes without.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
