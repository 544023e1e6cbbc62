import { messageText } from '../../../text/message-text'
import { CLASS_WORDS, LEARN_TEXTS } from './messages'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { ArrowDown, ArrowUp, Download, X } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import {
  decodeDeck,
  decodeExercise,
  encodeDeck,
  isDeckFile,
  readDeckFile,
  writeDeckFile,
  type Card,
  type Deck,
} from '../../../permalink/deck'
import { linkAlone } from '../../../permalink/link-parts'
import { linkSentence } from '../../../permalink/link-messages'
import { decodeFragment, linkKindOf } from '../../../permalink/permalink'
import type { LinkProblem } from '../../../permalink/link-messages'
import { saveFile } from '../../ui/save-file'
import { Button, buttonClass, IconButton } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { AddToDeck } from './AddToDeck'
import { setDeckInProgress, useDeckInProgress } from './deck-in-progress'
import { LearnFrame } from './LearnFrame'
import { verdictOf } from './verdict-of'
import { pageAddress } from '../../ui/page-address'
import { parsedJson } from '../../../text/parsed-json'

type OpenedLink = { readonly card: Card } | { readonly deck: Deck } | { readonly problem: LinkProblem }

/** What a pasted link holds: the card of a case or an exercise, or a whole deck. */
function openLink(text: string): OpenedLink {
  const fragment = text.trim().slice(Math.max(0, text.trim().indexOf('#')))
  const kind = linkKindOf(fragment)
  if (kind === 'deck') return decodeDeck(linkAlone(fragment))
  if (kind === 'exercise') {
    const opened = decodeExercise(fragment)
    if ('problem' in opened) return opened
    const { draft, prompt, ...rest } = opened.exercise
    return { card: { title: draft.title, notes: prompt, draft, ...rest } }
  }
  const opened = decodeFragment(fragment)
  return 'problem' in opened ? opened : { card: { title: opened.draft.title, notes: '', draft: opened.draft } }
}

const moved = (cards: readonly Card[], from: number, to: number): readonly Card[] => {
  const card = cards[from]
  return card ? cards.toSpliced(from, 1).toSpliced(to, 0, card) : cards
}

/** The link of a deck without what is meant for its speaker alone; null: it has no such notes, or no link. */
function withoutSpeaker(deck: Deck): string | null {
  if (deck.cards.every(({ speaker = '' }) => speaker === '')) return null
  const encoded = encodeDeck({ ...deck, cards: deck.cards.map(({ speaker: _, ...card }) => card) })
  return 'fragment' in encoded ? encoded.fragment : null
}

