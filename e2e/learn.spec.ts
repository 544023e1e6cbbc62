import { expect, type BrowserContext, type Page } from '@playwright/test'
import { test } from './kept-page'
import { expectNoViolations, expectNoViolationsInAnyTheme } from './axe'
import { expectVerdict, openApp, openPutObjectCase, pasteBox, PUT_OBJECT_ERROR, watchFlash } from './workbench'

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, role: string, name: string | RegExp) {
  const target = page.getByRole(role as 'button', { name, exact: typeof name === 'string' })
  for (let i = 0; i < 80; i++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(name)}`)
}

/** Puts a text in the place of the one that has the focus, as one who pastes it does. */
async function pasteOver(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+v')
}

/** Goes to a step of a lesson. */
const goTo = (page: Page, step: 'Predict' | 'Watch' | 'Repair' | 'Remember') =>
  page.getByRole('navigation', { name: 'Steps of this lesson' }).getByRole('button', { name: step }).click()

test('a lesson shows one step at a time, and keeps a repair that was begun', async ({ page }) => {
  await page.goto('./#/learn/everything-starts-denied')
  const steps = page.getByRole('navigation', { name: 'Steps of this lesson' })
  const regions = (name: string) => page.getByRole('region', { name })
  await expect(steps.getByRole('button', { name: 'Repair' })).toBeDisabled()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(steps.getByRole('button', { name: 'Watch' })).toHaveAttribute('aria-current', 'step')
  await expect(regions('Read')).toHaveCount(0)
  await goTo(page, 'Repair')
  await regions('Repair').getByRole('button', { name: 'Show one that works' }).click()
  const text = regions('Repair').locator('.view-lines')
  await expect(text).toContainText('PutObject')
  await goTo(page, 'Predict')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await expect(regions('Repair')).toBeHidden()
  await goTo(page, 'Repair')
  await expect(text).toContainText('PutObject')
})

test('a whole lesson by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/learn')
  await tabTo(page, 'link', /^Begin: Everything starts denied/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything starts denied')

  await tabTo(page, 'radio', 'A statement denies s3:PutObject.')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'button', 'Answer')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Reading is allowed, writing is not mentioned')).toBeVisible()

  await tabTo(page, 'button', 'Next step')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter')
  await expect(page.getByText('IAM calls this an implicit deny.')).toBeVisible()

  await tabTo(page, 'button', 'Next: repair it')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Repair', exact: true })).toBeFocused()
  await expect(page.getByRole('textbox', { name: /menus/ })).toBeVisible()
  await expect(page.locator('.monaco-editor')).toBeVisible()
  await tabTo(page, 'textbox', /menus/)
  const statement = (action: unknown) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::harbour-menus/*' }],
    })
  await pasteOver(page, statement('s3:*'))
  await tabTo(page, 'button', 'Check the repair')
  await page.keyboard.press('Enter')
  await expect(page.getByText('this repair also allows deleting menus')).toBeVisible()

  await page.getByRole('textbox', { name: /menus/ }).focus()
  await pasteOver(page, statement(['s3:GetObject', 's3:PutObject']))
  await tabTo(page, 'button', 'Check the repair')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It works: the request is allowed. Nothing else was')).toBeVisible({ timeout: 20_000 })

  await tabTo(page, 'link', /^Next: A Deny wins/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A Deny wins over every Allow')

  await page.goto('./#/learn')
  await expect(page.getByText('1 of 25 repaired')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 of 25 repaired')).toBeVisible()
})

test('a repair is written in the editor of the workbench, and one that is refused is told why at its line', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/learn/everything-starts-denied')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await goTo(page, 'Repair')
  const repair = page.getByRole('region', { name: 'Repair' })
  const editor = repair.getByRole('textbox', { name: 'Identity-based policy menus' })
  await expect(repair.locator('.monaco-editor')).toBeVisible()
  const write = async (statement: object) => {
    await editor.focus()
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    await pasteOver(page, text)
    // What is checked is what the editor holds: the paste is awaited. A line that goes on below is indented there.
    const drawn = async () => (await repair.locator('.view-lines').textContent())?.replaceAll(/\s/g, '')
    await expect.poll(drawn).toBe(text)
    await repair.getByRole('button', { name: 'Check the repair' }).click()
  }
  const reasons = repair.getByRole('list', { name: 'Reasons' }).getByRole('listitem')
  const objects = 'arn:aws:s3:::harbour-menus/*'

  await write({ Effect: 'allow', Action: 's3:PutObject', Resource: objects })
  await expect(repair.getByText('IAM wouldn’t accept this as a policy: menus.')).toBeVisible()
  await expect(reasons).toHaveText(['menus, line 1Effect must be exactly "Allow" or "Deny", not "allow".'])
  await expect(repair.locator('.squiggly-error').first()).toBeVisible()

  await write({ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObjects'], Resource: objects })
  await expect(reasons.first()).toContainText('has no action "s3:PutObjects"')

  await write({ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::harbour-menu/*' })
  await expect(reasons).toHaveCount(1)
  await expect(repair.getByText('not …harbour-menus/lunch.pdf')).toBeVisible()
  const expectFlash = await watchFlash(repair)
  await reasons.getByRole('button', { name: 'menus, line 1' }).click()
  await expectFlash()
  await expectNoViolationsInAnyTheme(page)
})

test('the words at a line are of the policy in which they stand', async ({ page }) => {
  await page.goto('./#/learn/the-wrong-policy')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await goTo(page, 'Repair')
  const editors = page.getByRole('region', { name: 'Repair' }).locator('.monaco-editor')
  await expect(editors).toHaveCount(3)
  await page.getByRole('button', { name: 'Check the repair' }).click()
  const wordsIn = (at: number) =>
    editors
      .nth(at)
      .locator('[class*="policy-remark-"]')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, '::after').content.trim()))
  await expect.poll(async () => (await wordsIn(0)).join()).toContain('allows this request')
  await expect.poll(async () => (await wordsIn(2)).join()).toContain('denies this request')
  expect((await wordsIn(0)).join()).not.toContain('denies')
})

test('the last lesson opens from the list, and the repair that it shows works', async ({ page }) => {
  await page.goto('./#/learn')
  const links = page.getByRole('main').locator('ol a[href^="#/learn/"]')
  await expect(links).toHaveCount(25)
  await links.last().click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await goTo(page, 'Repair')
  await page.getByRole('button', { name: 'Show one that works' }).click()
  await page.getByRole('button', { name: 'Check the repair' }).click()
  await expect(page.getByText('It works: the request is allowed. Nothing else was')).toBeVisible({ timeout: 60_000 })
})

test('each step of a lesson has its own link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/learn/everything-starts-denied')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  const story = page.getByRole('region', { name: 'Watch the evaluation' })
  const told = story.getByRole('list').last().getByRole('listitem')
  await story.getByRole('button', { name: 'Next step' }).click()
  await expect(told).toHaveCount(2)
  await expect(page).toHaveURL(/#\/learn\/everything-starts-denied\/2$/)
  await story.getByRole('button', { name: 'Copy link to this step' }).click()
  await expect(story.getByRole('status')).toHaveText('Copied')
  const address = await page.evaluate(() => navigator.clipboard.readText())
  const sentences = await told.allInnerTexts()

  await page.goto('about:blank')
  await page.goto(address)
  await expect(told).toHaveText(sentences)
  await expect(story.getByRole('button', { name: 'Next step' })).toBeInViewport()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.goto('about:blank')
  await page.goto(address.replace(/2$/, '99'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything starts denied')
  await expect(story).toHaveCount(0)
})

test('an example is found by a word and opens in the workbench', async ({ page }) => {
  await page.goto('./#/learn/gallery')
  await page.getByRole('searchbox').fill('githubusercontent')
  await page.getByRole('button', { name: /A GitHub workflow on another branch/ }).click()
  await expectVerdict(page, 'implicitDeny', 'trust')
})

/** A deck of three, of which the second is an exercise: what `makeDeck` makes, as its link opens for ever. */
const DECK =
  './#d1/B02yOZnwrsN8G6KfODc9-JJ-3COwoPKtWXBpxHkDBiYe_RI_hbkoUidnA5Xe0PbyHSYj4RvAlS2MtxF5KMQC-VBePfdyMza9N5CqTFWJbybnmCp1GP00Nf'

/** Makes that deck, and stays at it; the address of it. */
async function makeDeck(page: Page, context: BrowserContext): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.goto('./#/learn/deck')
  // The link follows the fields a moment later: wait until it carries each.
  const show = page.getByRole('link', { name: 'Show it' })
  const carried = async (change: () => Promise<void>) => {
    const before = (await show.count()) === 0 ? '' : ((await show.getAttribute('href')) ?? '')
    await change()
    await expect(show).not.toHaveAttribute('href', before)
  }
  for (let card = 1; card <= 3; card++)
    await carried(() => page.getByRole('button', { name: 'Add the workbench’s case' }).click())
  await carried(() => page.getByRole('textbox', { name: 'Title', exact: true }).fill('Friday'))
  await carried(() => page.getByRole('textbox', { name: 'Title of card 2' }).fill('Your turn'))
  await carried(() => page.getByRole('checkbox').nth(1).check())
  await page.getByRole('button', { name: 'Copy link' }).click()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toContain(DECK.slice(2))
  return address
}

test('a deck without cards has nothing to share; an example becomes its first card', async ({ page }) => {
  await page.goto('./#/learn/deck')
  await expect(page.getByText('Add a card first')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0)
  // A workbench without a case has none to add.
  await expect(page.getByRole('button', { name: 'Add the workbench’s case' })).toBeDisabled()
  const add = page.getByRole('button', { name: 'Add the example' })
  await expect(add).toBeDisabled()
  await page.getByRole('combobox', { name: 'Example' }).selectOption('An administrator, stopped by an SCP')
  await add.click()
  await expect(page.getByRole('textbox', { name: 'Title of card 1' })).toHaveValue(
    'An administrator, stopped by an SCP',
  )
  await expect(page.getByRole('combobox', { name: 'Example' })).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await page.getByRole('link', { name: 'Show it' }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An administrator, stopped by an SCP')
})

test('a deck of three, made, shown and answered', async ({ page, context }) => {
  const address = await makeDeck(page, context)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  await page.reload()
  await page.getByLabel('Open a deck file').setInputFiles(await download.path())
  await expect(page.getByRole('textbox', { name: 'Title of card 2' })).toHaveValue('Your turn')

  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Friday')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your turn')
  await expect(page).toHaveURL(`${address}&step=2`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your turn')
  await expect(page.getByRole('list', { name: 'Layers' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Identity-based policies: an implicit deny' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText('That is right.')).toBeVisible()
  await page.getByRole('button', { name: 'Open this case in the workbench' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
})

test('students hand in, each what is their own, and the class is one table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const right = 'Identity-based policies: an implicit deny'
  const wrong = 'Identity-based policies: an explicit deny'
  const tries: Readonly<Record<string, readonly string[]>> = {
    Ben: [wrong, right],
    Dan: [wrong],
    Eve: [],
  }
  const chat: string[] = []
  for (const [name, answers] of Object.entries(tries)) {
    await page.goto('about:blank')
    await page.goto(`${DECK}&step=2`)
    for (const answer of answers) {
      await page.getByRole('radio', { name: answer }).check()
      await page.getByRole('button', { name: 'Answer' }).click()
    }
    // What was answered is there again after a reload, and after a look at the case in the workbench.
    if (name === 'Ben') {
      await page.reload()
      await expect(page.getByText('That is right.')).toBeVisible()
      await page.getByRole('button', { name: 'Open this case in the workbench' }).click()
      await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
      await page.goBack()
      await expect(page.getByText('That is right.')).toBeVisible()
    }
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('textbox', { name: 'Your name' }).fill(name)
    await page.getByRole('button', { name: 'Copy what you hand in' }).click()
    await expect(page.getByText('Copied')).toBeVisible()
    chat.push(`${name}: ${await page.evaluate(() => navigator.clipboard.readText())}`)
    // The next one has a browser that was never here.
    await page.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()))
  }

  await page.goto('./#/learn/class')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('textbox', { name: /Paste all hand-ins/ }).fill(`${chat.join('\n')}\n${chat[0]?.slice(0, -9)}`)
  await expect(page.getByText('Hand-ins read: 3, of 3 people.')).toBeVisible()
  await expect(page.getByText('Changed or cut off, so not counted: 1.')).toBeVisible()
  await expect(page.getByRole('columnheader')).toHaveText(['Who', '2. Your turn'])
  const rows = page.getByRole('table', { name: 'What was handed in' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  for (const [at, [name, cell]] of [
    ['Ben', 'right at try 2'],
    ['Dan', 'not right after 1 try'],
    ['Eve', 'not answered'],
    ['Often answered wrong', `${wrong} × 2`],
  ].entries()) {
    await expect(rows.nth(at + 1)).toContainText(name ?? '')
    await expect(rows.nth(at + 1)).toContainText(cell ?? '')
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('class.csv')

  // The plan and its timer go on while the instructor looks at other pages, and over a reload.
  await page.getByRole('checkbox', { name: 'A Deny wins over every Allow' }).uncheck()
  await page.getByRole('link', { name: 'Learn' }).first().click()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'A Deny wins over every Allow' })).not.toBeChecked()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'A Deny wins over every Allow' })).not.toBeChecked()
})

test('the page of a cause shows an example of it, which opens', async ({ page }) => {
  await page.goto('./#/why/allow-unmet')
  const example = page.getByRole('region', { name: 'An example' })
  await expect(example.getByLabel('The error')).toContainText('sqs:SendMessage')
  await expect(example.getByRole('listitem')).toContainText('aws:MultiFactorAuthPresent')
  await example.getByRole('button', { name: 'Open this example' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')

  await page.goto('./#/why/s3-object-acl')
  await example.getByRole('button', { name: 'Open this example' }).click()
  await expect(page.getByRole('region', { name: 'Verdict', exact: true })).toBeVisible()
  await expect(pasteBox(page)).toHaveValue(/--acl bucket-owner-full-control/)
})

test('the builder keeps its deck, a deck’s link opens in it, and the speaker’s notes show at a key', async ({
  page,
  context,
}) => {
  await makeDeck(page, context)
  const show = page.getByRole('link', { name: 'Show it' })
  const before = (await show.getAttribute('href')) ?? ''
  const forStudents = page.getByRole('button', { name: 'Copy link for students, without speaker notes' })
  await expect(forStudents).toHaveCount(0)
  await page.getByRole('textbox', { name: /Speaker notes of card 1/ }).fill('Ask who can help.')
  await expect(show).not.toHaveAttribute('href', before)
  await forStudents.click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.endsWith(before)).toBe(true)
  await show.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Friday')
  const link = page.url()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Ask who can help.')).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(page.getByRole('complementary', { name: 'Speaker notes' })).toHaveText('Ask who can help.')
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Friday')
  await expect(page.getByRole('textbox', { name: 'Title of card 2' })).toHaveValue('Your turn')

  await page.goto('about:blank')
  await page.goto('./#/learn/deck')
  await page.getByRole('textbox', { name: /Link of a case/ }).fill(link)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Title of card 2' })).toHaveValue('Your turn')
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByRole('textbox', { name: /Speaker notes of card 1/ })).toHaveValue('Ask who can help.')
})

test('a long link of a deck opens in the builder, and a field that is full says so', async ({ page, context }) => {
  await makeDeck(page, context)
  // Notes that hardly compress: each word is another one.
  const notes = Array.from({ length: 1_200 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ')
  await page.getByRole('textbox', { name: 'Notes of card 1', exact: true }).fill(notes)
  const show = page.getByRole('link', { name: 'Show it' })
  await expect.poll(async () => (await show.getAttribute('href'))?.length ?? 0).toBeGreaterThan(4_000)
  const link = new URL((await show.getAttribute('href')) ?? '', page.url()).href
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('x'.repeat(5_000))
  await expect(page.getByText('At most 4,000 characters fit here.')).toBeVisible()
  const tab = await context.newPage()
  await tab.goto('./#/learn/deck')
  await tab.getByRole('textbox', { name: /Link of a case/ }).fill(link)
  await tab.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(tab.getByRole('textbox', { name: 'Notes of card 1', exact: true })).toHaveValue(notes)
})

test('an exercise hides what tells its answer, says why a try is wrong, and is handed in', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('Identity policy lacks an Allow')
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('As an exercise').click()
  await dialog.getByText(/Answers to choose from/).click()
  const field = dialog.getByRole('textbox', { name: 'Link', exact: true })
  await expect(field).toHaveValue(/#x1\//)
  const whole = await field.inputValue()
  await dialog.getByRole('checkbox', { name: 'It depends on what is not known' }).uncheck()
  await expect(field).not.toHaveValue(whole)
  const exercise = await field.inputValue()

  await page.goto('about:blank')
  await page.goto(exercise)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What decides here?')
  await expect(page.getByLabel('The error')).not.toContainText('because no identity-based policy')
  await expect(page.getByRole('group', { name: 'The request' })).toContainText('s3:PutObject')
  await expect(page.getByRole('radio', { name: 'It depends' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Identity-based policies: an explicit deny' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText(/The layer is right/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Layers' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Identity-based policies: an implicit deny' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText('That is right.')).toBeVisible()
  await expect(page.getByLabel('The error')).toContainText('because no identity-based policy')
  await page.getByRole('button', { name: 'Copy link to hand in' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const handedIn = await page.evaluate(() => navigator.clipboard.readText())

  await page.goto('about:blank')
  await page.goto(handedIn)
  const result = page.getByRole('region', { name: 'Handed in: right after 2 tries' })
  await expect(result.getByRole('listitem')).toHaveText([
    'Identity-based policies: an explicit deny: not right',
    'Identity-based policies: an implicit deny: right',
  ])
})

test('an exercise asks for a repair with the requests of its author, and hides what names give away', async ({
  page,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('As an exercise').click()
  await dialog.getByRole('checkbox', { name: 'Ask for a repair after the answer' }).check()
  await dialog.getByRole('textbox', { name: 'The task' }).fill('Let deploy-bot write below uploads.')
  await dialog.getByRole('textbox', { name: 'Action' }).fill('s3:DeleteObject')
  await dialog.getByRole('textbox', { name: /^In words/ }).fill('deleting uploads')
  await dialog.getByRole('button', { name: 'Add a request' }).click()
  const second = dialog.getByRole('list', { name: 'Requests to try' }).getByRole('listitem').nth(1)
  await second.getByText('Must be allowed').click()
  await second.getByRole('textbox', { name: 'Resource' }).fill('arn:aws:s3:::my-bucket/uploads/other.txt')
  await expect(second.getByText('denied now')).toBeVisible()
  // The author is told of a request that no change of the policies lets pass: of a caller who has none.
  await expect(dialog.getByText(/No change to these policies/)).toHaveCount(0)
  await second.getByRole('textbox', { name: 'Principal' }).fill('arn:aws:iam::999988887777:role/partner')
  await expect(
    dialog.getByText(/allows everything that must be allowed: Resource-based policy stays shut/),
  ).toBeVisible()
  await second.getByRole('textbox', { name: 'Principal' }).fill('')
  await expectNoViolations(page, '[role=dialog]')
  const field = dialog.getByRole('textbox', { name: 'Link', exact: true })
  await expect(field).toHaveValue(/#x1\//)
  const link = await field.inputValue()

  await page.goto('about:blank')
  await page.goto(link)
  const policy = page.getByLabel('Identity-based: Policy 1')
  await expect(policy).toContainText('"Sid": "Statement1"')
  await expect(page.getByRole('region', { name: 'Repair' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Identity-based policies: an implicit deny' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(policy).toContainText('"Sid": "Read"')
  const repair = page.getByRole('region', { name: 'Repair' })
  await expect(repair.getByText('Let deploy-bot write below uploads.')).toBeVisible()
  await expect(repair.locator('.monaco-editor')).toBeVisible()
  const write = async (action: unknown, resource: string) => {
    await repair.getByRole('textbox').focus()
    const statement = { Effect: 'Allow', Action: action, Resource: resource }
    await pasteOver(page, JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))
    await repair.getByRole('button', { name: 'Check the repair' }).click()
  }
  await write('s3:*', 'arn:aws:s3:::my-bucket/*')
  await expect(repair.getByText('this repair also allows deleting uploads')).toBeVisible()
  await write('s3:PutObject', 'arn:aws:s3:::my-bucket/uploads/file.txt')
  await expect(repair.getByText(/this repair denies .*my-bucket\/uploads\/other\.txt/)).toBeVisible()
  await write('s3:PutObject', 'arn:aws:s3:::my-bucket/uploads/*')
  await expect(repair.getByText('removes what was allowed before')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Copy link to hand in' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const handedIn = await page.evaluate(() => navigator.clipboard.readText())

  await page.goto('about:blank')
  await page.goto(handedIn)
  const result = page.getByRole('region', { name: 'Handed in: right after one try' })
  await expect(result.getByRole('list').last().getByRole('listitem')).toHaveText([
    'opens too much',
    'not all that is asked for passes',
    'takes away what was allowed',
  ])
})

test('an exercise or deck that is damaged says so', async ({ page }) => {
  await page.goto('./#x1/AAAA')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This exercise does not open')
  await openApp(page)
  await page.goto('./#d9/AAAA')
  await expect(page.getByText(/newer version/)).toBeVisible()
})

test('a handout and a deck go on paper in light colours, whole', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('./#/learn/handout')
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(26)
  const inkOf = () => page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)
  const onScreen = await inkOf()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const onPaper = await inkOf()
  expect(onPaper).not.toBe(onScreen)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  expect(await inkOf()).toBe(onPaper)
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.goto(DECK)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Friday')
  await page.evaluate(() =>
    window.addEventListener('beforeprint', () => {
      const titles = [...document.querySelectorAll('.learn-page section h2')].map(({ textContent }) => textContent)
      Object.assign(window, { printed: titles })
    }),
  )
  await page.pdf()
  expect(await page.evaluate(() => (window as unknown as { printed?: readonly string[] }).printed)).toEqual([
    'Case 1',
    '2. Your turn',
    'Case 3',
    'Answer key and speaker notes',
  ])
})

test('a card of a deck and an exercise have no violation', async ({ page }) => {
  test.slow()
  for (const step of ['', '&step=2']) {
    await page.goto('about:blank')
    await page.goto(DECK + step)
    await expect(page.getByRole('navigation', { name: 'Cards' })).toBeVisible()
    if (step === '&step=2') {
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Answer' }).click()
      await page.getByRole('button', { name: 'Show what decides' }).click()
      await expect(page.getByRole('list', { name: 'Layers' })).toBeVisible()
    }
    await expectNoViolations(page)
  }
})

test('the pages to learn on have no violation', async ({ page }) => {
  test.slow()
  for (const address of ['', 'gallery', 'handout', 'deck', 'link', 'rcps-guard-the-resource']) {
    await page.goto(`./#/learn/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (address.startsWith('rcps')) {
      await page.getByRole('radio').first().check()
      await expectNoViolations(page)
      await page.getByRole('button', { name: 'Answer' }).click()
      await expectNoViolations(page)
      await goTo(page, 'Repair')
      await page.getByRole('button', { name: 'Check the repair' }).click()
    }
    await expectNoViolations(page)
  }
})

