import { useState } from 'react'
import type { Card, Deck } from '../../../permalink/deck'
import { writeHandIn, type HandedCard } from '../../../permalink/hand-in'
import { CopyButton } from '../../ui/CopyButton'
import { Field } from '../../ui/Field'
import { LONGEST } from '../../ui/capped'
import type { KeptAnswer } from './ExerciseCard'
import { titleOf } from './masked'
import { CLASS_WORDS } from './messages'
import { writeOutcomes } from './repair-tries'

interface HandInFormProps {
  readonly deck: Deck
  /** By the number of the card, from 1. */
  readonly answers: ReadonlyMap<number, KeptAnswer>
  /** Who hands in: kept with the answers. */
  readonly name: string
  readonly onName: (name: string) => void
}

const NOTHING: KeptAnswer = { tries: [], isGivenUp: false, repairs: [], repairText: '' }

/** By its number, as it stands in the deck: cards may have no title, or the same. */
function handed(card: Card, number: number, kept: KeptAnswer): HandedCard | null {
  if (card.expected === undefined) return null
  const { tries, repairs, repairText } = kept
  const title = `${number}. ${titleOf(card) || CLASS_WORDS.untitled}`
  return { title, expected: card.expected, tries, repairs: writeOutcomes(repairs), repairText }
}

/** What a person did with the whole deck, as one text to hand in. */
export function HandInForm({ deck, answers, name, onName }: HandInFormProps) {
  const [time] = useState(() => new Date().toISOString())
  const cards = deck.cards.flatMap((card, at) => handed(card, at + 1, answers.get(at + 1) ?? NOTHING) ?? [])
  if (cards.length === 0) return null
  const text = writeHandIn({ name: name.trim(), time, deck: deck.title.slice(0, 200), cards })
  return (
    <section aria-label={CLASS_WORDS.handIn} className="mt-8 max-w-xl space-y-3">
      <h2 className="text-lg font-semibold">{CLASS_WORDS.handIn}</h2>
      <Field
        label={CLASS_WORDS.yourName}
        value={name}
        maxLength={LONGEST.name / 5}
        onChange={({ target }) => onName(target.value)}
      />
      {name.trim() !== '' && <CopyButton label={CLASS_WORDS.copy} size="medium" look="primary" text={text} />}
      <p className="text-xs text-muted">{CLASS_WORDS.tells}</p>
    </section>
  )
}
