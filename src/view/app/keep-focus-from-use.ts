/** Loads what keeps the focus on the page with the first press or key: nothing is taken away before. */
export function keepFocusFromUse(): void {
  const signs = ['keydown', 'pointerdown'] as const
  const load = () => {
    for (const sign of signs) document.removeEventListener(sign, load)
    void import('./keep-focus').then(
      ({ keepFocus }) => keepFocus(),
      () => undefined,
    )
  }
  for (const sign of signs) document.addEventListener(sign, load)
}
