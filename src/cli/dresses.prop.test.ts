import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import type { Denial } from '../denial/denial'
import { DRESSES, LINE_DRESSES } from '../testing/dresses'
import { vectorFiles } from '../testing/read-vectors'
import { diagnoseTexts } from './diagnose-texts'

/** The same paste in another dress gets the same answer. */
const RUNS = Number(process.env.LAWS_RUNS ?? 24)

interface Vector {
  readonly text: string | readonly string[]
}

/** What these texts are about is their dress, or that it is cut off. */
const OF_DRESS = /media|masked|transcripts|bodies|negatives/

const texts = vectorFiles<Vector>('denial/vectors')
  .filter(({ file }) => !OF_DRESS.test(file))
  .flatMap(({ vectors }) => vectors.map(({ text }) => (typeof text === 'string' ? text : text.join('\n'))))

const vector = fc.constantFrom(...texts)

const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Sid: 'ReadNightly', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::nightly/*' }],
  },
  null,
  2,
)

const generated = fc
  .record({
    who: fc.constantFrom('sts::111122223333:assumed-role/nightly/run', 'iam::111122223333:user/nia'),
    what: fc.constantFrom(
      ['s3:PutObject', 's3:::nightly/a.csv'],
      ['sqs:SendMessage', 'sqs:eu-west-1:111122223333:nightly'],
    ),
    why: fc.constantFrom(
      '',
      ' because no identity-based policy allows the action',
      ' with an explicit deny in a service control policy',
    ),
    policy: fc.boolean(),
  })
  .map(({ who, what: [action, thing], why, policy }) =>
    [
      `An error occurred (AccessDenied) when calling it: User: arn:aws:${who} is not authorized to perform: ${action} on resource: "arn:aws:${thing}"${why}`,
      ...(policy ? ['the policy of the role:', POLICY] : []),
    ].join('\n'),
  )

const saidOf = ({ kind, principal, action, resource, decision, layer, operation, situation, inferred }: Denial) => ({
  ...{ kind, principal, action, resource, decision, layer, operation, situation, inferred },
})

async function answerTo(text: string) {
  const { document } = await diagnoseTexts([{ name: 'error.txt', text, layer: null }], null)
  return { basis: document.basis, decision: document.decision, layer: document.layer, headline: document.headline }
}

const isOfLines = (text: string): boolean => text.includes('\n')

it('says the same of the denial', () => {
  fc.assert(
    fc.property(fc.oneof(vector, generated), (text) => {
      const said = parseDenials(text).map(saidOf)
      const dresses = isOfLines(text) ? { ...DRESSES, ...LINE_DRESSES } : DRESSES
      for (const [name, dress] of Object.entries(dresses))
        expect(parseDenials(dress(text)).map(saidOf), name).toEqual(said)
    }),
    { numRuns: RUNS },
  )
})

it('gives the same answer', async () => {
  const dressed = fc.oneof(vector, generated).chain((text) => {
    const names = Object.keys(isOfLines(text) ? { ...DRESSES, ...LINE_DRESSES } : DRESSES)
    return fc.record({ text: fc.constant(text), name: fc.constantFrom(...names) })
  })
  await fc.assert(
    fc.asyncProperty(dressed, async ({ text, name }) => {
      const dress = DRESSES[name] ?? LINE_DRESSES[name]
      expect(await answerTo(dress?.(text) ?? ''), name).toEqual(await answerTo(text))
    }),
    { numRuns: RUNS },
  )
})
