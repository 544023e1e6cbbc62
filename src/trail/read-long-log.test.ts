import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { UTF8 } from '../testing/read-at-once'
import { excerptOf } from './excerpt'
import { readLog } from './read-log'
import { endOfStretch, LongLog } from './read-long-log'

const PEOPLE = ['ana', 'ben', 'cleo']
const ACTIONS = ['s3:GetObject', 'sqs:SendMessage', 'kms:Decrypt', 'ec2:RunInstances', 'iam:PassRole']

const minute = (n: number) => `2026-01-02T03:${String(n % 60).padStart(2, '0')}:00Z`

/** Lines of an application, among them errors of AWS that go on over several lines. */
function lineOf(n: number): string {
  if (n % 7 !== 0) return `${minute(n)} INFO request ${n} took ${n % 90} ms\n`
  const user = `arn:aws:iam::111122223333:user/${PEOPLE[n % 3]}`
  const message = `User: ${user} is not authorized to perform: ${ACTIONS[n % 5]} on resource: arn:aws:s3:::harbour/k${n % 4} because no identity-based policy allows the ${ACTIONS[n % 5]} action`
  return n % 2 === 0
    ? `${minute(n)} ERROR An error occurred (AccessDenied): ${message}\n`
    : `${minute(n)} ERROR {\n  "errorCode": "AccessDenied",\n  "errorMessage": "${message}"\n}\n`
}

const LOG = Array.from({ length: 4_000 }, (_, n) => lineOf(n)).join('')

/** The log in stretches of about so many characters. */
function readInStretches(text: string, length: number) {
  const log = new LongLog(UTF8)
  let stretches = 0
  for (let from = 0; from < text.length; stretches++) {
    const next = text.slice(from, from + length)
    const end = from + length >= text.length ? next.length : endOfStretch(next)
    for (const step of log.add(next.slice(0, end))) expect(step.read).toBeLessThanOrEqual(end)
    from += end
  }
  return { log, stretches }
}

/** The log as one reader takes it. */
function readWhole() {
  const whole = readLog(LOG)
  let step = whole.next()
  while (!step.done) step = whole.next()
  if (step.value.kind !== 'log') throw new Error('no log')
  return step.value
}

const WHOLE = readWhole()

describe('a log that is read in stretches', () => {
  it.each([5_000, 40_000, 1_000_000])('says what it says as a whole: %i characters at once', (length) => {
    const { entries, denials, text } = WHOLE
    const { log, stretches } = readInStretches(LOG, length)
    expect(log.entries).toEqual(entries)
    expect(log.length).toBe(LOG.length)
    expect(entries.length).toBeGreaterThan(20)
    if (length < 100_000) expect(stretches).toBeGreaterThan(5)
    for (const { id, action, resource, principal } of entries) {
      // at the border of a stretch it begins later or ends sooner
      const excerpt = log.excerpt(id) ?? ''
      if (stretches === 1) expect(excerpt).toBe(excerptOf(text, denials[id]!))
      expect(LOG).toContain(excerpt)
      expect(parseDenials(excerpt)[0]).toMatchObject({ action, resource, principal })
    }
    expect(log.excerpt(entries.length)).toBeNull()
  })

  it('is kept without credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const { log } = readInStretches(`${LOG.slice(0, 20_000)}\naws_secret_access_key = ${secret}\n${lineOf(14)}`, 1e6)
    expect(log.removed).toBe(1)
    for (const { id } of log.entries) expect(log.excerpt(id)).not.toContain(secret)
  })

  it('is never cut within what goes on over several lines', () => {
    expect(endOfStretch('a line that is long enough\ntwo {\n  "a": 1\n}\n')).toBe(27)
    expect(endOfStretch('a long line first\none\n\tat x\n')).toBe(18)
    expect(endOfStretch('without an end')).toBe(14)
  })
})
