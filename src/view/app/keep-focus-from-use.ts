import { chainOf } from './focus-chain'

/** Loads what keeps the focus on the page with the first press or key, which may take away what it is given to. */
export function keepFocusFromUse(): void {
  const signs = ['keydown', 'pointerdown'] as const
  const load = () => {
    for (const sign of signs) document.removeEventListener(sign, load, true)
    const around = chainOf(document.activeElement)
    void import('./keep-focus').then(
      ({ keepFocus }) => keepFocus(around),
      () => undefined,
    )
  }
  for (const sign of signs) document.addEventListener(sign, load, true)
}
