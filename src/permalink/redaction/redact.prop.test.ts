import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KNOWN_NAMES } from '../../../.ci/built-reference'
import { restoreCase } from '../../draft/file/case-file'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { parseIpAddress, parseIpRange } from '../../iam/ip-address'
import { mapDraftTexts } from '../redact-for-link'
import { LINK_VECTORS } from '../../testing/link-vectors'
import { addressStandIns } from './addresses'
import { draftTexts } from './find-names'
import { REDACTION_KINDS, type RedactionKind } from './kinds'
import { type Redaction } from './redact'
import { redactDraft as redactionOf } from './redact-draft'
import { nameReplacer } from './replace-names'
import { finish } from '../../text/steps'
import { vectorsIn } from '../../testing/read-vectors'

/** All steps of a redaction at once. */
const redactDraft = (...given: Parameters<typeof redactionOf>): Redaction => finish(redactionOf(...given))

/** Runs of each law: those of its own, or as many as asked for. */
const runs = (own: number) => ({ numRuns: Number(process.env.LAWS_RUNS ?? own) })

const KINDS = Object.keys(REDACTION_KINDS) as RedactionKind[]

const cases: readonly Draft[] = vectorsIn<object>('evaluation/vectors').flatMap((vector) => {
  const restored = restoreCase({ version: 1, ...vector })
  return 'draft' in restored ? [restored.draft] : []
})
const drafts = [...cases, ...LINK_VECTORS.map(({ draft }) => draft)]

/** Names of the cases replaced by others of every shape, so that the law does not hang on the vectors' own names. */
const names = fc.array(fc.stringMatching(/^[a-z][a-z\d]{1,8}(?:[-_][a-z\d]{1,8}){0,3}$/), {
  minLength: 4,
  maxLength: 4,
})
const account = fc.stringMatching(/^\d{12}$/)
const renamed = (draft: Draft, [user, role, bucket, key]: readonly string[], id: string): Draft =>
  mapDraftTexts(
    draft,
    nameReplacer(
      new Map([
        ['alice', `u-${user ?? ''}`],
        ['Reader', `r-${role ?? ''}`],
        ['app-role', `r2-${role ?? ''}`],
        ['bucket', `b-${bucket ?? ''}`],
        ['data', `d-${key ?? ''}`],
        ['111122223333', id],
      ]),
    ),
  )

/** Everything that a redacted draft still holds of what was replaced. */
function leaks({ draft, standIns }: Redaction): readonly string[] {
  const gone = standIns.filter(({ style }) => style !== 'kept').map(({ original }) => original)
  return gone.filter((original) => {
    const find = nameReplacer(new Map([[original, '\0']]))
    return draftTexts(draft).some((text) => find(text) !== text)
  })
}

const check = (redaction: Redaction) => {
  expect(redaction.sameVerdict).toBe(true)
  expect(leaks(redaction)).toEqual([])
}

describe('law: redaction keeps the verdict and leaves no name', () => {
  it('in vectors of every kind, with everything replaced', () => {
    expect(cases.length).toBeGreaterThan(500)
    const every = process.env.LAWS_RUNS === undefined ? 6 : 1
    for (const draft of drafts.filter((_, at) => at % every === 0))
      check(redactDraft(draft, { kinds: new Set(KINDS), aws: KNOWN_NAMES }))
  })

  it('in generated cases, with any choice of kinds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), names, account, fc.subarray(KINDS), (draft, words, id, kinds) => {
        check(redactDraft(renamed(draft, words, id), { kinds: new Set(kinds), aws: KNOWN_NAMES }))
      }),
      runs(150),
    )
  })

  it('and replaces nothing of a kind that was not chosen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), fc.subarray(KINDS), (draft, kinds) => {
        const { standIns } = redactDraft(draft, { kinds: new Set(kinds), aws: KNOWN_NAMES })
        expect(standIns.every(({ kind }) => kinds.includes(kind))).toBe(true)
      }),
      runs(100),
    )
  })
})

/** Words that no vocabulary holds, as teams call what they have. */
const anyName = fc.stringMatching(/^[qxz][aeiou][bkvz][a-z]{3,7}$/)
/** In capitals their last letters hide a part of a name. */
const hidingName = fc.stringMatching(/^[qxz][aeiou][bkvz]x{4,6}$/)
const ownName = fc.oneof({ weight: 9, arbitrary: anyName }, hidingName)
const hex = (length: number) => fc.stringMatching(new RegExp(`^[\\da-f]{${String(length)}}$`))
/** A name in letters that tools write as escapes. */
const farName = fc.stringMatching(/^[\u0430-\u044f]{4,8}$/)
const ownNames = fc.tuple(fc.array(ownName, { minLength: 9, maxLength: 9 }), hex(17), hex(12), fc.boolean(), farName)

