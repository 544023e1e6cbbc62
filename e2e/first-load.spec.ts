import { gzipSync } from 'node:zlib'
import { expect, test, type Response } from '@playwright/test'
import { expectVerdict, holdBack, openApp, paste, pasteBox, PUT_OBJECT_ERROR, READ_POLICY, notices } from './workbench'

const FIRST_LOAD_BYTES = 121_000

test('the page is there with at most 121 kB of compressed JavaScript, and then what reads and judges begins to come', async ({
  page,
}) => {
  const scripts = new Map<string, Promise<Buffer>>()
  const note = (response: Response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body())
  }
  page.on('response', note)
  const second = page.waitForRequest(/\/assets\/engine-chunk/)
  const letGo = await holdBack(page, /\/assets\/(?:engine|answer|panes)-/)
  await openApp(page)
  await expect(page.getByRole('button', { name: /Nothing allows s3:PutObject/ })).toBeVisible()
  await second
  const sizes = (await Promise.all(scripts.values())).map((body) => gzipSync(body).length)
  page.off('response', note)
  letGo()
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
})

test('a verdict stands before the editor has loaded', async ({ page }) => {
  // The editor's code never arrives: everything that the main job needs is fetched before it.
  const held: string[] = []
  await page.route(/\/assets\/(?:monaco|editor)/, (route) => {
    held.push(route.request().url())
    return new Promise(() => undefined)
  })
  await openApp(page)
  await page.getByRole('button', { name: /Nothing allows s3:PutObject/ }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect.poll(() => held.length).toBeGreaterThan(0)
})

test('a bare error is answered without what policies take, and a policy beside it when that is here', async ({
  page,
}) => {
  const letGo = await holdBack(page, /\/assets\/late-given-/)
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toHaveAttribute('data-basis', 'claimed')
  await paste(page, READ_POLICY)
  await expect(notices(page)).toContainText('Added Policy 1 to Identity-based')
  await expect(verdict).not.toHaveAttribute('data-basis', 'proven')
  letGo()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(verdict).toHaveAttribute('data-basis', 'proven')
})

test('a bare error is answered where what policies take cannot come', async ({ page }) => {
  await page.route(/\/assets\/late-given-/, (route) => route.abort())
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
})

test('a text that comes before the second stage is read when it is here', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/engine-chunk/)
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue(
    PUT_OBJECT_ERROR,
  )
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
})

test('a part that cannot be loaded is told, and what was typed stays', async ({ page }) => {
  await page.route(/\/assets\/engine-chunk/, (route) => route.abort())
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(notices(page)).toContainText('couldn’t be loaded')
  await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue(
    PUT_OBJECT_ERROR,
  )
})

test('the empty page stands before its code, and what is typed there is answered', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/index-[^/]*\.js/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const isAsked = () => asked.some((url) => url.includes('/assets/engine-chunk'))
  await page.goto('./', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: 'Find the IAM policy that denied your AWS call.' })).toBeVisible()
  await pasteBox(page).click()
  await expect.poll(() => asked.some((url) => url.includes('/assets/ahead-'))).toBe(true)
  // Nobody waits for an answer yet.
  expect(isAsked()).toBe(false)
  await page.keyboard.type('User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:ListAllMyBuckets')
  await expect.poll(isAsked).toBe(true)
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:ListAllMyBuckets')
  await expect(pasteBox(page)).toHaveValue(/user\/ada is not authorized/)
  await expect(pasteBox(page)).toBeFocused()
})

test('what reads an error that the address brings begins to come before the code of the page', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/index-[^/]*\.js/)
  const second = page.waitForRequest(/\/assets\/engine-chunk/)
  await page.goto(`./#error=${encodeURIComponent(PUT_OBJECT_ERROR)}`, { waitUntil: 'commit' })
  await second
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
})
