import { surelyNoCredentials } from '../../iam/surely-no-credentials'
import { maskTyped } from '../../draft/file/mask-credentials'

/** Where credentials belong, the box that masks what it takes by itself, and editors, which get a paste without them. */
const APART = '[data-takes-credentials], [data-masks-itself], .monaco-editor'
/** A longer text is not searched with each key; one that is longer still not at all: no field keeps it. In characters. */
const LONG = 20_000
const TOO_LONG = 200_000

/** The text without credentials, which takes the place of the one before it. */
const masked = (text: string, before = ''): string => (surelyNoCredentials(text) ? text : maskTyped(before, text).text)

type Input = HTMLInputElement | HTMLTextAreaElement

const isInput = (target: unknown): target is Input =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(?:text|search)$/.test(target.type))

/** What was left in each field at last. */
const left = new WeakMap<Input, string>()

/** Puts a text into a field below React, which then takes it for what was entered. The place of the next key stays what follows it. */
function put(input: Input, text: string) {
  const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  const behind = input.selectionEnd === null ? null : input.value.length - input.selectionEnd
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text)
  const at = behind === null ? null : Math.max(0, text.length - behind)
  if (at !== null && document.activeElement === input) input.setSelectionRange(at, at)
}

const isKey = (event: Event): boolean => event instanceof InputEvent && event.inputType === 'insertText'

function onInput(event: Event) {
  const { target } = event
  if (!isInput(target) || target.closest(APART) !== null) return
  if (target.value.length > (isKey(event) ? LONG : TOO_LONG)) return
  const text = masked(target.value, left.get(target))
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
  const data = new DataTransfer()
  data.setData('text/plain', text)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}

/** Takes credentials out of whatever is entered in a field of the page, before any part of the page has it. */
export function maskArrivals(): void {
  document.addEventListener('input', onInput, { capture: true })
  document.addEventListener('paste', onPaste, { capture: true })
}
