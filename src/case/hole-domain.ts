/**
 * Which characters a hole's text is made of, from few to many: the digits of an account, what Regions are written with,
 * a name without slash, one field of an ARN, anything. No hole stands for a wildcard.
 */
export type HoleChars = 'digits' | 'region' | 'name' | 'field' | 'any'

/** What a hole can stand for. */
export interface HoleDomain {
  readonly chars: HoleChars
  readonly min: number
  /** Infinity where no length is known. */
  readonly max: number
}

/** Any text that is not empty. */
export const ANY_TEXT: HoleDomain = { chars: 'any', min: 1, max: Infinity }
/** A text of one or more of these characters. */
export const someOf = (chars: HoleChars): HoleDomain => ({ chars, min: 1, max: Infinity })
/** A number of digits. */
export const digits = (count: number): HoleDomain => ({ chars: 'digits', min: count, max: count })

const ORDER: readonly HoleChars[] = ['digits', 'region', 'name', 'field', 'any']

/** What fits both; where no text does, what fits the first. */
export function narrower(a: HoleDomain, b: HoleDomain): HoleDomain {
  const min = Math.max(a.min, b.min)
  const max = Math.min(a.max, b.max)
  const chars = ORDER.indexOf(a.chars) <= ORDER.indexOf(b.chars) ? a.chars : b.chars
  return min <= max ? { chars, min, max } : a
}

/** Can a hole of this domain hold the character? */
export function holdsChar(chars: HoleChars, char: string): boolean {
  if (char === '*' || char === '?') return false
  switch (chars) {
    case 'digits':
      return char >= '0' && char <= '9'
    case 'region':
      return char === '-' || (char >= '0' && char <= '9') || (char >= 'a' && char <= 'z')
    case 'name':
      return char !== '/' && char !== ':'
    case 'field':
      return char !== ':'
    case 'any':
      return true
  }
}
