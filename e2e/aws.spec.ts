import { spawn, type ChildProcess } from 'node:child_process'
import { expect, type ConsoleMessage, type Page } from '@playwright/test'
import { test } from './kept-page'
import { freePort } from '../.ci/free-port.mjs'
import { startFakeAws, type FakeAccount, type FakeAws } from './aws/fake-aws'

const KEY = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN//////////wEaCXVzLWVhc3QtMSJIMEYCIQ==',
}
const SECRETS = [KEY.secretAccessKey, KEY.sessionToken]
const PASTED = JSON.stringify({
  Version: 1,
  AccessKeyId: KEY.accessKeyId,
  SecretAccessKey: KEY.secretAccessKey,
  SessionToken: KEY.sessionToken,
})

const ALICE = 'arn:aws:iam::123456789012:user/alice'
const BLOB = 'Encoded_blob-that-STS-alone-can-read_'.repeat(4)
const ERROR = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${ALICE} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:123456789012:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: ${BLOB}`

const allow = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
})

/** The Region and the account of the resources. */
const HERE = 'eu-west-1:123456789012'
const policyOf = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:user/bob' }, Action, Resource: '*' }],
})

const ACCOUNT: FakeAccount = {
  account: '123456789012',
  caller: { arn: 'arn:aws:sts::123456789012:assumed-role/Reader/me', userId: 'AROAEXAMPLE:me' },
  users: {
    alice: {
      inline: { own: allow('s3:*') },
      attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      groups: ['Devs'],
      tags: { team: 'a' },
    },
  },
  groups: { Devs: { inline: { shared: allow('ec2:Describe*') } } },
  managed: { 'arn:aws:iam::aws:policy/ReadOnlyAccess': allow('ec2:Get*') },
  messages: {
    [BLOB]: {
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      failures: { items: [] },
      context: {
        principal: { id: 'AIDAEXAMPLE', name: 'alice', arn: ALICE },
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:us-east-1:123456789012:instance/*',
        conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.medium' }] } }] },
      },
    },
  },
  contextKeys: ['aws:SourceVpce'],
  roles: { Target: { trust: policyOf('sts:AssumeRole') } },
  resources: {
    [`arn:aws:kms:${HERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`]: policyOf('kms:*'),
    [`arn:aws:secretsmanager:${HERE}:secret:bare-AbCdEf`]: null,
    [`arn:aws:sns:${HERE}:alarms`]: policyOf('sns:*'),
  },
  simulate: (form) => [
    {
      EvalActionName: form.get('ActionNames.member.1'),
      EvalResourceName: form.get('ResourceArns.member.1') ?? '*',
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      MissingContextValues: [],
    },
  ],
}

let fake: FakeAws
let server: ChildProcess
let address: string

// One server for all, asked by one test at a time; what fails is tried again alone.
test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  fake = await startFakeAws(ACCOUNT, KEY)
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { env: { ...process.env, AWS_ENDPOINT: fake.url }, stdio: 'ignore' },
  )
  await expect
    .poll(() =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true)
})

test.afterAll(async () => {
  server.kill()
  await fake.close()
})

test.beforeEach(() => {
  fake.calls.length = 0
  fake.behaviour.denied.clear()
  fake.behaviour.throttled.clear()
  fake.behaviour.refusals.clear()
  fake.behaviour.withoutCors = false
})

/** Everything the page shows, keeps or says, gathered over a whole visit. */
async function watch(page: Page) {
  const said: string[] = []
  page.on('console', (message: ConsoleMessage) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  // Query keys are hashed with JSON.stringify, so a key that held a secret would pass here.
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { stringified: seen })
    const original = JSON.stringify
    const recording = (...args: [unknown]): unknown => {
      const text: unknown = original(...args)
      if (typeof text === 'string') seen.push(text)
      return text
    }
    Object.assign(JSON, { stringify: recording })
  })
  return async () => {
    const kept = await page.evaluate(async () => [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value),
      location.href,
      document.cookie,
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ...(window as unknown as { stringified: string[] }).stringified,
    ])
    return [...kept, ...said].join('\n')
  }
}

async function openCheck(page: Page) {
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Paste an error, event, policy or link' }).fill(ERROR)
  await page.getByRole('tab', { name: 'AWS check' }).click()
}

const credentials = (page: Page) => page.getByRole('textbox', { name: 'Temporary credentials' })

test('refuses long-lived keys and says what to do instead, and takes one of several profiles', async ({ page }) => {
  await openCheck(page)
  await credentials(page).fill('AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=x')
  await expect(page.getByText(/long-term access key/)).toBeVisible()
  await expect(page.getByText(/get-session-token/)).toBeVisible()
  expect(fake.calls).toEqual([])

  const profile = (name: string, key: string) =>
    `[${name}]\naws_access_key_id=${key}\naws_secret_access_key=${KEY.secretAccessKey}\naws_session_token=${KEY.sessionToken}\n`
  await credentials(page).fill(profile('other', 'ASIAI44QH8DHBEXAMPLE') + profile('reader', KEY.accessKeyId))
  await page.getByRole('button', { name: 'reader', exact: true }).click()
  await page.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(page.getByText(ACCOUNT.caller.arn)).toBeVisible()
})

test('decodes, imports and simulates, and no secret reaches the page', async ({ page }) => {
  const gather = await watch(page)
  await openCheck(page)
  await credentials(page).fill(PASTED)
  await page.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(page.getByText(ACCOUNT.caller.arn)).toBeVisible()

  await page.getByRole('button', { name: 'Decode with STS' }).click()
  await expect(page.getByText(/AWS says: an implicit deny/)).toBeVisible()

  await page.getByRole('button', { name: 'Import from IAM' }).click()
  await expect(page.getByText(/3 identity-based policies read in \d+ calls, no boundary/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'What it would change' })).toContainText(
    'adds own, ReadOnlyAccess, shared',
  )
  await expect(page.getByText('Request context: adds aws:PrincipalTag/team')).toBeVisible()
  await page.getByRole('button', { name: 'Put into the editors' }).click()
  await expect(page.getByText('The editors contain what AWS returned.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toHaveAttribute('data-decision', 'none')

  await page.getByRole('button', { name: 'Show the request' }).click()
  await expect(page.getByText('SimulateCustomPolicy', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Simulate', exact: true }).click()
  await expect(page.getByText(/The simulator says/)).toBeVisible()
  const simulation = fake.calls.find(({ operation }) => operation === 'SimulateCustomPolicy')!
  expect(simulation.form.get('ActionNames.member.1')).toBe('ec2:RunInstances')
  expect(simulation.form.get('CallerArn')).toBe(ALICE)
  expect(JSON.parse(simulation.form.get('PolicyInputList.member.1')!)).toEqual(allow('s3:*'))

  const seen = await gather()
  for (const secret of SECRETS) expect(seen.includes(secret)).toBe(false)

  // Another account or partition, as a link or an edit may name it, is not asked with them.
  const sent = fake.calls.length
  const paste = page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })
  for (const [principal, why] of [
    ['arn:aws:iam::999988887777:user/alice', /are of another account.*123456789012.*999988887777/],
    ['arn:aws-cn:iam::123456789012:user/alice', /used in another partition/],
  ] as const) {
    await paste.fill(ERROR.replaceAll(ALICE, principal))
    await page.getByRole('tab', { name: 'AWS check' }).click()
    await page.getByRole('button', { name: 'Decode with STS' }).click()
    await expect(page.getByRole('region', { name: 'Decode the encoded message' }).getByRole('alert')).toHaveText(why)
    expect(fake.calls).toHaveLength(sent)
  }
  await paste.fill(ERROR)
  await page.getByRole('tab', { name: 'AWS check' }).click()

  await page.getByRole('button', { name: 'Forget credentials' }).click()
  await expect(credentials(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Import from IAM' })).toBeDisabled()
})

test('is there for a bare error, an encoded message alone and an empty page, and fills in who asked', async ({
  page,
}) => {
  const principal = page.getByRole('textbox', { name: 'Principal' })
  const paste = page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })
  const verdict = page.getByRole('region', { name: 'Verdict' })

  // A bare error: the caller is the one of the credentials, unless that is taken back before.
  await page.goto(address)
  await paste.fill('An error occurred (AccessDenied) when calling the GetObject operation: Access Denied')
  await page.getByRole('tab', { name: 'AWS check' }).click()
  await credentials(page).fill(PASTED)
  const takes = page.getByRole('checkbox', { name: /Take it as the caller/ })
  await takes.uncheck()
  await page.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(page.getByText(ACCOUNT.caller.arn)).toBeVisible()
  await expect(principal).toHaveValue('')
  await page.getByRole('button', { name: 'Take it as the caller' }).click()
  await expect(principal).toHaveValue(ACCOUNT.caller.arn)
  await expect(page.getByRole('button', { name: 'Import from IAM' })).toBeEnabled()
  // Once the caller is known nobody takes another for it.
  await expect(page.getByRole('button', { name: 'Take it as the caller' })).toHaveCount(0)

  // An encoded message alone: what it holds stands below it, and tells who asked for what.
  fake.calls.length = 0
  await page.getByRole('button', { name: 'New case' }).click()
  await paste.fill(`Encoded authorization failure message: ${BLOB}`)
  await page.getByRole('tab', { name: 'AWS check' }).click()
  await page.getByRole('button', { name: 'Decode with STS' }).click()
  await expect(principal).toHaveValue(ALICE)
  await expect(paste).toHaveValue(
    new RegExp(`^Encoded authorization failure message: ${BLOB}[^]*"explicitDeny": false`),
  )
  await expect(verdict).toHaveAttribute('data-decision', 'implicitDeny')
  await page.getByRole('heading', { name: 'Request context' }).click()
  await page.getByText(/of which no policy speaks/).click()
  await expect(page.getByText('ec2:InstanceType = t3.medium · from the decoded message')).toBeVisible()
  expect(fake.calls.map(({ operation }) => operation)).toEqual(['DecodeAuthorizationMessage'])

  // An empty page: by a button, and by the palette; asking fills in the caller with the same press.
  await page.getByRole('button', { name: 'New case' }).click()
  await page.getByRole('button', { name: 'Ask AWS with temporary credentials' }).click()
  await expect(page.getByRole('dialog', { name: 'AWS check' })).toBeVisible()
  await page.getByRole('button', { name: 'Forget credentials' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('aws check')
  await page.getByRole('option', { name: 'AWS check' }).click()
  const dialog = page.getByRole('dialog', { name: 'AWS check' })
  await dialog.getByRole('textbox', { name: 'Temporary credentials' }).fill(PASTED)
  await expect(dialog.getByRole('checkbox', { name: /Take it as the caller/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(dialog.getByRole('heading', { name: 'Import the policies of role Reader' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(principal).toHaveValue(ACCOUNT.caller.arn)
})

test('simulates what is attached, also without the SCPs, and asks which keys matter', async ({ page }) => {
  await openCheck(page)
  await page.getByText('One value at a time').click()
  await page.getByLabel('Access key id').fill(KEY.accessKeyId)
  await page.getByLabel('Secret access key').fill(KEY.secretAccessKey)
  await page.getByLabel('Session token').fill(KEY.sessionToken)
  await page.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(page.getByText(ACCOUNT.caller.arn)).toBeVisible()
  await page.getByText('Policies attached in AWS', { exact: true }).click()
  await page.getByRole('button', { name: 'Which keys do the attached policies use?' }).click()
  await expect(page.getByText(/doesn’t say anything about aws:SourceVpce/)).toBeVisible()
  await page.getByRole('button', { name: 'Import from IAM' }).click()
  await page.getByRole('button', { name: 'Put into the editors' }).click()
  await page.getByRole('checkbox', { name: 'SCPs' }).check()
  await page.getByRole('checkbox', { name: 'the policy own' }).check()
  await page.getByRole('button', { name: 'Simulate', exact: true }).click()
  await expect(page.getByText(/The simulator says/)).toBeVisible()
  await expect(page.getByText('That narrows it to Identity-based: implicit deny.')).toBeVisible()
  const { form } = fake.calls.find(({ operation }) => operation === 'SimulatePrincipalPolicy')!
  expect(form.get('PolicySourceArn')).toBe(ALICE)
  expect(form.get('PolicyExclusionList.member.1.PolicyType')).toBe('scp')
  expect(form.get('PolicyExclusionList.member.2.InlinePolicyIdentifier.PolicyName')).toBe('own')
})

/** An error about a resource, of a caller that the account of the credentials is not asked about. */
async function openFor(page: Page, action: string, resource: string, caller = ALICE) {
  await page.goto(address)
  await page
    .getByRole('textbox', { name: 'Paste an error, event, policy or link' })
    .fill(
      `An error occurred (AccessDenied) when calling the operation: User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`,
    )
  await page.getByRole('tab', { name: 'AWS check' }).click()
}

const LAYER = 'Resource-based'

interface Reading {
  readonly service: string
  readonly action: string
  readonly resource: string
  readonly called: string
  readonly wire: readonly [operation: string, field: string]
  readonly caller?: string
}

/** One that is named by its ARN, and one by its name in an account; that each service is asked in its own words, unit tests prove. */
const READINGS: readonly Reading[] = [
  {
    service: 'kms',
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:${HERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    called: 'key policy',
    wire: ['GetKeyPolicy', 'KeyId'],
  },
  {
    service: 'iam',
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::123456789012:role/Target',
    called: 'trust policy',
    wire: ['GetRole', 'RoleName'],
    caller: 'arn:aws:iam::999988887777:user/bob',
  },
]

for (const { service, action, resource, called, wire, caller } of READINGS) {
  test(`reads the ${called} of the resource, shows what it changes, and takes it in one step of undo`, async ({
    page,
  }) => {
    await openFor(page, action, resource, caller)
    const section = page.getByRole('region', { name: `Read the ${called} of the resource` })
    const read = section.getByRole('button', { name: `Read the ${called}` })
    await expect(read).toBeDisabled()
    await credentials(page).fill(PASTED)
    expect(fake.calls).toEqual([])
    await expect(read).toHaveAccessibleDescription(/^asks 127\.0\.0\.1:\d+/)
    await read.click()
    await expect(section.getByRole('list', { name: 'What it would change' })).toContainText(`${LAYER}: adds`)
    const [operation, field] = wire
    const call = fake.calls.at(-1)!
    expect([call.service, call.operation, call.form.get(field)]).toEqual([
      service,
      operation,
      service === 'iam' ? 'Target' : resource,
    ])
    // A name without its account is only asked for once AWS has said whose the credentials are.
    expect(fake.calls.map(({ operation }) => operation)).toEqual(
      service === 'iam' ? ['GetCallerIdentity', operation] : [operation],
    )
    // Until then nothing is changed.
    const tab = page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab', { name: LAYER })
    await expect(tab).toHaveAttribute('data-status', 'notGiven')
    await section.getByRole('button', { name: 'Put into the editors' }).click()
    await expect(section.getByText('The editors contain what AWS returned.')).toBeVisible()
    await expect(tab).not.toHaveAttribute('data-status', 'notGiven')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(tab).toHaveAttribute('data-status', 'notGiven')
  })
}

test('a policy of the resource that cannot be read changes nothing, and says why', async ({ page, context }) => {
  const topic = `arn:aws:sns:${HERE}:alarms`
  await openFor(page, 'sns:Publish', topic)
  await credentials(page).fill(PASTED)
  const section = page.getByRole('region', { name: 'Read the topic policy of the resource' })
  const read = section.getByRole('button', { name: 'Read the topic policy' })
  await read.click()
  await section.getByRole('button', { name: 'Put into the editors' }).click()
  const tab = page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab', { name: LAYER })
  await expect(tab).not.toHaveAttribute('data-status', 'notGiven')
  const status = await tab.getAttribute('data-status')
  const alert = section.getByRole('alert')
  for (const [refusal, words] of [
    [[404, 'NotFound', 'Topic does not exist'], /does not know this resource.*Nothing here was changed/],
    [[403, 'AuthorizationError', 'User is not authorized'], /may not make this call/],
    [[503, 'ServiceUnavailable', 'Service is unavailable'], /not available now \(503\)/],
  ] as const) {
    fake.behaviour.refusals.set('GetTopicAttributes', refusal)
    await read.click()
    await expect(alert).toHaveText(words)
  }
  fake.behaviour.withoutCors = true
  await read.click()
  await expect(alert).toHaveText(/doesn’t allow a web page to make this call/)
  await context.setOffline(true)
  await read.click()
  await expect(alert).toHaveText(/This browser is offline/)
  await context.setOffline(false)
  await expect(section.getByRole('button', { name: 'Put into the editors' })).toHaveCount(0)
  await expect(tab).toHaveAttribute('data-status', status!)
  await section.getByText('The same as a command').click()
  await expect(section.getByText(/aws sns get-topic-attributes/)).toBeVisible()
})

test('a secret without a policy is told to have none, a function only perhaps', async ({ page }) => {
  await openFor(page, 'secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:bare-AbCdEf`)
  await credentials(page).fill(PASTED)
  await page.getByRole('button', { name: 'Read the secret policy' }).click()
  await expect(page.getByText('AWS says that there is no secret policy.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'What it would change' })).toHaveText(
    `${LAYER}: says that none is attached`,
  )

  // Another tab, which keeps no case.
  const tab = await page.context().newPage()
  await openFor(tab, 'lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:other`)
  await credentials(tab).fill(PASTED)
  await tab.getByRole('button', { name: 'Read the function policy' }).click()
  await expect(tab.getByText(/the same for a function that doesn’t exist/)).toBeVisible()
})

