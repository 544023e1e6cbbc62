import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { FINDING_PAGES } from '../explanation/findings/finding-pages'
import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { CASE_LAYERS } from '../iam/layers'
import { KNOWLEDGE } from '../knowledge/likely-causes'
import { ROW_MESSAGES } from '../knowledge/row-messages'
import { CHECK_MESSAGES } from '../policy/checks/check-messages'
import { vectorFiles } from '../testing/read-vectors'
import { own } from '../text/own'
import { plainText } from '../text/phrase'
import { exampleOfCode } from './code-examples'
import { CODE_PAGES } from './code-pages'
import { diagnose } from './diagnose'

const TABLES = { KNOWLEDGE, CODE_PAGES, FINDING_PAGES, CHECK_MESSAGES }

/** The examples are many, and each is asked of several times. */
const EXAMPLES = new Map<string, Draft>()
function exampleOf(code: string): Draft {
  const draft = EXAMPLES.get(code) ?? exampleOfCode(code) ?? EMPTY_DRAFT
  EXAMPLES.set(code, draft)
  return draft
}
const textsOf = (code: string) => {
  const { paste, layers, request } = exampleOf(code)
  return [
    paste,
    request.action,
    ...CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer)).map(({ text }) => text),
  ].join('')
}
const explained = (code: string) => diagnose(exampleOf(code), { reference: BUILT_REFERENCE }).explanation

const shownBy = (explanation: ReturnType<typeof explained>): readonly string[] =>
  [...(explanation?.answer.causes ?? []), ...(explanation?.findings ?? [])].map((one) => one.code)

/** Do the notes of the answer begin with the words of a row? */
function isTold(code: string, explanation: ReturnType<typeof explained>): boolean {
  const [words = ''] = (own(ROW_MESSAGES, code)?.says ?? '').replaceAll('`', '').split('{')
  return explanation?.answer.notes.some((note) => plainText(note).startsWith(words)) === true
}

describe('the example of a code', () => {
  it.each(Object.entries(TABLES))('is there for every code: %s', (_, table) => {
    const bare = Object.keys(table).filter((code) => textsOf(code).trim() === '')
    expect(bare).toEqual([])
  })

  // Each situation has its vector, which is recognised (find-situations.test.ts): what is left is that no file is left out.
  it('is there for each file of what situations are told by', () => {
    const files = vectorFiles<{ readonly id: string }>('facts/situations/vectors')
    const bare = files.filter(({ vectors }) => vectors[0] === undefined || textsOf(vectors[0].id).trim() === '')
    expect(bare.map(({ file }) => file)).toEqual([])
  })

  it('opens with the finding, or the cause of a layer, that it shows', () => {
    const others = [...Object.keys(CODE_PAGES), ...Object.keys(FINDING_PAGES)].filter(
      (code) => !shownBy(explained(code)).includes(code),
    )
    expect(others).toEqual([])
  })

  it('opens with what is known, as a cause or as what is told of the caller', () => {
    const untold = Object.keys(KNOWLEDGE).filter((code) => {
      const explanation = explained(code)
      return !shownBy(explanation).includes(code) && !isTold(code, explanation)
    })
    expect(untold).toEqual([])
  })

  it('is headed by what the service’s own words are called, where they are likeliest', () => {
    let headed = 0
    // One way for all: some of them show it.
    const some = Object.entries(SITUATION_ANSWERS).filter((_, at) => at % 20 === 0)
    const others = some.filter(([code, { title }]) => {
      const { basis, headline, causes } = explained(code)?.answer ?? {}
      if (basis !== 'likely' || causes?.[0]?.code !== code) return false
      headed += 1
      return !plainText(headline ?? []).includes(title)
    })
    expect(others.map(([code]) => code)).toEqual([])
    expect(headed).toBeGreaterThan(5)
  })

  it('is none for what is no code', () => {
    for (const code of ['', 'no-such-code', 'constructor', '__proto__']) expect(exampleOfCode(code), code).toBeNull()
  })
})
