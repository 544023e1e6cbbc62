import { test as base, type BrowserContext, type Page } from '@playwright/test'

/** A page of a worker and its context, which the tests take in turn. */
interface Kept {
  readonly context: BrowserContext
  page: Page
  /** Where the page was: each may have stored something. */
  readonly origins: Set<string>
  /** What a test does to a page, or to its context, for good: the next test gets another. */
  spoiled: 'nothing' | 'page' | 'context'
}

/** What stays with a page, or with a context, for good. */
const LASTING = ['addInitScript', 'exposeFunction', 'exposeBinding'] as const

/** What tests listen to; who listened is gone. */
const HEARD = ['console', 'dialog', 'download', 'pageerror', 'request', 'response', 'websocket', 'worker'] as const

/** Notes each call that stays with what it is made on for good. */
function noteLasting(kept: Kept, target: object, names: readonly string[], spoils: 'page' | 'context') {
  for (const name of names) {
    const call: unknown = Reflect.get(target, name)
    Reflect.set(target, name, (...given: unknown[]): unknown => {
      if (kept.spoiled !== 'context') kept.spoiled = spoils
      return typeof call === 'function' ? Reflect.apply(call, target, given) : undefined
    })
  }
}

/** Takes a page of the context as the kept one: notes where it goes, and each call that stays with it. */
function take(kept: Kept, page: Page) {
  kept.page = page
  page.on('framenavigated', (frame) => {
    const url = new URL(frame.url())
    if (url.protocol.startsWith('http')) kept.origins.add(url.origin)
  })
  noteLasting(kept, page, LASTING, 'page')
  // A clock is one of all pages of the context.
  noteLasting(kept, page.clock, ['install'], 'context')
}

function keep(context: BrowserContext, page: Page): Kept {
  const kept: Kept = { context, page, origins: new Set(), spoiled: 'nothing' }
  noteLasting(kept, context, LASTING, 'context')
  take(kept, page)
  return kept
}

/** Deletes all that this origin has stored. */
async function forgetAll() {
  localStorage.clear()
  sessionStorage.clear()
  const deleted = (name: string) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = reject
    })
  await Promise.all((await indexedDB.databases()).map(({ name = '' }) => deleted(name)))
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
}

/** Nobody hears what the page and its context do any more, or answers for the network. */
export async function leaveAlone(page: Page, context: BrowserContext) {
  for (const what of HEARD) page.removeAllListeners(what)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
}

/** Takes back what was granted and emulated, and puts the pointer aside. */
export async function takeBack(page: Page, context: BrowserContext) {
  await context.clearCookies()
  await context.clearPermissions()
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' })
  await page.mouse.move(0, 0)
}

/** Leaves the page as a new one is: empty, with nothing stored, heard, routed or granted. What the browser fetched and compiled stays. */
async function empty(kept: Kept) {
  const { context, origins } = kept
  if (kept.spoiled === 'page') {
    take(kept, await context.newPage())
    kept.spoiled = 'nothing'
  }
  const { page } = kept
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  )
  await leaveAlone(page, context)
  for (const origin of origins) {
    // A file of the same origin, which stores nothing, may delete what the page stored when it was left.
    await page.goto(`${origin}/icon.svg`)
    await page.evaluate(forgetAll)
  }
  origins.clear()
  await takeBack(page, context)
}

/**
 * Playwright's test, with a page that the tests of a worker share. Between two tests it is emptied, and keeps the scripts that the
 * browser fetched and compiled, which Playwright’s own `reuseContext` throws away: a third of what a test costs.
 */
export const test = base.extend<{ readonly kept: Kept }, { readonly shelf: Map<string, Kept> }>({
  shelf: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture takes.
    async ({}, use) => {
      const shelf = new Map<string, Kept>()
      await use(shelf)
      for (const { context } of shelf.values()) await context.close()
    },
    { scope: 'worker' },
  ],
  kept: async ({ browser, shelf, hasTouch, isMobile, viewport }, use, testInfo) => {
    const kind = JSON.stringify([hasTouch, isMobile])
    let kept = shelf.get(kind)
    if (kept === undefined) {
      const context = await browser.newContext()
      kept = keep(context, await context.newPage())
      shelf.set(kind, kept)
    } else if (viewport) await kept.page.setViewportSize(viewport)
    await use(kept)
    // One that cannot be emptied is no page for the next.
    const isEmptied = () =>
      empty(kept).then(
        () => true,
        () => false,
      )
    if (kept.spoiled !== 'context' && testInfo.status === testInfo.expectedStatus && (await isEmptied())) return
    shelf.delete(kind)
    await kept.context.close()
  },
  context: async ({ kept }, use) => use(kept.context),
  page: async ({ kept }, use) => use(kept.page),
})
