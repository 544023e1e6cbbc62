/** The steps of a card before a room. */
export const PRESENT_STEPS = ['ask', 'guess', 'answer'] as const

/** The card that is shown, from 0, and the step of it. */
export interface PresentPlace {
  readonly card: number
  readonly step: number
}

const LAST_STEP = PRESENT_STEPS.length - 1

/** Where a key leads; null where it leads nowhere else. Space goes on by a step, and after the answer to the next card. */
export function presentMove(key: string, { card, step }: PresentPlace, cards: number): PresentPlace | null {
  const to = (next: number): PresentPlace | null =>
    next >= 0 && next < cards && next !== card ? { card: next, step: 0 } : null
  switch (key) {
    case ' ':
      return step < LAST_STEP ? { card, step: step + 1 } : to(card + 1)
    case 'Backspace':
      return step > 0 ? { card, step: step - 1 } : null
    case 'ArrowRight':
    case 'PageDown':
      return to(card + 1)
    case 'ArrowLeft':
    case 'PageUp':
      return to(card - 1)
    case 'Home':
      return to(0) ?? (step > 0 ? { card, step: 0 } : null)
    case 'End':
      return to(cards - 1)
    default:
      return null
  }
}
