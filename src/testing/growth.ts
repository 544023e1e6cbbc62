/**
 * Processor time of a run in milliseconds, which a busy machine does not lengthen: user and system time together, because
 * Linux knows exactly the sum alone and estimates how it is split.
 */
function spent(run: () => void): number {
  const begun = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

const ATTEMPTS = 12

/**
 * For tests: how long it takes at best to read texts of n and 8n characters, in milliseconds, and whether that grows with
 * the text: eight times the text in about eight times the time, where a square would be sixty-four. What looks like more
 * is measured again, up to twelve times, and the best of each length counts: code that still runs cold, and whoever
 * else is busy, make a run longer and never shorter. `make` gets how many characters, and a number that no other text has;
 * no two texts are equal, so that none is remembered. `clock` runs something and tells how long it took.
 */
export function growthOf(
  read: (text: string) => void,
  make: (length: number, turn: number) => string,
  { length = 4_000, clock = spent }: { readonly length?: number; readonly clock?: (run: () => void) => number } = {},
): { readonly isLinear: boolean; readonly took: readonly number[] } {
  let turn = 0
  const measure = (times: number) => {
    turn += 1
    const text = make(length * times, turn) + ' '.repeat(turn)
    return clock(() => read(text))
  }
  // Code runs cold at first, which would hide what follows.
  measure(1)
  let [once, eight] = [Infinity, Infinity]
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    once = Math.min(once, measure(1))
    eight = Math.min(eight, measure(8))
    if (eight < 30 * Math.max(once, 0.5)) return { isLinear: true, took: [once, eight] }
  }
  return { isLinear: false, took: [once, eight] }
}
