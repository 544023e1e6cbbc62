import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft'
import { anyCarried } from '../../testing/arbitrary-carried'
import { CARRIERS, ENCODINGS, holds, secretsOf, withoutEscapes } from '../../testing/secret-wrappers'
import { setPaste } from '../paste/set-paste'
import { maskCredentials, maskForKeeping } from './mask-credentials'
import { withoutCredentials } from './without-credentials'

/** Texts that are typed, over all fields and ways. */
const RUNS = Number(process.env.LAWS_RUNS ?? 56)

/** How each field takes the text that stands in it now, in the place of the one before. */
const FIELDS: Readonly<
  Record<string, { readonly put: (draft: Draft, text: string) => Draft; readonly read: (draft: Draft) => string }>
> = {
  box: { put: setPaste, read: ({ paste }) => paste },
  title: { put: (draft, title) => ({ ...draft, title }), read: ({ title }) => title },
  resource: {
    put: (draft, resource) => ({ ...draft, request: { resource } }),
    read: ({ request }) => request.resource ?? '',
  },
  'the text of a policy': {
    put: (draft, text) => ({
      ...draft,
      layers: { ...draft.layers, identity: { state: 'given', policies: [{ name: '', text }] } },
    }),
    read: ({ layers }) => layers.identity.policies[0]?.text ?? '',
  },
}

/** A text in pieces, as keys or pastes bring it. */
const PIECES: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'key by key': (text) => Array.from(text),
  'in halves': (text) => [text.slice(0, text.length / 2), text.slice(text.length / 2)],
  'in thirds': (text) => {
    const third = Math.floor(text.length / 3)
    return [text.slice(0, third), text.slice(third, 2 * third), text.slice(2 * third)]
  },
  'three keys at once': (text) => text.match(/.{1,3}/gs) ?? [],
}

const WAYS = Object.keys(FIELDS).flatMap((field) => Object.keys(PIECES).map((way) => [field, way] as const))

/**
 * Enters the pieces one by one, and gives what is kept at last. `isLate`: the field still shows what was typed before the last
 * one was looked at.
 */
function enter(field: string, pieces: readonly string[], start: string, end: string, isLate: boolean): string {
  const { put, read } = FIELDS[field]!
  let draft = withoutCredentials(put(EMPTY_DRAFT, start + end), EMPTY_DRAFT)
  let shown = start
  for (const [at, piece] of pieces.entries()) {
    shown += piece
    if (isLate && at % 2 === 0 && at < pieces.length - 1) continue
    draft = withoutCredentials(put(draft, shown + end), draft)
    const text = read(draft)
    shown = text.slice(0, text.length - end.length)
  }
  return maskForKeeping(read(draft)).text
}

type Entered = [carried: { seed: number; carrier: string; encoding: string }, start: '', end: '', isLate: boolean]

/** Pieces that look like no secret, such as letters alone: only how they are joined tells what they are. */
const HARD: Entered[] = [
  [{ seed: -68593014, carrier: 'joined in javascript', encoding: 'plain' }, '', '', false],
  [{ seed: 1090538557, carrier: 'adjacent texts', encoding: 'plain' }, '', '', false],
  [{ seed: 1144053589, carrier: 'lines of a private key alone', encoding: 'percent-encoded' }, '', '', false],
]

describe('a secret that comes in pieces', () => {
  it.each(WAYS)(
    'is taken out of %s, %s, with all that belongs to it',
    (field, way) => {
      fc.assert(
        fc.property(
          anyCarried,
          fc.constantFrom('', 'It says:\n'),
          fc.constantFrom('', '\nthanks'),
          fc.boolean(),
          ({ seed, carrier, encoding }, start, end, isLate) => {
            const secrets = secretsOf(seed)
            const text = ENCODINGS[encoding]!(CARRIERS[carrier]!(secrets))
            const left = withoutEscapes(enter(field, PIECES[way]!(text), start, end, isLate))
            const held = holds(left, secrets.key) ?? holds(left, secrets.token)
            expect([carrier, encoding, seed, held]).toEqual([carrier, encoding, seed, null])
          },
        ),
        { numRuns: Math.ceil(RUNS / WAYS.length), examples: HARD },
      )
    },
    600_000,
  )
})

it('masking twice changes nothing, whatever stands together', () => {
  fc.assert(
    fc.property(
      anyCarried,
      anyCarried,
      fc.constantFrom('\n', ' ', '", "', '\n\nand then:\n'),
      (one, other, between) => {
        const write = ({ seed, carrier, encoding }: typeof one) =>
          ENCODINGS[encoding]!(CARRIERS[carrier]!(secretsOf(seed)))
        const once = maskCredentials(write(one) + between + write(other)).text
        expect(maskCredentials(once)).toEqual({ text: once, removed: 0 })
      },
    ),
    { numRuns: RUNS },
  )
})
