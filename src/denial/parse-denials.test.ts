import { describe, expect, it } from 'vitest'
import type { Denial, DenialPart } from './denial'
import { findStatements } from './find-statements'
import { findStructures } from './find-structures'
import { findWrappers } from './find-wrappers'
import { undressed } from '../medium/plain-text'
import { normalise } from './normalise'
import { parseDenials } from './parse-denials'
import { findSituationSentences } from './situation-sentences'
import { SENTENCES, sentenceName } from './sentences'
import { WRAPPERS, wrapperName } from './wrappers'
import { vectorFiles } from '../testing/read-vectors'

interface Vector {
  readonly name: string
  readonly text: string | readonly string[]
  readonly expect: readonly Partial<Denial>[]
}

const files = vectorFiles<Vector>('denial/vectors')

const textOf = ({ text }: Vector): string => (typeof text === 'string' ? text : text.join('\n'))
const all = files.flatMap(({ vectors }) => vectors)

/** What a vector need not write down. */
const DEFAULTS: Partial<Denial> = {
  kind: 'denial',
  principal: null,
  action: null,
  resource: null,
  decision: 'unknown',
  layer: 'unknown',
  layerPolicyArn: null,
  account: null,
  operation: null,
  service: null,
  encodedMessage: null,
  requestId: null,
  errorCode: null,
}

const PARTS = [
  'principal',
  'action',
  'resource',
  'layerPolicyArn',
  'operation',
  'errorCode',
  'requestId',
  'encodedMessage',
  'authorizationId',
] as const satisfies readonly DenialPart[]

/** Marked text as the field says it: without what its medium laid over it. */
function readable(text: string): string {
  return text
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll(/\\{1,4}(["/])/g, '$1')
    .replaceAll('\u2026', '...')
}

describe.each(files)('$file', ({ vectors }) => {
  it.each(vectors)('$name', (vector) => {
    const text = textOf(vector)
    const denials = parseDenials(text)
    expect(
      denials.map(({ kind, action, resource, situation }) => ({ kind, action, resource, situation })),
    ).toHaveLength(vector.expect.length)
    vector.expect.forEach((expected, i) => {
      expect(denials[i]).toMatchObject({ ...DEFAULTS, ...expected })
      if (expected.context) expect(denials[i]?.context).toEqual(expected.context)
    })
  })

  it.each(vectors)('$name: the marked text says what the fields say', (vector) => {
    const text = textOf(vector)
    for (const denial of parseDenials(text)) {
      for (const part of PARTS) {
        const value = denial[part] ?? null
        const spans = denial.parts[part]
        if (denial.kind === 'not-authorization') continue
        if (value === null) expect(spans).toBeUndefined()
        else
          expect(readable((spans ?? []).map(([start, end]) => text.slice(start, end)).join(''))).toBe(readable(value))
      }
    }
  })
})

describe('each row of the tables has a vector', () => {
  const texts = all.map((vector) => normalise(undressed(textOf(vector)).untimed).text)
  const wrappers = texts.map((text) => findWrappers(text))
  const found = new Set(wrappers.flatMap((list) => list.map((wrapper) => wrapper.name)))
  const rows = new Set(
    texts.flatMap((text, i) =>
      findStructures(text, findStatements(text, wrappers[i] ?? [], findSituationSentences(text))).map(
        ({ statement }) => statement.row,
      ),
    ),
  )

  it.each(WRAPPERS.map(wrapperName))('wrapper: %s', (name) => {
    expect(found).toContain(name)
  })
  it.each(SENTENCES.map(sentenceName))('sentence: %s', (name) => {
    expect(rows).toContain(name)
  })
})
