import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { diagnose } from '../diagnosis/diagnose'
import { readersOf } from '../diagnosis/readers-of'
import { remediesOf } from '../diagnosis/remedies-of'
import { takeEvidence } from '../diagnosis/take-evidence'
import { EMPTY_DRAFT } from '../draft/draft'
import { readPaste } from '../draft/paste/read-paste'
import { findPolicies } from '../policy/find-policies'
import type { PolicyReaders } from '../policy/policy-readers'
import { HEADLINES } from '../explanation/messages/answers'
import { runCli } from '../testing/run-cli'
import { plainText } from '../text/phrase'
import type { FullAnswerDocument } from '../diagnosis/answer-document'
import { CLI_MESSAGES } from './messages'
import { runProgram } from './program'
import { vectorsIn } from '../testing/read-vectors'

interface Vector {
  readonly error?: string
  readonly why: string
}

const VECTORS = (JSON.parse(readFileSync('src/explanation/vectors/answers.json', 'utf8')) as readonly Vector[]).filter(
  ({ error }) => error !== undefined,
)

/** A vector with a paste: of a denial, of a service's own words, of something known. */
interface Pasted {
  readonly text?: string | readonly string[]
  readonly fires?: string | { readonly paste?: string }
}

function pastesOf({ text, fires }: Pasted): readonly string[] {
  if (text !== undefined) return [typeof text === 'string' ? text : text.join('\n')]
  return [typeof fires === 'object' ? fires.paste : fires].filter((one) => one !== undefined)
}

/** One in eighty of all that tests paste. */
const PASTES = ['denial/vectors', 'facts/situations/vectors', 'knowledge/vectors']
  .flatMap((folder) => vectorsIn<Pasted>(folder))
  .flatMap(pastesOf)
  .filter((_, index) => index % 80 === 0)

/** By turns the case of a vector as a file, and its error as it is pasted alone. */
const textOf = ({ why: _why, ...rest }: Vector, at: number): string =>
  at % 2 === 0 ? JSON.stringify({ version: 1, ...rest }) : (rest.error ?? '')

/** Where nothing was denied the page asks for an error; a command, which was given all that there is, says that it found none. */
const inCommand = (headline: string): string =>
  headline === plainText(HEADLINES['no-question']()) ? CLI_MESSAGES['nothing-denied'] : headline

/** What the page shows of a text that is pasted into it, once what reads YAML is here. */
function onPage(text: string, readers: PolicyReaders) {
  const { draft } = takeEvidence(EMPTY_DRAFT, readPaste(text, readers), findPolicies)
  const diagnosis = diagnose(draft, { reference: BUILT_REFERENCE })
  const answer = diagnosis.explanation?.answer
  return {
    decision: answer?.decision,
    layer: answer?.layer,
    basis: answer?.basis,
    headline: inCommand(plainText(answer?.headline ?? [])),
    causes: answer?.causes.map(({ code }) => code),
    fixes: remediesOf(diagnosis)?.fixes.map(({ sentence }) => plainText(sentence)) ?? [],
  }
}

async function inTerminal(text: string) {
  const { out } = await runCli(runProgram, ['given.txt', '--json'], { 'given.txt': text })
  const { decision, layer, basis, headline, causes, fixes } = JSON.parse(out) as FullAnswerDocument
  const codes = causes.map(({ code }) => code)
  // A policy within a text is called Policy 1 on the page, and as its file in a command.
  const sentences = fixes.map(({ sentence }) => sentence.replaceAll('given.txt', 'Policy 1'))
  return { decision, layer, basis, headline, causes: codes, fixes: sentences }
}

describe('page and terminal', () => {
  it('give the same decision, layer, basis, causes and fixes', async () => {
    const texts = [...VECTORS.map(textOf), ...PASTES]
    const readers = await readersOf(true, [])
    for (const text of texts) expect([text, await inTerminal(text)]).toEqual([text, onPage(text, readers)])
    expect(texts.length).toBeGreaterThan(45)
  })
})
