import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AskedRepair } from '../../../draft/exercise-repair'
import { buildCase } from '../../../draft/build/build-case'
import { probeInWords } from '../../../lessons/exercise-task'
import type { Card, Deck } from '../../../permalink/deck'
import { answerOptions, answerText } from '../../../permalink/expected-answer'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { LessonGates } from './LessonGates'
import { errorAlone, maskedPolicies, titleOf } from './masked'
import { MaskedError } from './MaskedError'
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
            {titleOf(card) === '' ? `Case ${index + 1}` : `${index + 1}. ${titleOf(card)}`}
          </h2>
          {card.notes !== '' && <p className="whitespace-pre-wrap text-muted">{card.notes}</p>}
          {card.expected ? <MaskedError draft={card.draft} /> : <ErrorText text={errorAlone(card.draft)} />}
          {card.expected && <RequestTable built={buildCase(card.draft)} />}
          {card.expected === undefined && <LessonGates draft={card.draft} />}
          <PolicyTexts draft={card.expected ? maskedPolicies(card.draft) : card.draft} />
          {card.expected && <Asked {...card} expected={card.expected} />}
          {card.repair && <PrintedRepair repair={card.repair} />}
        </section>
      ))}
      <ForSpeaker deck={deck} />
    </div>
  )
}

function Asked({ draft, expected, options }: Card & Required<Pick<Card, 'expected'>>) {
  const choices = options ?? answerOptions(verdictOf(draft).gates, expected)
  return <PrintedQuestion text="What decides?" options={choices.map(answerText)} />
}

/** What is to be repaired, with the requests that tell whether it is. */
function PrintedRepair({ repair: { task, probes } }: { readonly repair: AskedRepair }) {
  return (
    <div className="break-inside-avoid space-y-2">
      <p className="font-medium">Then repair it. {task}</p>
      <ul className="list-disc pl-5">
        {probes.map((probe, index) => (
          <li key={index}>
            {probe.must === 'beAllowed' ? 'Must be allowed: ' : 'Must stay denied: '}
            {probeInWords(probe)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** On a page of its own, not to be handed out: the answers and what the speaker says to each card. */
function ForSpeaker({ deck: { cards } }: { readonly deck: Deck }) {
  if (!cards.some(({ expected, speaker }) => expected ?? speaker)) return null
  return (
    <section className="mt-8 break-before-page">
      <h2 className="text-lg font-semibold">Answer key and speaker notes</h2>
      <ol className="mt-3 list-decimal space-y-2 pl-8">
        {cards.map(({ title, expected, speaker }, index) => (
          <li key={index} className="break-inside-avoid">
            {title || `Case ${index + 1}`}
            {expected && <strong>: {answerText(expected)}</strong>}
            {speaker !== undefined && <p className="whitespace-pre-wrap text-muted">{speaker}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