/** Puts cases together to a deck, which is a link or a file. */
export function DeckBuilderPage() {
  const deck = useDeckInProgress()
  const setDeck = setDeckInProgress
  const [problem, setProblem] = useState<LinkProblem | null>(null)
  const id = useId()
  const setCards = (cards: readonly Card[]) => setDeck({ ...deck, cards })
  const setCard = (at: number, change: Partial<Card>) =>
    setCards(deck.cards.map((card, index) => (index === at ? { ...card, ...change } : card)))
  const toggleExercise = (at: number, card: Card) => {
    const { expected, ...bare } = card
    setCards(deck.cards.with(at, expected ? bare : { ...bare, expected: verdictOf(card.draft).answer }))
  }
  const add = (text: string) => {
    const file = parsedJson(text)
    const result = isDeckFile(file) ? readDeckFile(file) : openLink(text)
    setProblem('problem' in result ? result.problem : null)
    if ('problem' in result) return false
    if ('deck' in result) setDeck(result.deck)
    else setCards([...deck.cards, result.card])
    return true
  }
  const settled = useDeferredValue(deck)
  const encoded = useMemo(() => encodeDeck(settled), [settled])
  const forStudents = useMemo(() => withoutSpeaker(settled), [settled])
  return (
    <LearnFrame title="Make a deck">
      <h1 className="text-2xl font-semibold tracking-tight">Make a deck</h1>
      <p className="mt-3 text-muted">{LEARN_TEXTS.aDeckShowsCases}</p>
      <div className="mt-6 space-y-4">
        <Field label="Title" value={deck.title} onChange={({ target }) => setDeck({ ...deck, title: target.value })} />
        <div>
          <label htmlFor={`${id}-notes`} className="text-xs font-medium text-muted">
            Notes for the first page
          </label>
          <textarea
            id={`${id}-notes`}
            rows={3}
            value={deck.notes}
            maxLength={LONGEST.words}
            onChange={capped(LONGEST.words, ({ target }) => setDeck({ ...deck, notes: target.value }))}
            className="mt-1 block w-full rounded-lg border border-line-strong bg-surface px-3 py-2"
          />
          <FullNote value={deck.notes} longest={LONGEST.words} />
        </div>
      </div>
      <h2 className="mt-8 text-lg font-semibold">Cards</h2>
      <ol aria-label="Cards" className="mt-3 space-y-3 empty:hidden">
        {deck.cards.map((card, at) => (
          <li key={at} className="space-y-3 rounded-lg border border-line bg-surface p-3">
            <div className="flex items-end gap-1">
              <Field
                label={`Title of card ${String(at + 1)}`}
                value={card.title}
                onChange={({ target }) => setCard(at, { title: target.value })}
                className="flex-1"
              />
              <IconButton
                label={`Card ${String(at + 1)} up`}
                disabled={at === 0}
                onClick={() => setCards(moved(deck.cards, at, at - 1))}
              >
                <ArrowUp size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={`Card ${String(at + 1)} down`}
                disabled={at === deck.cards.length - 1}
                onClick={() => setCards(moved(deck.cards, at, at + 1))}
              >
                <ArrowDown size={15} aria-hidden />
              </IconButton>
              <IconButton label={`Remove card ${String(at + 1)}`} onClick={() => setCards(deck.cards.toSpliced(at, 1))}>
                <X size={15} aria-hidden />
              </IconButton>
            </div>
            <Field
              label={`Notes of card ${String(at + 1)}`}
              maxLength={LONGEST.words}
              value={card.notes}
              onChange={({ target }) => setCard(at, { notes: target.value })}
            />
            <Field
              label={`Speaker notes of card ${String(at + 1)}, which the audience does not see`}
              maxLength={LONGEST.words}
              value={card.speaker ?? ''}
              onChange={({ target }) => setCard(at, { speaker: target.value })}
            />
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={card.expected !== undefined}
                onChange={() => toggleExercise(at, card)}
                className="accent-(--accent)"
              />
              Hide the verdict until an answer is given
            </label>
          </li>
        ))}
      </ol>
      <AddToDeck onCard={(card) => setCards([...deck.cards, card])} onText={add} />
      <div role="status" className="mt-3">
        {problem && <Notice tone="deny">{linkSentence(problem)}</Notice>}
      </div>
      <h2 className="mt-8 text-lg font-semibold">Share it</h2>
      {'problem' in encoded ? (
        <div className="mt-3">
          <Notice tone="depends">{linkSentence(encoded.problem)}</Notice>
        </div>
      ) : (
        <p className="mt-2 text-sm text-muted">
          {deck.cards.length === 0
            ? LEARN_TEXTS.noCardYet
            : messageText(LEARN_TEXTS.linkCarries, { characters: encoded.fragment.length.toLocaleString('en') })}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {'fragment' in encoded && deck.cards.length > 0 && (
          <>
            <CopyButton text={pageAddress(encoded.fragment)} label="Copy link" look="primary" size="medium" />
            {forStudents !== null && (
              <CopyButton text={pageAddress(forStudents)} label={CLASS_WORDS.linkForStudents} size="medium" />
            )}
            <a href={encoded.fragment} className={buttonClass('secondary')}>
              Show it
            </a>
          </>
        )}
        {deck.cards.length > 0 && (
          <Button
            icon={<Download size={15} aria-hidden />}
            onClick={() => saveFile('deck.json', 'application/json', writeDeckFile(deck))}
          >
            Save as a file
          </Button>
        )}
      </div>
    </LearnFrame>
  )
}