test('a page shows how to link to it with an error, and its link opens with the answer', async ({ page }) => {
  await page.goto('./#/learn/link')
  await page.getByRole('textbox', { name: 'Try it: an error' }).fill(PUT_OBJECT_ERROR)
  await expect(page.getByRole('region', { name: 'Python' })).toContainText(new URL(page.url()).origin)
  await page.getByRole('link', { name: 'Open it' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(page).not.toHaveURL(/error=/)
})

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of ['', '/gallery', '/handout', '/deck', '/link', '/both-accounts-say-yes']) {
    await page.goto(`./#/learn${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
  // A card whose headline has a long action.
  await page.goto('./#/learn/deck')
  await page
    .getByLabel('Example', { exact: true })
    .selectOption({ label: 'A login that cannot be limited to a repository' })
  await page.getByRole('button', { name: 'Add the example' }).click()
  await page.getByText('Show it', { exact: true }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('code', { hasText: 'ecr:GetAuthorizationToken' }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a case is shared with stand-ins, as an exercise, and opens to the same verdict', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'All' }).check()
  await expect(dialog.getByText('the whole answer stays the same')).toBeVisible()
  await expect(dialog.getByText('example-bucket-1')).toBeVisible()
  // What names nobody stays, and is replaced at a press.
  await dialog.getByText(/words stay/).click()
  await dialog.getByRole('button', { name: 'Replace Read', exact: true }).click()
  await expect(dialog.getByRole('group', { name: 'Stand-ins' }).getByText('Word1', { exact: true })).toBeVisible()
  const caseLink = await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
  await dialog.getByText('As an exercise').click()
  await dialog.getByRole('textbox', { name: /Your question/ }).fill('Who can help deploy-bot and Zaviktor?')
  const link = dialog.getByRole('textbox', { name: 'Link', exact: true })
  await expect(link).toHaveValue(/#x1\//)
  const exercise = await link.inputValue()

  await page.goto('about:blank')
  await page.goto(exercise)
  await expect(page.getByText(/^Who can help \S+ and \S+\?$/)).toBeVisible()
  await expect(page.getByText(/deploy-bot|Zaviktor/)).toHaveCount(0)
  await page.getByRole('radio', { name: 'Identity-based policies: an implicit deny' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText('That is right.')).toBeVisible()

  await page.goto('about:blank')
  await page.goto(caseLink)
  await expectVerdict(page, 'implicitDeny', 'identity')
})