/** As JSON writes it where it keeps to ASCII. */
const inEscapes = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A case in which names stand wherever people write them. */
const named = ([words, id, uuid, isShouted, far]: readonly [
  readonly string[],
  string,
  string,
  boolean,
  string,
]): Draft => {
  const [team, app, tagKey, tag, repo, branch, agent, host, ou] = words as [string, ...string[]] as readonly string[]
  const say = (word = '') => (isShouted ? word.toUpperCase() : word)
  const statement = {
    Sid: `Allow${capital(team ?? '')}${capital(app ?? '')}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:List*'],
    Resource: `arn:aws:s3:::${team ?? ''}-${app ?? ''}-*/*`,
    Condition: {
      StringEquals: { [`aws:ResourceTag/${tagKey ?? ''}`]: say(tag), 'aws:SourceVpce': `vpce-${id}` },
      StringLike: { 'token.actions.githubusercontent.com:sub': `repo:${repo ?? ''}/*:ref:refs/heads/${branch ?? ''}` },
    },
  }
  return {
    ...EMPTY_DRAFT,
    title: `${say(team)} rollout: ${app ?? ''}, see ${host ?? ''}.${team ?? ''}.example`,
    paste:
      `[${agent ?? ''}] ${host ?? ''}.internal User: arn:aws:sts::482915736204:assumed-role/${app ?? ''}-role/${agent ?? ''} ` +
      `is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::${team ?? ''}-${app ?? ''}-data/${branch ?? ''}.txt" ` +
      `because no identity-based policy allows the s3:GetObject action (RequestId: 5d1f9a2c-0000-4000-8000-${uuid}, ` +
      `HostId: ${say(agent)}/${id}=, user agent ${agent ?? ''}/2.1) ?owner=${encodeURIComponent(far)}&${inEscapes(far)}`,
    context: {
      [`aws:ResourceTag/${tagKey ?? ''}`]: { state: 'known', values: [say(tag)] },
      'aws:SourceVpce': { state: 'known', values: [`vpce-${id}`] },
      'aws:UserAgent': { state: 'known', values: [`${agent ?? ''} (${host ?? ''})`] },
    },
    layers: {
      ...EMPTY_DRAFT.layers,
      identity: {
        state: 'given',
        policies: [
          {
            name: `${team ?? ''} ${capital(app ?? '')} access`,
            text: inEscapes(
              JSON.stringify({ Version: '2012-10-17', Id: `${repo ?? ''}Policy ${far}`, Statement: [statement] }),
            ),
          },
        ],
      },
      scp: {
        state: 'given',
        levels: [
          {
            target: ou ?? '',
            policies: [
              {
                name: `${ou ?? ''}-guard`,
                text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
              },
            ],
          },
        ],
      },
    },
  }
}

describe('law: nothing that names somebody is left, wherever it stands', () => {
  it('of titles, Sids, ids, tags, subjects, hosts, agents, levels and names of policies', () => {
    fc.assert(
      fc.property(ownNames, (own) => {
        const redaction = redactDraft(named(own), { kinds: new Set(KINDS), aws: KNOWN_NAMES })
        const left = JSON.stringify(redaction.draft).toLowerCase()
        const far = [
          own[4],
          // A text that is written as JSON doubles the backslash.
          inEscapes(own[4].slice(0, 2)).replaceAll('\\', '\\\\'),
          encodeURIComponent(own[4].slice(0, 2)).toLowerCase(),
        ]
        expect([...own[0], own[1], own[2], ...far].filter((name) => left.includes(name))).toEqual([])
        expect(redaction.sameVerdict).toBe(true)
      }),
      runs(100),
    )
  })
})

const inside = (address: string, range: string): boolean => {
  const [one, all] = [parseIpAddress(address), parseIpRange(range)]
  if (!one || !all || one.version !== all.version) return false
  const bits = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits(one.bytes).startsWith(bits(all.bytes).slice(0, all.prefix))
}

describe('law: an address lies in the stand-in of a range where it lay in the range', () => {
  it('for any addresses and ranges', () => {
    const range = fc.tuple(fc.ipV4(), fc.integer({ min: 9, max: 32 })).map(([ip, bits]) => `${ip}/${String(bits)}`)
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { maxLength: 5 }), fc.array(range, { maxLength: 4 }), (addresses, ranges) => {
        const near = ranges.map((text) => text.split('/')[0] ?? '')
        const all = [...new Set([...addresses, ...near, ...ranges])]
        const standIns = addressStandIns(all)
        for (const address of [...addresses, ...near])
          for (const one of ranges) {
            const [newAddress, newRange] = [standIns.get(address), standIns.get(one)]
            if (newAddress === undefined || newRange === undefined) continue
            expect(inside(newAddress, newRange)).toBe(inside(address, one))
          }
      }),
      runs(150),
    )
  })
})
