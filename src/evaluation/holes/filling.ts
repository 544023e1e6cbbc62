import { isMark } from '../../case/holes'

/** A text for each hole; what it does not speak of stays open. */
export class Filling {
  private readonly texts: ReadonlyMap<string, string>

  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts
  }

  /** A text with the holes filled. */
  readonly fill = (text: string): string => {
    let out = ''
    for (let i = 0; i < text.length; i++) {
      const char = text.charAt(i)
      out += isMark(char) ? (this.texts.get(char) ?? char) : char
    }
    return out
  }
}
