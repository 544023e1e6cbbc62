/** What a text that is shown, and can't be edited, is called. */
export const nameOfText = (policy: string): string => `The text of ${policy}`

/** Marks a line of such a text, from 1, and brings it into view. */
export function revealLine(policy: string, line: number): void {
  const text = [...document.querySelectorAll<HTMLElement>('pre[aria-label]')].find(
    (one) => one.ariaLabel === nameOfText(policy),
  )
  text?.focus({ preventScroll: true })
  const at = text?.children[line - 1] ?? text
  if (at === undefined) return
  at.scrollIntoView({ block: 'center' })
  window.getSelection()?.selectAllChildren(at)
}
