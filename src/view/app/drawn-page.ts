import { holdsCase, placeNow } from '../state/address'
import { isNowhere, LANDMARKS } from '../ui/landmarks'
import { savesData } from '../ui/saves-data'
import { chooseTheme, otherTheme } from '../ui/theme'
import { APP_TEXTS } from './messages'
import { holdDeeds } from './held-deeds'
import { noteHands, whenHandsOff } from './when-hands-off'

type OpenPage = (root: HTMLElement) => void

const SIGNS_OF_INTENT = ['pointermove', 'pointerdown', 'keydown', 'input', 'paste', 'dragenter', 'hashchange'] as const

/** The button that changes the theme works at once, and says what it does now. */
function startThemeButton(root: HTMLElement, signal: AbortSignal) {
  const button = root.querySelector('[data-switches-theme]')
  const say = () => {
    const { label } = otherTheme()
    button?.setAttribute('aria-label', label)
    button?.setAttribute('title', label)
  }
  say()
  const change = () => {
    chooseTheme(otherTheme().other)
    say()
  }
  button?.addEventListener('click', change, { signal })
}

/** Says that the code of the page did not come, with the way to try again. */
function tellMissing(root: HTMLElement, again: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'ml-1 text-accent underline underline-offset-2'
  button.textContent = 'Try again'
  button.addEventListener('click', again, { once: true })
  const said = document.createElement('p')
  said.className = 'rounded-lg border border-deny-line bg-deny-soft px-3 py-2 text-sm text-ink'
  said.append(APP_TEXTS.thePageIsNot, button)
  root.querySelector('[role=alert]')?.replaceChildren(said)
}

/**
 * Lets the page be used that was built into index.html: it takes keys, pastes and the theme by itself, and holds for the
 * page's code what that has to do. This code is on its way (.ci/ahead.ts); once the drawn page stands, or at the first sign
 * that somebody wants to do something, it opens the page in its place.
 */
export function startDrawn(root: HTMLElement, load: () => Promise<OpenPage>): void {
  const stop = new AbortController()
  const { signal } = stop
  let isLoading = false

  const fetchPage = async (): Promise<OpenPage | null> => {
    try {
      return await load()
    } catch {
      isLoading = false
      tellMissing(root, () => void open())
      return null
    }
  }
  const open = async () => {
    if (isLoading) return
    isLoading = true
    const openPage = await fetchPage()
    if (openPage === null) return
    await whenHandsOff()
    stop.abort()
    openPage(root)
    deeds.doAll(root)
  }
  noteHands(signal)
  const deeds = holdDeeds(root, signal, () => void open())
  startThemeButton(root, signal)

  for (const sign of SIGNS_OF_INTENT)
    window.addEventListener(sign, () => void open(), { signal, once: true, capture: true, passive: true })
  window.addEventListener('online', () => void open(), { signal })
  const isBrought = holdsCase() || placeNow() !== 'workbench'
  const box = root.querySelector<HTMLTextAreaElement>(`#${LANDMARKS.paste}`)
  if (isBrought || box?.value !== '' || document.readyState === 'complete') void open()
  else if (!savesData()) window.addEventListener('load', () => void open(), { signal, once: true })
  if (!isBrought && isNowhere()) box?.focus({ preventScroll: true })
}