test('the policy of a queue is left to the script, and the page says why', async ({ page }) => {
  await openFor(page, 'sqs:SendMessage', `arn:aws:sqs:${HERE}:jobs`)
  const rest = page.getByRole('region', { name: 'Read the rest with one script' })
  await expect(rest.getByText(/anyone’s public queue/)).toBeVisible()
  await rest.getByText('The script', { exact: true }).click()
  await expect(rest.getByText(/aws sqs get-queue-attributes/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Read the .* policy$/ })).toHaveCount(0)
})

test('reports what could not be read, and proves nothing without it', async ({ page }) => {
  fake.behaviour.denied.add('GetUserPolicy')
  await openCheck(page)
  await credentials(page).fill(PASTED)
  await page.getByRole('button', { name: 'Import from IAM' }).click()
  await expect(page.getByText('The import failed: not all policies could be read')).toBeVisible()
  await expect(page.getByText(/user policy alice\/own: These credentials may not make this call/)).toBeVisible()
  await expect(page.getByText(/GetUserPolicy: AccessDenied/)).toBeVisible()
  await expect(page.getByText('The editors contain what AWS returned.')).toHaveCount(0)
  const take = page.getByRole('button', { name: 'Put into the editors' })
  if ((await take.count()) > 0) await take.click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toHaveAttribute('data-basis', 'claimed')
})

