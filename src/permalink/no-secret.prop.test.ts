import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { restoreCase } from '../draft/file/case-file'
import { restoreDraft } from '../draft/file/restore-draft'
import { withoutCredentials } from '../draft/file/without-credentials'
import { anyCarried } from '../testing/arbitrary-carried'
import { CARRIERS, ENCODINGS, holds, withoutEscapes, secretsOf } from '../testing/secret-wrappers'
import { writeCaseFile } from './case-file-text'
import { decodeDeck, encodeDeck, encodeExercise, readDeckFile, writeDeckFile } from './deck'
import { readFragment } from './fragment'
import { encodeDraft } from './permalink'

const RUNS = Number(process.env.LAWS_RUNS ?? 40)
const policy = (text: string) => ({ state: 'given', policies: [{ name: text.slice(0, 400), text }] }) as const

/** Every place of a draft that takes a text. */
const PLACES: Readonly<Record<string, (text: string) => Draft>> = {
  box: (text) => ({ ...EMPTY_DRAFT, paste: text }),
  title: (text) => ({ ...EMPTY_DRAFT, title: text }),
  'a field of the request': (text) => ({ ...EMPTY_DRAFT, request: { principal: text } }),
  'a policy and its name': (text) => ({ ...EMPTY_DRAFT, layers: { ...EMPTY_DRAFT.layers, identity: policy(text) } }),
  'a value of a key': (text) => ({
    ...EMPTY_DRAFT,
    context: { 'aws:PrincipalTag/note': { state: 'known', values: [text] } },
  }),
  'the name of a key': (text) => ({ ...EMPTY_DRAFT, context: { [text]: { state: 'absent' } } }),
  'a fact': (text) => ({ ...EMPTY_DRAFT, facts: { canonicalUser: text } }),
  'a further check': (text) => ({ ...EMPTY_DRAFT, linked: [{ action: 's3:GetObject', resource: text, context: {} }] }),
}

const textOf = (kind: 'case' | 'deck' | 'exercise', fragment: string): string => {
  const opened = readFragment(kind, fragment)
  return 'text' in opened ? opened.text : ''
}

/** All that leaves the page, or is kept, of a draft and of what is written around it. */
function outputs(draft: Draft, text: string): Readonly<Record<string, string>> {
  const card = { title: text, notes: text, draft, expected: { decision: 'allowed', layer: 'none' } as const }
  const deck = { title: text, notes: text, cards: [card] }
  const exercise = encodeExercise({ draft, prompt: text, expected: card.expected })
  const encoded = encodeDeck(deck)
  const readBack = readDeckFile(JSON.parse(JSON.stringify({ format: 'whydenied-deck', version: 1, ...deck })))
  const opened = 'fragment' in encoded ? decodeDeck(encoded.fragment) : {}
  return {
    link: textOf('case', encodeDraft(draft)),
    'case file': writeCaseFile(draft).text,
    exercise: 'fragment' in exercise ? textOf('exercise', exercise.fragment) : '',
    deck: 'fragment' in encoded ? textOf('deck', encoded.fragment) : '',
    'deck file': writeDeckFile(deck),
    'deck read': JSON.stringify([readBack, opened]),
    'draft read': JSON.stringify(restoreDraft(draft)),
    'case read': JSON.stringify(restoreCase({ version: 1, title: text, error: text, request: {}, policies: {} })),
    'draft kept': JSON.stringify(withoutCredentials(draft)),
  }
}

/** What chance seldom draws: a last line, whole or cut off, that looks like a word. */
const HARD: [{ seed: number; carrier: string; encoding: string }][] = [
  [{ seed: -2100804799, carrier: 'lines of a private key alone', encoding: 'plain' }],
  [{ seed: 28206101, carrier: 'wrapped, indented', encoding: 'percent-encoded' }],
]

describe('no output holds a credential, nor eight characters of it', () => {
  it.each(Object.keys(PLACES))('where it stood in %s', (place) => {
    fc.assert(
      fc.property(anyCarried, ({ seed, carrier, encoding }) => {
        const secrets = secretsOf(seed)
        const text = ENCODINGS[encoding]!(CARRIERS[carrier]!(secrets))
        const held = Object.entries(outputs(PLACES[place]!(text), text)).flatMap(([name, output]) => {
          const read = withoutEscapes(output)
          const piece = holds(read, secrets.key) ?? holds(read, secrets.token)
          return piece === null ? [] : [[name, piece]]
        })
        expect([carrier, encoding, held]).toEqual([carrier, encoding, []])
      }),
      { numRuns: Math.ceil(RUNS / Object.keys(PLACES).length), examples: HARD },
    )
  })
})
