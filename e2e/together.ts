import type { BrowserContext, Page, PlaywrightTestArgs, PlaywrightTestOptions } from '@playwright/test'
import { leaveAlone, takeBack, test } from './kept-page'
import { markFresh, openApp } from './workbench'

/** All that can be seen and read of the page, with what it keeps and where the focus is; numbers that are counted on are left out. */
const traces = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement
    // What the editor leaves behind in the body, and what loads, shows nothing.
    for (const one of root.querySelectorAll('.monaco-aria-container, .context-view, head > :not(title)')) one.remove()
    for (const name of ['class', 'style']) root.querySelector('body')?.removeAttribute(name)
    const fields = [...document.querySelectorAll('input, textarea, select')].map(
      (one) => (one as HTMLInputElement).value,
    )
    const { activeElement: focused } = document
    return [
      root.outerHTML.replaceAll(/_r_[0-9a-z]{1,8}_/g, '_'),
      fields.join('\n'),
      `${focused?.tagName} ${focused?.getAttribute('aria-label')}`,
      window.location.href,
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, window.scrollX, window.scrollY]),
    ].join('\n')
  })

/** What a load leaves, once all of the page is here, by its size: a worker asks once. */
const tracesOfLoad = new Map<string, string>()

/** Loads the page with nothing kept. */
async function load(page: Page) {
  await page.goto('./icon.svg')
  await page.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()))
  await openApp(page)
}

/** Is the page as a load leaves it? What is put off, a case that is kept among it, comes a moment later. */
async function becomesFresh(page: Page, wanted: string): Promise<boolean> {
  for (let tries = 0; tries < 12; tries += 1) {
    if (tries > 0) await page.waitForTimeout(100)
    if ((await traces(page)) === wanted) return true
  }
  return false
}

/** Begins anew as people do, by "Forget", where that makes of the page what a load makes of it; else loads it, and says so in the report. */
async function beginAnew(page: Page) {
  const size = JSON.stringify(page.viewportSize())
  const wanted = tracesOfLoad.get(size)
  const forget = page.getByRole('button', { name: 'Forget', exact: true })
  if (wanted !== undefined) {
    if (new URL(page.url()).hash === '') {
      // A dialog that is open hides the button; an empty page has none.
      if (!(await forget.isVisible())) await page.keyboard.press('Escape')
      if (await forget.isVisible()) {
        await forget.click({ timeout: 5_000 }).catch(() => undefined)
        await page.mouse.move(0, 0)
        if (await becomesFresh(page, wanted)) return
      } else if ((await traces(page)) === wanted) return
    }
    return test.step('loaded: "Forget" would have left a trace', () => load(page))
  }
  await load(page)
  await page.waitForLoadState('networkidle')
  tracesOfLoad.set(size, await traces(page))
}

type Given = Pick<PlaywrightTestArgs & PlaywrightTestOptions, 'page' | 'context' | 'viewport'>

/** A part of a test: it begins with an empty page, which `openApp` takes. */
type Part = (page: Page, context: BrowserContext) => Promise<void>

/**
 * One test of several parts, which begin with the same empty page: it is loaded once, and begun anew for each. Every part is tried,
 * also where one before it failed, and all that failed is told. A part leaves nothing that is of the page’s code and not of its case:
 * what takes over functions of the browser or chooses a theme is a test of its own.
 */
export const together =
  (parts: Readonly<Record<string, Part>>) =>
  async ({ page, context, viewport }: Given) => {
    const all = Object.entries(parts)
    test.setTimeout(all.length * 60_000)
    const failures: string[] = []
    for (const [at, [name, part]] of all.entries())
      await test
        .step(name, async () => {
          if (at > 0) {
            await leaveAlone(page, context)
            if (viewport) await page.setViewportSize(viewport)
            await takeBack(page, context)
            await (failures.length > 0 ? load(page) : beginAnew(page))
            await markFresh(page)
          }
          await part(page, context)
        })
        .catch((error: unknown) => failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`))
    if (failures.length > 0) throw new Error(failures.join('\n\n'))
  }
