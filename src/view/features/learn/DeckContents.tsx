import { ArrowRight } from 'lucide-react'
import { buildCase } from '../../../draft/build/build-case'
import type { Card, Deck } from '../../../permalink/deck'
import { Badge } from '../../ui/Badge'
import { titleOf } from './masked'
import { LEARN_TEXTS, PRESENT_WORDS } from './messages'

interface DeckContentsProps {
  readonly deck: Deck
  readonly onOpen: (card: number) => void
}

const actionOf = ({ draft }: Card): string => buildCase(draft).fields.action.value

/** The cards of a deck in their order, on its first page. */
export function DeckContents({ deck: { cards }, onOpen }: DeckContentsProps) {
  if (cards.length === 0) return null
  return (
    <ol
      aria-label={LEARN_TEXTS.cards}
      className="max-w-2xl divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {cards.map((card, index) => (
        <li key={index}>
          <button
            type="button"
            onClick={() => onOpen(index + 1)}
            className="flex w-full items-center gap-x-3 px-4 py-3 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
          >
            <span className="w-5 shrink-0 self-start text-right text-base text-faint tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{titleOf(card) || `${PRESENT_WORDS.card} ${index + 1}`}</span>
              <code className="term block text-sm text-muted">{actionOf(card)}</code>
            </span>
            {card.expected && <Badge tone="accent">{LEARN_TEXTS.exercise}</Badge>}
            <ArrowRight size={15} aria-hidden className="shrink-0 text-faint" />
          </button>
        </li>
      ))}
    </ol>
  )
}
