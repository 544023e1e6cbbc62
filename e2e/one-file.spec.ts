import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { expectVerdict, openApp, paste, PUT_OBJECT_ERROR, READ_POLICY, verdict } from './workbench'

const FILE = pathToFileURL(resolve(process.env.WHYDENIED_DIST ?? 'dist', 'whydenied.html')).href

test('the page as one file answers from a disk, with workers and the reference, and asks nobody', async ({ page }) => {
  const asked: string[] = []
  const said: string[] = []
  const workers: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('worker', (worker) => workers.push(worker.url()))

  await openApp(page, FILE)
  // A text of this length is read and judged in a worker.
  await paste(page, `${'.'.repeat(40_000)}\n${PUT_OBJECT_ERROR}\n${READ_POLICY}`)
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(verdict(page)).toHaveAttribute('data-basis', 'proven')
  expect(workers.length).toBeGreaterThan(0)

  // The list of every action comes from the reference, and its table from a worker that asks the page for it.
  await page.getByRole('link', { name: 'Explore actions' }).click()
  await expect(page.getByRole('status')).toHaveText(/^(\d+) of \1 actions shown/)
  await expect(page.getByRole('row', { name: /^s3:AbortMultipartUpload/ })).toContainText('Implicit deny')

  await page.getByRole('link', { name: 'Why Denied?' }).click()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/^file:.*whydenied\.html#1\//)
  await expect(page.getByText('This page is a file')).toBeVisible()

  expect(asked.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([FILE])
  expect(said).toEqual([])
})

test('the file runs one script, known by its hash, and connects to exact hosts alone', async ({ page }) => {
  await openApp(page, FILE)
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  const [, scripts = ''] = /script-src ([^;]*)/.exec(policy ?? '') ?? []
  expect(scripts.match(/'sha256-[\w+/=]+'/g)).toHaveLength(1)
  expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
  const refused = await page.evaluate(async () => {
    const told: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told.push(effectiveDirective))
    const script = document.createElement('script')
    script.append('window.ran = true')
    try {
      document.body.append(script)
    } catch {
      // Trusted Types refuse it before it is asked for its hash.
    }
    for (const host of ['https://example.com/', 'https://data.s3.amazonaws.com/'])
      await fetch(host).catch(() => undefined)
    // The page is told of each in a task of its own.
    const connections = () => told.filter((each) => each === 'connect-src').length
    for (let left = 100; left > 0 && connections() < 2; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    return [connections(), 'ran' in window]
  })
  expect(refused).toEqual([2, false])
})

test('a hosted page offers the file, and the file offers no other', async ({ page }) => {
  await page.goto('./#/learn/link')
  const offered = page.getByRole('link', { name: 'Download whydenied.html' })
  const [file] = await Promise.all([page.waitForEvent('download'), offered.click()])
  expect(file.suggestedFilename()).toBe('whydenied.html')
  await page.goto(`${FILE}#/learn/link`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offered).toHaveCount(0)
})
