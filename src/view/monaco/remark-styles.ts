/** Style rules that are to be added; `isAnew`: those before are gone. */
export interface AddedRules {
  readonly rules: readonly string[]
  readonly isAnew: boolean
}

/**
 * The classes of words that are painted, whose style rules hold the words. A change of rules has the whole page styled
 * again: the same words keep their class as long as the editor stands.
 */
export interface RemarkStyles {
  readonly classOf: (words: string) => string
  /** The rules of the words that got a class since this was asked before. */
  readonly added: () => AddedRules
}

/** After so many words the classes begin anew, with those that are drawn then. */
const MOST = 1_000

/** A text as CSS writes strings: nothing in it ends the string. */
function cssString(text: string): string {
  const escaped = [...text].map((sign) => (/[\w ]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16) ?? ''} `))
  return `"${escaped.join('')}"`
}

/** No words yet. `owner` tells the editor from others on the page, whose rules hold too. */
export function createRemarkStyles(owner: string): RemarkStyles {
  const classes = new Map<string, string>()
  let rules: string[] = []
  let isAnew = false
  return {
    classOf(words) {
      const known = classes.get(words)
      if (known !== undefined) return known
      const name = `policy-remark-${owner}-${classes.size}`
      classes.set(words, name)
      rules.push(`.${name}::after{content:${cssString(words)}}`)
      return name
    },
    added() {
      const now = { rules, isAnew }
      rules = []
      isAnew = classes.size > MOST
      if (isAnew) classes.clear()
      return now
    },
  }
}
