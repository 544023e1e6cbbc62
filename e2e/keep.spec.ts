import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import {
  expectVerdict,
  notices,
  openApp,
  openPutObjectCase,
  paste,
  pasteBox,
  PUT_OBJECT_ERROR,
  verdict,
} from './workbench'

const title = (page: Page) => page.getByRole('textbox', { name: 'Title of this case' })
const kept = (page: Page) => page.evaluate(() => sessionStorage.getItem('whydenied.case'))

test('the case is there again after a reload, another site and a lesson, with what was typed last, until it is forgotten', async ({
  page,
}) => {
  await openPutObjectCase(page)
  await title(page).fill('mine')
  await expect.poll(() => kept(page)).toContain('mine')
  await page.reload()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(title(page)).toHaveValue('mine')
  await expect(notices(page)).toContainText('is back')
  await page.goto('about:blank')
  await page.goBack()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await page.getByRole('link', { name: 'Learn' }).click()
  await page.reload()
  await page.goBack()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(title(page)).toHaveValue('mine')

  // Just before the page goes, too.
  await title(page).fill('the last thing')
  await page.reload()
  await expect(title(page)).toHaveValue('the last thing')

  // Forgetting takes it from the page and from the browser.
  await expect.poll(() => kept(page)).toContain('my-bucket')
  await page.getByRole('button', { name: 'Forget', exact: true }).click()
  await expect(pasteBox(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  expect(await kept(page)).toBeNull()
  await page.reload()
  await expect(pasteBox(page)).toHaveValue('')
  await expect(notices(page)).toBeEmpty()
})

test('two tabs do not fight: each keeps its own case', async ({ page, context }) => {
  await openPutObjectCase(page)
  await title(page).fill('one')
  await expect.poll(() => kept(page)).toContain('one')
  const other = await context.newPage()
  await openApp(other)
  await expect(pasteBox(other)).toHaveValue('')
  await paste(other, PUT_OBJECT_ERROR.replaceAll('my-bucket', 'their-bucket'))
  await expect.poll(() => kept(other)).toContain('their-bucket')
  await Promise.all([page.reload(), other.reload()])
  await expect(title(page)).toHaveValue('one')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await expect(pasteBox(other)).toHaveValue(/their-bucket/)
})

/** A case file with a policy of this many characters. */
const largeCase = (size: number) =>
  JSON.stringify({
    version: 1,
    error: PUT_OBJECT_ERROR,
    request: {
      principal: 'arn:aws:iam::123456789012:user/deploy-bot',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::my-bucket/uploads/file.txt',
      context: {},
    },
    policies: {
      identity: [
        {
          name: 'large',
          document: {
            Version: '2012-10-17',
            Statement: Array.from({ length: Math.ceil(size / 120) }, (_, at) => ({
              Sid: `Statement${String(at)}`,
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: `arn:aws:s3:::bucket-${String(at)}/*`,
            })),
          },
        },
      ],
    },
  })

/** A large case is worked out in a worker, which takes its time to start on a busy machine. */
const WORKED_OUT = { timeout: 45_000 }

test('a large case is kept as well, each tab its own, and its copy goes when it is forgotten', async ({ page }) => {
  test.slow()
  await openApp(page)
  await page.getByLabel('File with a case, a CloudTrail log or a policy').setInputFiles({
    name: 'case.json',
    mimeType: 'application/json',
    buffer: Buffer.from(largeCase(1_100_000)),
  })
  await expect(verdict(page)).toHaveAttribute('data-decision', 'implicitDeny', WORKED_OUT)
  const names = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('whydenied', 1)
          opening.onsuccess = () => {
            const stores = opening.result.objectStoreNames
            if (!stores.contains('cases')) return resolve(0)
            const all = opening.result.transaction('cases').objectStore('cases').getAllKeys()
            all.onsuccess = () => {
              opening.result.close()
              resolve(all.result.length)
            }
          }
        }),
    )
  await expect.poll(() => kept(page)).toBe('')
  expect(await names()).toBe(1)
  await page.reload()
  await expect(verdict(page)).toHaveAttribute('data-decision', 'implicitDeny', WORKED_OUT)
  await expect(page.getByRole('tab', { name: 'Identity-based' })).toBeVisible()
  await expect.poll(names).toBe(1)
  await page.getByRole('button', { name: 'Forget', exact: true }).click()
  await expect.poll(names).toBe(0)
})

test('a browser that keeps nothing is told, and the case goes on', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'QuotaExceededError')
    }
    Storage.prototype.setItem = refuse
    Object.defineProperty(window, 'indexedDB', { get: refuse })
  })
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, /./, 'identity')
  await expect(notices(page)).toContainText('can’t keep a copy of the case')
  await title(page).fill('goes on')
  await expect(title(page)).toHaveValue('goes on')
})