test('waits and tries again when throttled', async ({ page }) => {
  fake.behaviour.throttled.set('GetCallerIdentity', 1)
  await openCheck(page)
  await credentials(page).fill(PASTED)
  await page.getByRole('button', { name: 'Ask AWS who this is' }).click()
  await expect(page.getByText(ACCOUNT.caller.arn)).toBeVisible()
  expect(fake.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity', 'GetCallerIdentity'])
})

test('tells apart why AWS did not answer', async ({ page, context }) => {
  await openCheck(page)
  await credentials(page).fill(PASTED)
  const alert = page.getByRole('region', { name: 'Decode the encoded message' }).getByRole('alert')
  const decode = page.getByRole('button', { name: 'Decode with STS' })
  for (const [refusal, words] of [
    [[503, 'ServiceUnavailable', 'Service is unavailable'], /not available now \(503\)/],
    [
      [403, 'SignatureDoesNotMatch', 'Signature expired: a is now earlier than b'],
      /the clock of this machine is wrong/,
    ],
    [[403, 'RegionDisabledException', 'STS is not activated in this region'], /STS isn’t activated in this Region/],
  ] as const) {
    fake.behaviour.refusals.set('DecodeAuthorizationMessage', refusal)
    await decode.click()
    await expect(alert).toHaveText(words)
  }
  await context.setOffline(true)
  await decode.click()
  await expect(alert).toHaveText(/This browser is offline/)
  await context.setOffline(false)
  // A call that does not get through is answered with the command.
  fake.behaviour.withoutCors = true
  await decode.click()
  await expect(alert).toHaveText(/doesn’t allow a web page to make this call/)
  await page.getByText('The same as a command').first().click()
  await expect(page.getByText(/aws sts decode-authorization-message/)).toBeVisible()
})

test('takes the output of the simulator’s command', async ({ page }) => {
  await openCheck(page)
  await page.getByRole('tab', { name: 'AWS check' }).click()
  await page.getByText('Paste the command’s output').click()
  const output = page.getByRole('textbox', { name: 'Output of the simulation' })
  await output.fill('{"a":1}')
  await expect(page.getByText(/Expected the JSON that the command prints/)).toBeVisible()
  await output.fill(
    JSON.stringify({ EvaluationResults: [{ EvalActionName: 'ec2:RunInstances', EvalDecision: 'implicitDeny' }] }),
  )
  await expect(page.getByText(/The simulator says/)).toBeVisible()
  expect(fake.calls).toEqual([])
})
