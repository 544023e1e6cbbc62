import { LEARN_TEXTS, PRESENT_WORDS } from './messages'
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { decodeDeck, type Card, type Deck } from '../../../permalink/deck'
import { linkAlone, linkToStep, stepOf } from '../../../permalink/link-parts'
import { linkSentence } from '../../../permalink/link-messages'
import { Button, buttonClass, IconButton } from '../../ui/Button'
import { CopyLinkButton } from '../../ui/CopyLinkButton'
import { Notice } from '../../ui/Notice'
import { setAddress } from '../../state/address'
import { useIntake } from '../../state/intake'
import { ErrorText, PolicyTexts } from './CaseSheet'
import { keepDeckAnswers, keptDeckAnswers, type DeckAnswers } from './deck-answers'
import { DeckContents } from './DeckContents'
import { setDeckInProgress } from './deck-in-progress'
import { ExerciseCard, type KeptAnswer } from './ExerciseCard'
import { HandInForm } from './HandInForm'
import { LearnFrame } from './LearnFrame'
import { LessonGates } from './LessonGates'
import { errorAlone, titleOf } from './masked'
import { PresentCard } from './PresentCard'
import { PrintedDeck } from './PrintedDeck'
import { own } from '../../../text/own'
import { diagnose } from '../../../diagnosis/diagnose'
import { Sentence } from '../../shared/Sentence'
import { useKeyPress } from '../../ui/use-key-press'

/** A deck that came as a link. */
export function DeckPage({ fragment }: { readonly fragment: string }) {
  const link = linkAlone(fragment)
  const opened = useMemo(() => decodeDeck(link), [link])
  if ('problem' in opened) {
    return (
      <LearnFrame title="Deck">
        <h1 className="mb-4 text-2xl font-semibold tracking-tight">This deck does not open</h1>
        <Notice tone="deny">{linkSentence(opened.problem)}</Notice>
      </LearnFrame>
    )
  }
  const asked = stepOf(fragment) ?? 0
  return <Presenter link={link} deck={opened.deck} at={asked <= opened.deck.cards.length ? asked : 0} />
}

/** Kept while the deck is shown: what the speaker sees does not change from card to card. */
const NOTES_KEY = 'n'

const KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

interface PresenterProps {
  /** The deck’s link, by which its answers are kept. */
  readonly link: string
  readonly deck: Deck
  /** The card, from 1; 0: the first page. */
  readonly at: number
}

