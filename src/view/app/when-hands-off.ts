/** Nobody holds on for longer, in milliseconds: a release may not be told. */
const LONGEST_MS = 5_000
/** So long after a finger is lifted its press comes. */
const PRESS_MS = 50

const pressed = new Set<string>()

/** Notes what the reader is in the middle of: a press, a key that is down on a button, a word that an input method puts together. */
export function noteHands(signal: AbortSignal): void {
  const begin = (sign: string, hand: string, isMeant: (event: Event) => boolean = () => true) =>
    document.addEventListener(sign, (event) => isMeant(event) && pressed.add(hand), { signal, capture: true })
  const end = (sign: string, hand: string) =>
    document.addEventListener(sign, () => setTimeout(() => pressed.delete(hand), PRESS_MS), { signal, capture: true })
  begin('pointerdown', 'pointer')
  end('pointerup', 'pointer')
  end('pointercancel', 'pointer')
  begin('keydown', 'key', (event) => (event as KeyboardEvent).key === ' ' && event.target instanceof HTMLButtonElement)
  end('keyup', 'key')
  begin('compositionstart', 'word')
  end('compositionend', 'word')
}

/** When the reader is in the middle of nothing. */
export async function whenHandsOff(): Promise<void> {
  for (let waited = 0; pressed.size > 0 && waited < LONGEST_MS; waited += PRESS_MS)
    await new Promise((resolve) => {
      setTimeout(resolve, PRESS_MS)
    })
}
