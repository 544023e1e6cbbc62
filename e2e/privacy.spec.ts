import { expect, test } from '@playwright/test'
import { openApp, paste, PUT_OBJECT_ERROR } from './workbench'

test('no request leaves the origin, over the whole main job', async ({ page, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin
  const strangers: string[] = []
  const sent: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url)
    if (request.method() !== 'GET' || url.includes('deploy-bot')) sent.push(`${request.method()} ${url}`)
  })
  page.on('websocket', (socket) => strangers.push(socket.url()))

  await openApp(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem').first().click()
  await paste(page, PUT_OBJECT_ERROR)
  for (const tab of await page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab').all()) await tab.click()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('dark')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Learn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')

  expect(strangers).toEqual([])
  expect(sent).toEqual([])
})

test('the page forbids what it does not do', async ({ page }) => {
  await openApp(page)
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        void fetch('https://example.com/').catch(() => undefined)
      }),
  )
  expect(refused).toBe('connect-src')
})
