/** A value within another, with the names that lead to it. */
export interface InnerValue {
  readonly path: readonly string[]
  readonly value: string
  /** It stood in quotes, so that a blank or comma is part of it. */
  readonly isQuoted: boolean
}

/** In JSON, a dictionary of Python, an object of JavaScript, HCL, or the short form of the AWS CLI. */
const KEY =
  /(?:"([A-Z][\w.-]{0,60})"|'([A-Z][\w.-]{0,60})')\s{0,20}(?:=>|[:=])|([A-Z][\w.-]{0,60})(?:\s{0,20}=(?!=)>?|\s{0,20}:(?=[\s"'{[]))/iy
const QUOTED = /"([^"\n]{0,300})"|'([^'\n]{0,300})'/y
const BARE = /[^\s,{}[\]()"']{1,300}/y
const BETWEEN = /[\s,]+/y

const MOST = 400

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** An object or list that is open, and the name in it that what follows belongs to. */
interface Frame {
  readonly path: readonly string[]
  key: string | null
}

const pathOf = ({ path, key }: Frame): readonly string[] => (key === null ? path : [...path, key])

/** Is it the beginning of an ARN, whose first colon makes no name of it? */
const isArn = (text: string, from: number): boolean => text.startsWith('arn:', from)

/** Every value that stands in a text with names, in order; what is no such text gives none. */
export function innerValues(text: string): readonly InnerValue[] {
  const found: InnerValue[] = []
  const frames: Frame[] = [{ path: [], key: null }]
  for (let from = 0; from < text.length && found.length < MOST;) {
    const frame = frames.at(-1)!
    const char = text.charAt(from)
    if ('{[('.includes(char)) {
      frames.push({ path: pathOf(frame), key: null })
      from += 1
    } else if ('}])'.includes(char)) {
      if (frames.length > 1) frames.pop()
      from += 1
    } else {
      const gap = at(BETWEEN, text, from)
      const key = gap === null && !isArn(text, from) ? at(KEY, text, from) : null
      const quoted = gap === null && key === null ? at(QUOTED, text, from) : null
      const bare = gap === null && key === null && quoted === null ? at(BARE, text, from) : null
      const value = quoted?.[1] ?? quoted?.[2] ?? bare?.[0]
      if (key !== null) frame.key = key[1] ?? key[2] ?? key[3] ?? ''
      else if (value !== undefined && (frame.key !== null || frame.path.length > 0))
        found.push({ path: pathOf(frame), value, isQuoted: quoted !== null })
      from += Math.max(1, (gap ?? key ?? quoted ?? bare)?.[0].length ?? 1)
    }
  }
  return found
}
