import { memo } from 'react'
import type { Words } from '../../text/phrase'
import { classNames } from '../ui/class-names'
import { TONE_TEXT } from '../ui/tone'
import { Name, Shown } from '../ui/Name'

const MARKS: Readonly<Record<NonNullable<Words['mark']>, string>> = {
  layer: 'font-semibold',
  code: 'term',
  strong: 'font-semibold',
}

/** Code up to this length stays on one line. */
const LONGEST_UNBROKEN = 28

interface SentenceProps {
  readonly words: readonly Words[]
  /** Does it stand in a control, so that it can hold none? */
  readonly isInControl?: boolean
}

/** Prose with its marks: names of layers, code, and tones. */
export const Sentence = memo(function Sentence({ words, isInControl = false }: SentenceProps) {
  return words.map(({ text, whole, mark, tone }, index) => {
    const isShort = mark === 'code' && text.length <= LONGEST_UNBROKEN
    const look = classNames(isShort && 'whitespace-nowrap', mark && MARKS[mark], tone && TONE_TEXT[tone])
    if (mark === 'code') {
      return (
        <code key={index} className={look}>
          <Name text={text} whole={whole} isOpenable={!isInControl} />
        </code>
      )
    }
    return look === '' ? (
      <Shown key={index} text={text} />
    ) : (
      <span key={index} className={look}>
        <Name text={text} />
      </span>
    )
  })
})
