/** What a reader can press, fill in, or give the focus. */
const CONTROLS = 'a, button, input, textarea, [tabindex]'

const controlsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>(CONTROLS)]

const nameOf = (element: Element | undefined) => element?.getAttribute('aria-label') ?? element?.textContent ?? null

/** Finds, in a page that is drawn anew, what does the same as this control of the page before: at the same place, else by its name. */
export function twinOf(control: Element, root: ParentNode): (next: ParentNode) => HTMLElement | undefined {
  const at = controlsIn(root).findIndex((each) => each === control)
  const isSame = (other: HTMLElement | undefined) =>
    other?.tagName === control.tagName && nameOf(other) === nameOf(control)
  return (next) => {
    const all = controlsIn(next)
    return isSame(all[at]) ? all[at] : all.find(isSame)
  }
}
