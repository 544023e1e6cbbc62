import { shortcutOf } from '../state/shortcut-of'
import { isTextField } from '../ui/is-text-field'
import { LANDMARKS } from '../ui/landmarks'
import { twinOf } from './twin'

/** Does again on the page what was done on the drawn one in whose place it came. */
type Deed = (page: HTMLElement) => void

const AGAIN = { bubbles: true, cancelable: true }

/** What was held: it is done in its order once the page is there. */
export interface HeldDeeds {
  readonly doAll: Deed
}

/** Is it a link that the browser follows? */
const isFollowed = (control: Element) => /^(?!#)|^#\//.test(control.getAttribute('href') ?? '#')

/** The same as a transfer of its own, which outlives the event. */
function copyOf(transfer: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const file of transfer.files) copy.items.add(file)
  copy.setData('text/plain', transfer.getData('text/plain'))
  return copy
}

/** Holds what the drawn page cannot do by itself; `onHeld` runs for each. */
export function holdDeeds(root: HTMLElement, signal: AbortSignal, onHeld: () => void): HeldDeeds {
  const deeds: Deed[] = []
  const hold = (event: Event, deed: Deed) => {
    event.preventDefault()
    deeds.push(deed)
    onHeld()
  }
  const on = <Sign extends keyof DocumentEventMap>(sign: Sign, run: (event: DocumentEventMap[Sign]) => void) =>
    document.addEventListener(sign, run, { signal })

  on('click', (event) => {
    const control = event.target instanceof Element ? event.target.closest('a, button') : null
    if (control === null || !root.contains(control) || isFollowed(control)) return
    if (control.matches('[data-switches-theme], [role=alert] *')) return
    control.classList.add('cursor-progress')
    const twin = twinOf(control, root)
    hold(event, (page) => twin(page)?.click())
  })
  on('keydown', (event) => {
    const shortcut = shortcutOf(event)
    if (shortcut !== 'palette' && shortcut !== 'help') return
    const { key, ctrlKey, metaKey } = event
    hold(event, () => document.dispatchEvent(new KeyboardEvent('keydown', { ...AGAIN, key, ctrlKey, metaKey })))
  })
  on('change', (event) => {
    const { target } = event
    if (!(target instanceof HTMLInputElement) || target.files === null) return
    const { files } = target
    const twin = twinOf(target, root)
    hold(event, (page) => {
      const input = twin(page)
      if (!(input instanceof HTMLInputElement)) return
      input.files = files
      input.dispatchEvent(new Event('change', AGAIN))
    })
  })
  on('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') || !isTextField(event.target)) event.preventDefault()
  })
  on('drop', (event) => {
    const { dataTransfer } = event
    if (dataTransfer === null || (dataTransfer.files.length === 0 && isTextField(event.target))) return
    const again = copyOf(dataTransfer)
    hold(event, () => document.dispatchEvent(new DragEvent('drop', { ...AGAIN, dataTransfer: again })))
  })
  on('paste', (event) => {
    const { target, clipboardData } = event
    const box = document.getElementById(LANDMARKS.paste)
    if (clipboardData === null || !(box instanceof HTMLTextAreaElement)) return
    if (target !== box && isTextField(target)) return
    const text = clipboardData.getData('text/plain')
    // A piece of text goes where the caret is; what takes the place of all in the box stands there at once.
    if (text.trim() === '' || (target === box && box.selectionEnd - box.selectionStart < box.value.length)) return
    if (target === box || box.value === '') {
      event.preventDefault()
      box.value = text
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    } else {
      const again = copyOf(clipboardData)
      hold(event, () => document.body.dispatchEvent(new ClipboardEvent('paste', { ...AGAIN, clipboardData: again })))
    }
  })
  return {
    doAll(page) {
      for (const deed of deeds.splice(0)) deed(page)
    },
  }
}
