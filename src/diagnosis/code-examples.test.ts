import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { parseDenials } from '../denial/parse-denials'
import { EMPTY_DRAFT } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { FINDING_PAGES } from '../explanation/findings/finding-pages'
import { SITUATIONS } from '../facts/situations/situations'
import { CASE_LAYERS } from '../iam/layers'
import { KNOWLEDGE } from '../knowledge/likely-causes'
import { CHECK_MESSAGES } from '../policy/checks/check-messages'
import { exampleOfCode } from './code-examples'
import { CODE_PAGES } from './code-pages'
import { diagnose } from './diagnose'

const TABLES = { KNOWLEDGE, SITUATIONS, CODE_PAGES, FINDING_PAGES, CHECK_MESSAGES }

const exampleOf = (code: string) => exampleOfCode(code) ?? EMPTY_DRAFT
const textsOf = (code: string) => {
  const { paste, layers, request } = exampleOf(code)
  return [
    paste,
    request.action,
    ...CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer)).map(({ text }) => text),
  ].join('')
}
const shownBy = (code: string): readonly string[] => {
  const { explanation } = diagnose(exampleOf(code), { reference: BUILT_REFERENCE })
  return [...(explanation?.answer.causes ?? []), ...(explanation?.findings ?? [])].map((one) => one.code)
}

describe('the example of a code', () => {
  it.each(Object.entries(TABLES))('is there for every code: %s', (_, table) => {
    const bare = Object.keys(table).filter((code) => textsOf(code).trim() === '')
    expect(bare).toEqual([])
  })

  it('is read as the situation that it shows', () => {
    const others = Object.keys(SITUATIONS).filter((code) =>
      parseDenials(exampleOf(code).paste).every(({ situation }) => situation !== code),
    )
    expect(others).toEqual([])
  })

  it('opens with the finding, or the cause of a layer, that it shows', () => {
    const others = [...Object.keys(CODE_PAGES), ...Object.keys(FINDING_PAGES)].filter(
      (code) => !shownBy(code).includes(code),
    )
    expect(others).toEqual([])
  })

  it('is none for what is no code', () => {
    for (const code of ['', 'no-such-code', 'constructor', '__proto__']) expect(exampleOfCode(code), code).toBeNull()
  })
})
