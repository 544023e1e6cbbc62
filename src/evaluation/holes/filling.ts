import { hasMark } from '../../case/holes'

/** A text for each hole; what it does not speak of stays open. */
export class Filling {
  private readonly texts: ReadonlyMap<string, string>

  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts
  }

  /** A text with the holes filled. */
  readonly fill = (text: string): string => {
    if (!hasMark(text)) return text
    let out = ''
    for (const char of text) out += this.texts.get(char) ?? char
    return out
  }
}
