/** The text of a card at the size that a screen calls for. */
const USUAL = 'clamp(20px, 1.75vw, 44px)'

/** Below this a room cannot read it: then the card scrolls. */
const LEAST = 0.8
const STEP = 0.95

/** Sets the text of a card in the size that was asked for, or in the largest in which all of it is on the screen. */
export function fitText(card: HTMLElement, asked: number): void {
  for (let size = asked; size >= LEAST; size *= STEP) {
    card.style.fontSize = `calc(${USUAL} * ${String(size)})`
    if (card.scrollHeight <= card.clientHeight) return
  }
}
