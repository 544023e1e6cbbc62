import { surelyNoCredentials } from '../../iam/surely-no-credentials'
import { engineNow, loadEngine, type Engine } from '../state/engine'

/** Where credentials belong, the box that masks what it takes by itself, and editors, which get a paste without them. */
const APART = '[data-takes-credentials], [data-masks-itself], .monaco-editor'
/** A longer text is not searched with each key; one that is longer still not at all: no field keeps it. In characters. */
const LONG = 20_000
const TOO_LONG = 200_000

/** The text without credentials, which takes the place of the one before it; null where what finds them is not here yet. */
function masked(text: string, before = ''): string | null {
  if (surelyNoCredentials(text)) return text
  return engineNow()?.maskTyped(before, text).text ?? null
}

/** Does what waits for the code that finds credentials. Where it does not come, nothing that may hold one is taken. */
const withMask = (run: (engine: Engine) => void, orElse = () => {}): void => void loadEngine().then(run, orElse)

type Input = HTMLInputElement | HTMLTextAreaElement

const isInput = (target: unknown): target is Input =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(?:text|search)$/.test(target.type))

/** What was left in each field at last. */
const left = new WeakMap<Input, string>()
/** What stands in a field, and no part of the page has yet. */
const held = new WeakMap<Input, string>()

/** Puts a text into a field below React, which then takes it for what was entered. The place of the next key stays what follows it. */
function put(input: Input, text: string) {
  const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  const behind = input.selectionEnd === null ? null : input.value.length - input.selectionEnd
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text)
  const at = behind === null ? null : Math.max(0, text.length - behind)
  if (at !== null && document.activeElement === input) input.setSelectionRange(at, at)
}

const isKey = (event: Event): boolean => event instanceof InputEvent && event.inputType === 'insertText'

/** Enters what a field holds, which the page may have put back in the meantime. */
function letGo(input: Input) {
  const text = held.get(input)
  if (text === undefined) return
  put(input, text)
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

function onInput(event: Event) {
  const { target } = event
  if (!isInput(target) || target.closest(APART) !== null) return
  if (target.value.length > (isKey(event) ? LONG : TOO_LONG)) return
  const text = masked(target.value, left.get(target))
  if (text === null) {
    event.stopImmediatePropagation()
    if (!held.has(target))
      withMask(
        () => letGo(target),
        () => held.delete(target),
      )
    held.set(target, target.value)
    return
  }
  held.delete(target)
  left.set(target, text)
  if (text !== target.value) put(target, text)
}

/** An editor takes a paste as it comes: it gets one without credentials instead. */
function onPaste(event: ClipboardEvent) {
  const { target, clipboardData } = event
  if (!(target instanceof Element) || target.closest('.monaco-editor') === null || clipboardData === null) return
  const given = clipboardData.getData('text/plain')
  const text = given.length > TOO_LONG ? given : masked(given)
  if (text === given) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const paste = (clean: string) => {
    const data = new DataTransfer()
    data.setData('text/plain', clean)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }
  if (text === null) withMask(({ maskTyped }) => paste(maskTyped('', given).text))
  else paste(text)
}

/** Takes credentials out of whatever is entered in a field of the page, before any part of the page has it. */
export function maskArrivals(): void {
  document.addEventListener('input', onInput, { capture: true })
  document.addEventListener('paste', onPaste, { capture: true })
}
