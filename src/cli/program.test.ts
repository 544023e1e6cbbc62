import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli'
import { COMMANDS, OPTIONS } from './commands'
import { runProgram } from './program'

const ERROR =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action'
const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::data/*"
    }
  ]
}
`
const DENYING = POLICY.replace('Allow', 'Deny').replace('s3:GetObject', 's3:*')
const FILES = { 'error.log': ERROR, 'policy.json': POLICY, 'guard.json': DENYING, 'notes.txt': 'hello there' }

const run = (words: string, more: Parameters<typeof runCli>[3] = {}, files: Readonly<Record<string, string>> = FILES) =>
  runCli(runProgram, words.split(' ').filter(Boolean), files, more)

const caseFile = (action: string) =>
  JSON.stringify({
    version: 1,
    request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource: 'arn:aws:s3:::data/a' },
    policies: { identity: [{ name: 'app', document: JSON.parse(POLICY) as unknown }] },
  })

describe('whydenied', () => {
  it('takes a policy for one of the layer that its file is called by, where it can be one', async () => {
    const files = { ...FILES, 'team-scps.json': DENYING, 'describes.json': POLICY }
    const { out, errors } = await run('error.log team-scps.json', {}, files)
    expect(errors).toContain('team-scps.json is read as a policy of the layer scp')
    expect(out).toContain('team-scps.json')
    expect((await run('error.log describes.json', {}, files)).errors).not.toContain('layer scp')
  })

  it('gives a command whole, or says how to get it', async () => {
    const byScp = ERROR.replace(/because.*$/, 'with an explicit deny in a service control policy')
    const { out } = await run('scp.log', {}, { 'scp.log': byScp })
    const loops = [/\bdo$/gm, /\bdone\b/g].map((word) => out.match(word)?.length ?? 0)
    expect(loops[0]).toBe(loops[1])
    expect(out).toMatch(/^Next: /m)
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
  })

  it('says no sentence twice', async () => {
    const lines = (await run('error.log')).out.split('\n').map((line) => line.replace(/^DENIED | \(.*\)$/g, '').trim())
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('says the answer first, in at most twelve lines, with the line of the policy, the fix and how it is known', async () => {
    const { out, code, errors } = await run('error.log policy.json')
    const lines = out.trimEnd().split('\n')
    expect(out).toMatch(/^DENIED .*s3:PutObject.* \(proven by the\spolicies\)$/m)
    expect(lines.length).toBeLessThanOrEqual(12)
    expect(out).toContain('policy.json:6:17')
    expect(out).toContain('6 | "Action": "s3:GetObject",\n')
    expect(out).toContain('\n  policy.json allows s3:GetObject, not s3:PutObject.\n')
    expect(out).toContain('^^ not s3:PutObject')
    expect(out).toMatch(/^Fix: /m)
    expect(out).toMatch(/^\+.*s3:PutObject/m)
    const [, cause = ''] = /^What this means: whydenied explain (\S+)$/m.exec(out) ?? []
    expect((await run(`explain ${cause}`)).code).toBe(0)
    expect(code).toBe(3)
    // AWS names the layer of the policy itself.
    expect(errors).toBe('')
  })

  it('prints what its documentation shows', async () => {
    const [, shown] = /```text\n([^`]*)```/.exec(readFileSync('src/cli/README.md', 'utf8')) ?? []
    expect((await run('error.log policy.json')).out).toBe(shown)
  })

  it('reads standard input where something comes in, and gives help where nobody gives anything', async () => {
    expect((await run('', { input: ERROR })).out).toMatch(/^DENIED/)
    expect((await run('-', { input: ERROR })).code).toBe(3)
    const help = await run('')
    expect([help.code, help.out.indexOf('Examples') < help.out.indexOf('Usage')]).toEqual([0, true])
  })

  it('takes the layer of a policy from who gives it, and then assumes nothing', async () => {
    const { out, errors } = await run('error.log -p scp=guard.json --json')
    expect(JSON.parse(out)).toMatchObject({ version: 1, decision: 'explicitDeny', layer: 'scp', basis: 'proven' })
    expect(errors).not.toContain('is taken as')
  })

  it('ends with 0 where nothing was denied, 3 where it was, and 2 where it failed', async () => {
    expect((await run('notes.txt')).code).toBe(0)
    expect((await run('notes.txt')).errors).toContain('no AWS error and no policy recognised')
    expect((await run('case.json', {}, { 'case.json': caseFile('s3:GetObject') })).code).toBe(0)
    expect((await run('case.json', {}, { 'case.json': caseFile('s3:PutObject') })).code).toBe(3)
    const missing = await run('nowhere.json')
    expect([missing.code, missing.errors]).toEqual([2, 'whydenied: Cannot read nowhere.json: there is no such file.\n'])
    for (const wrong of ['--nope', '-p what=policy.json', 'compare one.json', 'run --', '--expect maybe error.log'])
      expect([wrong, (await run(wrong)).code]).toEqual([wrong, 2])
  })

  it('tests an expectation', async () => {
    const files = { 'case.json': caseFile('s3:GetObject') }
    expect((await run('case.json --expect allowed', {}, files)).code).toBe(0)
    const other = await run('case.json --expect denied', {}, files)
    expect([other.code, other.errors]).toEqual([1, 'Expected denied, and the answer is allowed.\n'])
    expect((await run('error.log policy.json --expect denied')).code).toBe(0)
  })

  it('judges the tests that are kept with a case', async () => {
    const kept = (expected: string) => {
      const test = { action: 's3:PutObject', resource: 'arn:aws:s3:::data/b', expect: expected }
      return JSON.stringify({ ...(JSON.parse(caseFile('s3:GetObject')) as object), tests: [test] })
    }
    const files = { 'met.json': kept('denied'), 'failed.json': kept('allowed'), 'none.json': caseFile('s3:GetObject') }
    const met = await run('met.json --expect kept', {}, files)
    expect([met.code, met.errors]).toEqual([0, '1 of 1 tests are met.\n'])
    const failed = await run('failed.json --expect kept', {}, files)
    expect(failed.code).toBe(1)
    expect(failed.errors).toContain('s3:PutObject on arn:aws:s3:::data/b should be allowed, and is denied.')
    expect((await run('failed.json --markdown', {}, files)).out).toContain('Tests kept with this case')
    expect((await run('none.json --expect kept', {}, files)).code).toBe(1)
  })

  it('suggests what a misspelt command or code may have been', async () => {
    expect((await run('explian')).errors).toContain('Did you mean "explain"?')
    const known = await run('explain layer-not-given-at-all')
    expect(known.code).toBe(2)
    expect((await run('explain version-missing')).out).toMatch(/https:\/\/docs\.aws\.amazon\.com/)
  })

  it('passes a command through with its code, and explains its denial beside its output', async () => {
    const { code, out, errors } = await run('run -- aws s3 cp a s3://data/a', { ran: { text: ERROR, code: 254 } })
    expect([code, out]).toEqual([254, ''])
    expect(errors).toMatch(/^\nDENIED/)
    const fine = await run('run -- aws sts get-caller-identity', { ran: { text: ERROR, code: 0 } })
    expect([fine.code, fine.errors]).toEqual([0, ''])
    expect((await run('run -- false', { ran: { text: 'no', code: 1 } })).errors).toBe('')
  })

  it('compares a policy before and after', async () => {
    const files = { 'a.json': POLICY, 'b.json': POLICY.replace('GetObject', '*') }
    const wider = await run('compare a.json b.json --json', {}, files)
    expect([wider.code, JSON.parse(wider.out)]).toMatchObject([3, { version: 1, changes: [{ kind: 'new' }] }])
    expect((await run('compare b.json a.json', {}, files)).code).toBe(0)
    expect((await run('compare a.json a.json', {}, files)).code).toBe(0)
  })

  it('checks what a policy must not grant', async () => {
    const files = { 'a.json': POLICY }
    const granted = await run('compare a.json a.json --not-granted s3:GetObject,s3:PutObject', {}, files)
    expect([granted.code, granted.out]).toEqual([3, expect.stringContaining('The new version allows s3:GetObject')])
    const other = await run('compare a.json a.json --not-granted s3:DeleteObject', {}, files)
    expect([other.code, other.out]).toEqual([0, expect.stringContaining('grants none of it')])
    const elsewhere = await run('compare a.json a.json --not-granted s3:* --on arn:aws:s3:::other/*', {}, files)
    expect(elsewhere.code).toBe(0)
  })

  it('compares each pair of a list, and two case files over all their layers', async () => {
    const files = {
      'pairs.json': JSON.stringify([
        { before: JSON.parse(POLICY) as object, after: POLICY.replace('GetObject', '*') },
        { before: POLICY, after: POLICY, notGranted: { actions: ['s3:GetObject'] } },
        { before: POLICY },
      ]),
      'a.json': caseFile('s3:GetObject'),
      'b.json': caseFile('s3:GetObject').replace('"Action":"s3:GetObject"', '"Action":"s3:*"'),
      'held.json': JSON.stringify([{ before: POLICY, after: POLICY }]),
    }
    const { code, out } = await run('compare pairs.json', {}, files)
    const { pairs } = JSON.parse(out) as { pairs: readonly { changes: readonly unknown[]; isHeld: boolean }[] }
    expect([code, pairs[0]?.changes.length, pairs[1]?.isHeld]).toEqual([3, 1, false])
    expect((await run('compare held.json', {}, files)).code).toBe(0)
    const misread = [
      { layer: 'SCP' },
      { notGranted: ['s3:*'] },
      { notGranted: { action: 's3:*' } },
      { noPublic: 'yes' },
      { no_public: true },
    ]
    for (const more of misread) {
      const list = { 'one.json': JSON.stringify([{ before: POLICY, after: POLICY, ...more }]) }
      const one = await run('compare one.json', {}, list)
      expect([one.code, JSON.parse(one.out)]).toEqual([3, { version: 1, pairs: [null] }])
    }
    const cases = await run('compare a.json b.json --json', {}, files)
    expect([cases.code, JSON.parse(cases.out)]).toMatchObject([3, { comparison: { opened: { outcome: 'some' } } }])
    expect((await run('compare b.json a.json', {}, files)).code).toBe(0)
    expect((await run('compare a.json held.json', {}, files)).code).toBe(2)
  })

  it('holds two case files to the checks that it is told', async () => {
    const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }
    const withBucket = (statement: object) => {
      const { policies, ...rest } = JSON.parse(caseFile('s3:GetObject')) as { policies: object }
      const resource = { name: 'bucket', document: { Version: '2012-10-17', Statement: [statement] } }
      return JSON.stringify({ ...rest, policies: { ...policies, resource } })
    }
    const files = {
      'a.json': caseFile('s3:GetObject'),
      'open.json': withBucket(open),
      'own.json': withBucket({ ...open, Principal: { AWS: '111122223333' } }),
    }
    const codeOf = async (words: string) => (await run(`compare ${words}`, {}, files)).code
    expect(await codeOf('open.json open.json')).toBe(0)
    expect(await codeOf('open.json open.json --no-public')).toBe(3)
    expect(await codeOf('own.json own.json --no-public')).toBe(0)
    const { code, out } = await run('compare a.json a.json --not-granted s3:GetObject', {}, files)
    expect([code, out]).toEqual([3, expect.stringContaining('Access not granted: can’t say')])
  })

  it('refuses a public policy only where it is told to', async () => {
    const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }
    const files = { 'a.json': JSON.stringify({ Version: '2012-10-17', Statement: [open] }) }
    expect((await run('compare a.json a.json', {}, files)).code).toBe(0)
    expect((await run('compare a.json a.json --no-public', {}, files)).code).toBe(3)
  })

  it('prints a link with the case', async () => {
    const { out } = await run('open error.log policy.json --page https://example.test/why/')
    expect(out).toMatch(/^https:\/\/example\.test\/why\/#1\/\S+\n$/)
  })

  it('writes nothing but to the file that it is told', async () => {
    const { out, written } = await run('error.log --markdown -o report.md')
    expect([out, [...written.keys()]]).toEqual(['', ['report.md']])
    expect(written.get('report.md')).toMatch(/^# /)
    expect((await run('error.log policy.json --json')).written.size).toBe(0)
  })

  it('gives SARIF with the place, the page and a fingerprint that stays', async () => {
    const { out } = await run('error.log policy.json --sarif')
    const [first] = (JSON.parse(out) as { runs: { results: object[] }[] }).runs[0]!.results
    expect(first).toMatchObject({
      level: 'error',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'policy.json' }, region: { startLine: 6, startColumn: 17 } } },
      ],
    })
    const { out: again } = await run('error.log policy.json --sarif')
    expect(again).toBe(out)
    const allowed = await run('case.json --sarif', {}, { 'case.json': caseFile('s3:GetObject') })
    expect(JSON.parse(allowed.out)).toMatchObject({ runs: [{ results: [] }] })
  })

  it('names the line of the file also where it is laid out otherwise, and none where it is no JSON', async () => {
    const oneLine = { ...FILES, 'policy.json': JSON.stringify(JSON.parse(POLICY)) }
    const { out } = await run('error.log policy.json', {}, oneLine)
    const column = oneLine['policy.json'].indexOf('"s3:GetObject"') + 1
    expect(out).toContain(`--> policy.json:1:${column}`)
    expect((await run('error.log policy.json --sarif', {}, oneLine)).out).toContain(`"startColumn": ${column}`)
    const inYaml = {
      ...FILES,
      'policy.yaml': 'Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n',
    }
    const sarif = (await run('error.log policy.yaml --sarif', {}, inYaml)).out
    expect(sarif).toContain('"uri": "policy.yaml"')
    expect(sarif).not.toContain('startLine')
  })

  it('has no result where nothing was denied', async () => {
    const [sarif, found] = await Promise.all(['--sarif', '--json'].map((format) => run(`notes.txt ${format}`)))
    expect(JSON.parse(sarif?.out ?? '')).toMatchObject({ runs: [{ results: [] }] })
    expect(JSON.parse(found?.out ?? '')).toMatchObject({ headline: 'No denial in what was given.', decision: 'none' })
  })

  it('reads the call that it ran with what came of it, and says nothing where no AWS refused', async () => {
    const ran = (text: string) => ({ ran: { text, code: 254 } })
    const denied = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
    const called = await run('run -- aws s3api put-object --bucket data --key a', ran(denied))
    expect(called.errors).toContain('arn:aws:s3:::data/a')
    expect(await run('run -- aws s3api', ran('usage: aws [options]\naws: error: too few arguments'))).toMatchObject({
      errors: '',
      code: 254,
    })
  })

  it('says that there are more denials', async () => {
    const more = `${ERROR}\n${ERROR.replaceAll('PutObject', 'DeleteObject')}`
    expect((await run('two.log', {}, { 'two.log': more })).errors).toContain('2 denials')
    expect((await run('error.log')).errors).toBe('')
  })

  it('explains a code with an example, whatever table it is of', async () => {
    for (const code of ['layer-lacks', 'version-missing', 'notification-destination', 'bucket-is-not-its-objects'])
      expect([code, (await run(`explain ${code}`)).out]).toEqual([code, expect.stringContaining('Example: ')])
    expect(await run('explain')).toMatchObject({ code: 2, errors: expect.stringContaining('takes the code') as string })
  })

  it('compares what a command of AWS printed as the policy in it', async () => {
    const printed = JSON.stringify({ PolicyVersion: { Document: JSON.parse(POLICY) as unknown, VersionId: 'v2' } })
    const files = { 'before.json': POLICY, 'after.json': printed }
    expect(await run('compare before.json after.json', {}, files)).toMatchObject({ code: 0 })
  })

  it('names what is wrong with how it is called', async () => {
    const problems = { 'error.log --json --sarif': 'one format', 'error.log -p scp=': 'a layer and a file' }
    for (const [words, problem] of Object.entries(problems))
      expect(await run(words)).toMatchObject({ code: 2, errors: expect.stringContaining(problem) as string })
  })

  it('shows the fix and the line in few columns too', async () => {
    const { out } = await run('error.log policy.json', { out: { isTerminal: false, columns: 40 } })
    expect(out).toContain('--> policy.json:6:17')
    expect(out).toContain('not s3:PutObject')
    expect(out).toContain('+ {"Sid":"AllowPutObject"')
    const help = (await run('--help', { out: { isTerminal: false, columns: 40 } })).out.split('\n')
    // Commands stay whole.
    expect(help.filter((line) => line.length > 40 && !/^ {2}\S+ \S/.test(line))).toEqual([])
  })

  it('colours for a terminal alone, and never against NO_COLOR', async () => {
    const terminal = { isTerminal: true, columns: 80 }
    const isColoured = async (words: string, more: Parameters<typeof runCli>[3]) =>
      (await run(words, more)).out.includes('\u001B[')
    expect(await isColoured('error.log', { out: terminal })).toBe(true)
    expect(await isColoured('error.log', {})).toBe(false)
    expect(await isColoured('error.log', { out: terminal, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await isColoured('error.log --no-color', { out: terminal })).toBe(false)
    expect(await isColoured('error.log --color always', {})).toBe(true)
  })

  it('keeps to the width, and lets no control character of a text through', async () => {
    const files = {
      ...FILES,
      'evil.json': POLICY.replace('data/*', 'data/\\u001b[31m*'),
      'evil.log': `\u001B]0;x\u0007${ERROR}`,
    }
    const { out } = await run('evil.log evil.json', { out: { isTerminal: false, columns: 44 } }, files)
    expect(out).not.toMatch(/[^\P{Cc}\n]/u)
    const prose = out.split('\n').filter((line) => !/^[+-]|arn:|\S{40}/.test(line))
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(44)
  })

  it('puts no credential into an output', async () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const files = { 'error.log': `AWS_SECRET_ACCESS_KEY=${secret}\n${ERROR}` }
    for (const format of ['', '--json', '--markdown', '--sarif']) {
      const { out, errors } = await run(`error.log ${format}`, {}, files)
      expect([format, out.includes(secret), errors.includes(secret)]).toEqual([format, false, false])
    }
  })

  it('names every command and option in the help and in each completion', async () => {
    const { out } = await run('--help')
    for (const name of [...Object.keys(COMMANDS), ...Object.keys(OPTIONS)]) expect(out).toContain(name)
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { out: script } = await run(`completion ${shell}`)
      for (const name of [...Object.keys(COMMANDS), ...Object.keys(OPTIONS)]) expect(script).toContain(name)
    }
    expect((await run('completion csh')).code).toBe(2)
    expect((await run('--version')).out).toBe('1.2.3\n')
  })
})
