/** Long texts that were looked through beside the page: neither their secrets nor what may be kept of them is looked for again. */
export interface LookedTexts {
  /** Is it known that no secret is in a text? */
  readonly isClean: (text: string) => boolean
  /** What may be kept of a text; undefined where it was not looked through. */
  readonly keptOf: (text: string) => string | undefined
  /** Takes over texts without secrets, each with what may be kept of it. */
  readonly add: (texts: ReadonlyMap<string, string>) => void
  readonly forget: () => void
}

/** The texts of so many readings are remembered. */
const REMEMBERED = 3

/** Remembers nothing yet. */
export function createLookedTexts(): LookedTexts {
  let readings: readonly ReadonlyMap<string, string>[] = []
  const keptOf = (text: string) => readings.find((texts) => texts.has(text))?.get(text)
  return {
    keptOf,
    isClean: (text) => keptOf(text) !== undefined,
    add(texts) {
      if (texts.size > 0) readings = [texts, ...readings].slice(0, REMEMBERED)
    },
    forget() {
      readings = []
    },
  }
}
