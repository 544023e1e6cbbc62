/** A port that nobody uses now. */
export function freePort(): Promise<number>
