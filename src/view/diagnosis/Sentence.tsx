import type { Words } from '../../explanation/explanation'
import { classNames } from '../ui/class-names'
import { TONE_TEXT } from '../ui/tone'

const MARKS: Readonly<Record<NonNullable<Words['mark']>, string>> = {
  layer: 'font-semibold',
  code: 'term',
  strong: 'font-semibold',
}

/** Prose with its marks: names of layers, code, and tones. */
export function Sentence({ words }: { readonly words: readonly Words[] }) {
  return words.map(({ text, mark, tone }, index) => {
    const look = classNames(mark && MARKS[mark], tone && TONE_TEXT[tone])
    if (mark === 'code') {
      return (
        <code key={index} className={look}>
          {text}
        </code>
      )
    }
    return look === '' ? (
      text
    ) : (
      <span key={index} className={look}>
        {text}
      </span>
    )
  })
}
