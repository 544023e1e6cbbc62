import { cpSync, readdirSync, rmSync } from 'node:fs'
import { expect, test as base, type Page } from '@playwright/test'
import { writeNextBuild } from './offline/next-build'
import { serveFolder, type FolderServer } from './offline/serve-folder'
import { expectVerdict, paste, pasteBox, PUT_OBJECT_ERROR, READ_POLICY, policyPane } from './workbench'

const BUILD = process.env.WHYDENIED_DIST ?? 'dist'

const test = base.extend<{ readonly server: FolderServer }>({
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await serveFolder(BUILD)
    await use(server)
    await server.stop()
  },
})

// Each test is a first visit: a browser that has been here keeps the page that it installed.
test.use({ serviceWorkers: 'allow' })

/** Opens the app for the first time and waits until it says that it needs no network. */
async function visit(page: Page, server: FolderServer) {
  await page.goto(server.address)
  await expect(page.getByText('Ready offline.')).toBeVisible({ timeout: 45_000 })
}

/** Takes the network away: the server is gone, and the browser knows that it is offline. */
async function cutOff(page: Page, server: FolderServer) {
  await server.stop()
  await page.context().setOffline(true)
}

async function makeCase(page: Page) {
  await paste(page, READ_POLICY)
  await page.getByRole('button', { name: /into Identity-based$/ }).click()
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
}

/** Which of the two builds the page runs. */
const runsNextBuild = (page: Page) => page.locator('script[src*="next-index"]').count()

test('after one visit a page has without a network what it has not yet asked for, and a new one the verdict, the editor and a link', async ({
  page,
  server,
  context,
}) => {
  test.slow()
  await visit(page, server)
  await cutOff(page, server)
  await makeCase(page)

  await page.getByRole('tab', { name: /^Permissions boundary/ }).click()
  await page.getByRole('button', { name: 'Add a policy: Permissions boundary' }).click()
  await page.getByRole('menuitem', { name: 'AWS managed policy by name' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an AWS managed policy' })
  await expect(dialog.getByRole('option').first()).toContainText('AdministratorAccess')
  await page.keyboard.type('s3 readonly')
  await expect(dialog.getByRole('option').first()).toContainText('AmazonS3ReadOnlyAccess')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'AmazonS3ReadOnlyAccess', exact: true })).toBeVisible()
  await expect(policyPane(page).locator('.view-lines')).toContainText('"s3:Get*"')

  await page.getByRole('link', { name: 'Explore actions' }).click()
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('dynamodb')
  await page.getByRole('textbox', { name: 'Action contains' }).fill('putitem')
  await expect(
    page.getByRole('table', { name: 'Actions' }).getByRole('button', { name: 'dynamodb:PutItem' }),
  ).toBeVisible()

  await page.goto(`${server.address}#/learn`)
  await page.getByRole('link', { name: /^Begin: Everything starts denied/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything starts denied')
  await page.goto(`${server.address}#/learn/gallery`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const fresh = await context.newPage()
  await fresh.goto(server.address)
  await makeCase(fresh)

  await policyPane(fresh).locator('.view-line', { hasText: '"s3:GetObject"' }).click()
  await fresh.keyboard.press('End')
  await fresh.keyboard.press('ArrowLeft')
  await fresh.keyboard.press('ArrowLeft')
  await fresh.keyboard.type('Tagg')
  await expect(fresh.locator('.suggest-widget').getByRole('option', { name: /s3:GetObjectTagging/ })).toBeVisible()
  await fresh.keyboard.press('Escape')

  await fresh.getByRole('button', { name: 'Share' }).click()
  const link = fresh.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#1\//)
  const other = await context.newPage()
  await other.goto(await link.inputValue())
  await expectVerdict(other, 'implicitDeny', 'identity')
  await other.goto(`${server.address}?error=${encodeURIComponent(PUT_OBJECT_ERROR)}`)
  await expect(pasteBox(other)).toHaveValue(PUT_OBJECT_ERROR)
})

test('an interrupted deployment is not taken for a version; a new one is offered, not forced, and a case survives it', async ({
  page,
  server,
  context,
}, testInfo) => {
  test.slow()
  await visit(page, server)
  await makeCase(page)
  const other = await context.newPage()
  await other.goto(server.address)
  await expect(pasteBox(other)).toBeVisible()

  const [broken, next] = ['broken', 'next'].map((name) => testInfo.outputPath(name)) as [string, string]
  writeNextBuild(BUILD, next)
  cpSync(next, broken, { recursive: true })
  const missing = readdirSync(`${broken}/assets`).find((name) => name.startsWith('next-TrailPage')) ?? ''
  rmSync(`${broken}/assets/${missing}`)
  server.deploy(broken)
  await other.reload()
  await expect.poll(() => server.asked).toContain(`assets/${missing}`)
  await context.setOffline(true)
  await other.reload()
  await expect(pasteBox(other)).toBeVisible()
  expect(await runsNextBuild(other)).toBe(0)
  await expect(other.getByText('A new version is ready')).toBeHidden()
  await context.setOffline(false)
  server.deploy(next)

  // A reload finds the new version and goes on with the old one.
  await other.reload()
  await expect(other.getByText('A new version is ready')).toBeVisible({ timeout: 45_000 })
  await expect(page.getByText('A new version is ready')).toBeVisible()
  expect(await runsNextBuild(other)).toBe(0)
  await expectVerdict(page, 'implicitDeny', 'identity')

  await page.getByRole('complementary', { name: 'New version' }).getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => runsNextBuild(page)).toBe(1)
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await expect(page.getByText('A new version is ready')).toBeHidden()

  // The other tab goes on with its own version, also with parts that no server has any more.
  await cutOff(page, server)
  expect(await runsNextBuild(other)).toBe(0)
  await makeCase(other)
  await other.getByRole('link', { name: 'Learn' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()

  // The new version needs no network either.
  await page.reload()
  expect(await runsNextBuild(page)).toBe(1)
  await expectVerdict(page, 'implicitDeny', 'identity')
})

test('the app can be installed', async ({ page, server }) => {
  await page.goto(server.address)
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    return (await (await fetch(link?.href ?? '')).json()) as {
      start_url: string
      icons: { src: string; sizes: string }[]
    }
  })
  expect(manifest.start_url).toBe('./')
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.sizes !== 'any')) {
    const size = await page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    expect(size).toBe(sizes)
  }
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})
