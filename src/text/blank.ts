/** What stands for something that nobody knows, in a policy, a command or a message: `<name of the user>`. */
const BLANK = /<[^<>"\n]{1,60}>/g

/** The blanks of a text, in order. */
export const blanksWithin = (text: string): readonly string[] => text.match(BLANK) ?? []

/** Is something of a text to be filled in? */
export const hasBlank = (text: string): boolean => text.search(BLANK) >= 0

/** A text with each blank as something makes it of the blank. */
export const eachBlank = (text: string, fill: (blank: string) => string): string =>
  text.replaceAll(BLANK, (blank) => fill(blank))

/** A text with something in the place of each blank. */
export const blanksAs = (text: string, filled: string): string => eachBlank(text, () => filled)

/** A text as a pattern in which each blank can be anything. */
export const blanksAsAny = (text: string): string => blanksAs(text, '*')
