/** A whole number with a comma at every thousand, as both languages write it: 60,000. */
export const parted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Bytes as whole megabytes. */
export const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
