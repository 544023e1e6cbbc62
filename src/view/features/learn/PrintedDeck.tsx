import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Card, Deck } from '../../../permalink/deck'
import { answerOptions, answerText } from './answer-options'
import { ErrorText, PolicyTexts } from './CaseSheet'
import { LessonGates } from './LessonGates'
import { PrintedQuestion } from './PrintedQuestion'
import { verdictOf } from './verdict-of'

/** Is the page being printed? True in time for what is printed. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    // The browser prints as soon as its event is over.
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal })
    window.addEventListener('afterprint', () => setPrinting(false), { signal })
    return () => stop.abort()
  }, [])
  return isPrinting
}

/** All cards of a deck on paper; the verdict of an exercise is not told. */
export function PrintedDeck({ deck }: { readonly deck: Deck }) {
  const isPrinting = useIsPrinting()
  if (!isPrinting) return null
  return (
    <div className="hidden print:block">
      <h1 className="text-2xl font-semibold tracking-tight">{deck.title || 'Deck'}</h1>
      <p className="mt-3 whitespace-pre-wrap text-muted">{deck.notes}</p>
      {deck.cards.map((card, index) => (
        <section key={index} className="mt-8 space-y-4 not-first-of-type:break-before-page">
          <h2 className="text-lg font-semibold">
            {index + 1}. {card.title || 'Untitled case'}
          </h2>
          {card.notes !== '' && <p className="whitespace-pre-wrap text-muted">{card.notes}</p>}
          <ErrorText text={card.draft.paste} />
          {card.expected === undefined && <LessonGates draft={card.draft} />}
          <PolicyTexts draft={card.draft} />
          {card.expected && <Asked draft={card.draft} expected={card.expected} />}
        </section>
      ))}
    </div>
  )
}

function Asked({ draft, expected }: Required<Pick<Card, 'draft' | 'expected'>>) {
  const options = answerOptions(verdictOf(draft).gates, expected)
  return <PrintedQuestion text="What decides?" options={options.map(answerText)} />
}
