import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { LINK_MESSAGES, linkSentence } from './link-messages'
import { decodeFragment, encodeDraft, isLinkFragment, LINK_VERSION, shareDraft } from './permalink'
import { MAX_FRAGMENT, seal, unseal } from './seal'
import { MAX_TEXT_BYTES } from './compress'
import { LINK_VECTORS } from '../testing/link-vectors'
import { CASE_LAYERS } from '../iam/layers'
import { draftPoliciesOf } from '../draft/edit/edit-layers'

const code = (fragment: string) => {
  const opened = decodeFragment(fragment)
  return 'problem' in opened ? opened.problem.code : 'opened'
}

const sample = LINK_VECTORS[0]?.fragment ?? ''

describe('links of version 1', () => {
  it('carry the tests that are kept with a case, also beside further checks', () => {
    const check = { action: 'kms:Decrypt', resource: '*', context: { 'kms:ViaService': { state: 'absent' } } } as const
    const draft: Draft = {
      ...EMPTY_DRAFT,
      request: { principal: 'arn:aws:iam::111122223333:user/ana', action: 's3:GetObject' },
      linked: [check],
      tests: [
        { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', expect: 'allowed' },
        {
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::b/k',
          resourceAccount: '111122223333',
          principal: 'arn:aws:iam::444455556666:user/ben',
          context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'] },
          expect: 'denied',
        },
      ],
    }
    expect(decodeFragment(encodeDraft(draft))).toEqual({ draft })
  })

  it.each(LINK_VECTORS)('$id opens to the draft that it was made of', ({ fragment, draft }) => {
    expect(decodeFragment(fragment)).toEqual({ draft })
  })

  it.each(LINK_VECTORS)('$id is still made in the same words', ({ fragment, draft }) => {
    expect(encodeDraft(draft)).toBe(fragment)
  })

  it.each(LINK_VECTORS.filter(({ id }) => id.startsWith('typical-')))(
    '$id: four typical policies of 6 kB in less than 1,200 characters',
    ({ fragment, draft }) => {
      const texts = CASE_LAYERS.flatMap((layer) => draftPoliciesOf(draft.layers, layer))
      expect(texts.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(6_000)
      expect(fragment.length).toBeLessThan(1_200)
    },
  )

  it('survive a missing number sign, spaces and a line break at the end', () => {
    expect(code(sample.slice(1))).toBe('opened')
    expect(code(`${sample} \n`)).toBe('opened')
  })
})

describe('a fragment that does not open', () => {
  it('says how much is missing of a link that was cut', () => {
    const opened = decodeFragment(sample.slice(0, -10))
    expect(opened).toMatchObject({ problem: { code: 'link-cut-off', data: { missing: 10 } } })
  })

  it.each([
    [
      'with a changed character',
      sample.slice(0, 30) + (sample[30] === 'A' ? 'B' : 'A') + sample.slice(31),
      'link-damaged',
    ],
    ['with more at its end', `${sample}AAAA`, 'link-damaged'],
    ['of characters that no link has', '#1/AB***', 'link-damaged'],
    ['of nothing', '#1/', 'link-damaged'],
    ['of another page', '#/learn', 'link-unknown'],
    ['without a version', '#x', 'link-unknown'],
    ['of version 0', '#0/AAAA', 'link-unknown'],
    ['of a newer version', `#${String(LINK_VERSION + 1)}/whatever it holds`, 'link-newer'],
    ['of a huge version', '#999999999/AAAA', 'link-newer'],
    ['of half a million characters', `#1/${'A'.repeat(500_000)}`, 'link-too-long'],
  ])('says so: %s', (_, fragment, expected) => {
    expect(code(fragment)).toBe(expected)
  })

  it.each([
    ['text before the first record', 'hello'],
    ['an unknown record', '\x1c'],
    ['a value without a key', '\x0evalue'],
    ['a policy outside a layer', '\x12name'],
    ['a level outside SCPs and RCPs', '\x10i+\x11Root'],
    ['a layer twice', '\x10i+\x10i+'],
    ['an unknown layer', '\x10x+'],
    ['a number that is none', '\x03-1'],
    ['a fact that is no JSON', '\x15a\x16{'],
    ['a wrong escape', '\x01a\x1b!'],
    ['a document in no style', '\x10i+\x12name\x14~{}'],
  ])('refuses %s', (_, text) => {
    expect(code(`#1/${seal(text) ?? ''}`)).toBe('link-damaged')
  })

  it('refuses fields larger than a draft may hold', () => {
    expect(code(`#1/${seal(`\x01${'a'.repeat(10_000)}`) ?? ''}`)).toBe('draft-unreadable')
  })

  it('takes names that JavaScript gives a meaning as names only', () => {
    const opened = decodeFragment(`#1/${seal('\x0b__proto__\x15__proto__\x16{"polluted":true}') ?? ''}`)
    expect(opened).toHaveProperty('draft')
    expect({}).not.toHaveProperty('polluted')
  })

  it('does not unfold white space without end', () => {
    const deep = `\x10i+\x12a\x14x${'['.repeat(20_000)}`
    expect(code(`#1/${seal(deep) ?? ''}`)).toBe('link-damaged')
  })

  it('has a sentence for each problem', () => {
    for (const problem of Object.keys(LINK_MESSAGES) as (keyof typeof LINK_MESSAGES)[]) {
      const sentence = linkSentence({ code: problem, severity: 'error', span: null, data: {} })
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
    const opened = decodeFragment('#2/x')
    expect('problem' in opened ? linkSentence(opened.problem) : '').toContain('link format 2')
  })
})

describe('seal', () => {
  it('refuses more text than a link may hold', () => {
    expect(seal('a'.repeat(MAX_TEXT_BYTES + 1))).toBeNull()
    expect(unseal('A'.repeat(MAX_FRAGMENT + 1))).toMatchObject({ problem: { code: 'link-too-long' } })
  })

  it('brings back text at the limit', () => {
    const text = 'User: arn:aws:iam::111122223333:user/a '.repeat(5_000).slice(0, MAX_TEXT_BYTES)
    expect(unseal(seal(text) ?? '')).toEqual({ text })
  })
})

describe('shareDraft', () => {
  const paste = (text: string): Draft => ({ ...EMPTY_DRAFT, paste: text })

  it('says when a link grows too long for chats', () => {
    const hex = (count: number) =>
      Array.from({ length: count }, (_, i) => ((i * 2654435761) >>> 0).toString(16)).join(' ')
    expect(shareDraft(paste(hex(10)))).toMatchObject({ size: 'short' })
    expect(shareDraft(paste(hex(700)))).toMatchObject({ size: 'long' })
    expect(shareDraft(paste(hex(2_500)))).toMatchObject({ size: 'tooLong' })
  })

  it('says when a case is too large for a link', () => {
    expect(shareDraft(paste('x '.repeat(150_000)))).toMatchObject({ problem: { code: 'draft-too-large-for-link' } })
    expect(encodeDraft(paste('x '.repeat(150_000)))).toBe('')
  })

  it('never carries credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const link = shareDraft({
      ...paste(`export AWS_SECRET_ACCESS_KEY=${secret}\nAccessDenied`),
      facts: { note: [`aws_session_token = ${secret}${secret}`] },
    })
    expect(link).toMatchObject({ withheld: ['credentials'] })
    const opened = decodeFragment('fragment' in link ? link.fragment : '')
    expect(opened).toHaveProperty('draft')
    expect(JSON.stringify(opened)).not.toContain(secret)
    expect(JSON.stringify(opened)).toContain('AccessDenied')
  })

  it('leaves encoded authorization messages out', () => {
    const blob = '4GIOHlTkIaWHQD0Q0m6XSnuUMC'.repeat(20)
    const link = shareDraft(paste(`UnauthorizedOperation. Encoded authorization failure message: ${blob}`))
    expect(link).toMatchObject({ withheld: ['encoded-message'] })
    expect(decodeFragment('fragment' in link ? link.fragment : '')).toMatchObject({
      draft: { paste: 'UnauthorizedOperation. Encoded authorization failure message: [removed]' },
    })
    expect(shareDraft(paste(blob))).toMatchObject({ withheld: ['encoded-message'] })
    const longRole = `User: arn:aws:sts::111122223333:assumed-role/${'long-role-name-'.repeat(4)}abcd/s. Encoded authorization failure message: x`
    expect(shareDraft(paste(longRole))).toMatchObject({ withheld: [] })
  })
})

describe('isLinkFragment', () => {
  it.each([
    ['#1/AB', true],
    ['2/x', true],
    ['#/learn', false],
    ['', false],
  ])('%j: %s', (fragment, expected) => {
    expect(isLinkFragment(fragment)).toBe(expected)
  })
})