/** Shows the cards one after the other in large type; the arrow keys turn them, and the address is the link to the card. */
function Presenter({ link, deck, at }: PresenterProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [isSpeaking, setSpeaking] = useState(false)
  const [isPresenting, present] = useState(false)
  /** By the number of the card: what was answered stays answered. */
  const [done, setDone] = useState(() => keptDeckAnswers(link))
  const { answers, name } = done
  const keep = (next: DeckAnswers) => {
    setDone(next)
    keepDeckAnswers(link, next)
  }
  const last = deck.cards.length
  const go = (to: number) => {
    if (to < 0 || to > last) return
    setAddress(linkToStep(window.location.hash, to === 0 ? null : to))
    window.scrollTo({ top: 0 })
    heading.current?.focus()
  }
  useKeyPress((event) => {
    const step = own(KEYS, event.key)
    const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, pre')
    if (isPresenting || inField || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === NOTES_KEY) setSpeaking(!isSpeaking)
    if (step === undefined) return
    event.preventDefault()
    go(at + step)
  })
  const card = deck.cards[at - 1]
  return (
    <LearnFrame title={deck.title === '' ? 'Deck' : deck.title} wide>
      <PrintedDeck deck={deck} />
      {isPresenting && (
        <PresentCard
          deck={deck}
          at={Math.max(at - 1, 0)}
          onTurn={(shown) => go(shown + 1)}
          onClose={() => present(false)}
        />
      )}
      <div className="presenter text-lg print:hidden">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
          {card === undefined ? deck.title || 'Deck' : titleOf(card) || `Case ${String(at)}`}
        </h1>
        <p className="mt-3 mb-6 whitespace-pre-wrap text-muted">{card === undefined ? deck.notes : card.notes}</p>
        {isSpeaking && (
          <aside
            aria-label="Speaker notes"
            className="mb-6 rounded-lg border border-line bg-sunken px-4 py-3 text-base"
          >
            <p className="whitespace-pre-wrap">{card?.speaker ?? LEARN_TEXTS.noSpeakerNotesHere}</p>
          </aside>
        )}
        {at === 0 && <DeckContents deck={deck} onOpen={go} />}
        {card && (
          <CardView
            key={at}
            card={card}
            kept={answers.get(at)}
            onKeep={(kept) => keep({ name, answers: new Map(answers).set(at, kept) })}
          />
        )}
        {at === last && last > 0 && (
          <HandInForm deck={deck} answers={answers} name={name} onName={(next) => keep({ name: next, answers })} />
        )}
      </div>
      <nav
        aria-label="Cards"
        className="sticky bottom-0 z-10 -mx-4 mt-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-canvas px-4 py-3 print:hidden"
      >
        <Button icon={<ChevronLeft size={15} aria-hidden />} disabled={at === 0} onClick={() => go(at - 1)}>
          Back
        </Button>
        <Button look="primary" disabled={at === last} onClick={() => go(at + 1)}>
          Next
          <ChevronRight size={15} aria-hidden />
        </Button>
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">
          {at > 0 ? `${at} of ${last}` : last === 1 ? '1 card' : `${last} cards`}
        </span>
        {at > 0 && <CopyLinkButton label="Copy link to this card" make={() => window.location.href} />}
        <span className="flex-1" />
        {deck.cards.some(({ speaker }) => speaker !== undefined) && (
          <Button aria-pressed={isSpeaking} aria-keyshortcuts="N" onClick={() => setSpeaking(!isSpeaking)}>
            Speaker notes
          </Button>
        )}
        {last > 0 && (
          <Button className="max-sm:hidden" onClick={() => present(true)}>
            {PRESENT_WORDS.present}
          </Button>
        )}
        <a href="#/learn/deck" className={buttonClass('quiet')} onClick={() => setDeckInProgress(deck)}>
          Edit
        </a>
        <IconButton label="Print the deck" className="max-sm:hidden" onClick={() => window.print()}>
          <Printer size={15} aria-hidden />
        </IconButton>
      </nav>
    </LearnFrame>
  )
}

interface CardViewProps {
  readonly card: Card
  readonly kept: KeptAnswer | undefined
  readonly onKeep: (kept: KeptAnswer) => void
}

function CardView({ card, kept, onKeep }: CardViewProps) {
  const { openDraft } = useIntake()
  const { draft, expected, options, repair } = card
  const { explanation } = useMemo(() => diagnose(draft), [draft])
  const exercise = useMemo(
    () => expected && { draft, prompt: '', expected, ...(options ? { options } : {}), ...(repair ? { repair } : {}) },
    [draft, expected, options, repair],
  )
  if (exercise) return <ExerciseCard exercise={exercise} wide {...(kept ? { kept } : {})} onKeep={onKeep} />
  return (
    <div className="grid items-start gap-x-10 gap-y-5 desk:grid-cols-2">
      <div className="min-w-0 space-y-5">
        {explanation && (
          <div role="status">
            <p className="text-xl leading-tight sm:text-4xl font-bold tracking-tight [overflow-wrap:anywhere]">
              <Sentence words={explanation.answer.headline} />
            </p>
            {explanation.answer.fact && (
              <p className="mt-3 border-l-4 border-accent pl-3 text-xl [overflow-wrap:anywhere]">
                <Sentence words={explanation.answer.fact.sentence} />
              </p>
            )}
          </div>
        )}
        <ErrorText text={errorAlone(card.draft)} />
        <LessonGates draft={card.draft} />
        <Button onClick={() => openDraft(card.draft)}>Open this case in the workbench</Button>
      </div>
      <div className="min-w-0">
        <PolicyTexts draft={card.draft} fact={explanation?.answer.fact ?? null} />
      </div>
    </div>
  )
}
