import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { isKnownCause } from '../../knowledge/likely-causes'
import { ROW_VECTORS } from '../../knowledge/row-vectors'
import { pastedCase } from '../../testing/pasted-case'
import type { CaseLayer } from '../../iam/layers'
import type { Cause } from '../answer'
import { isSupported } from './known-facts'
import { vectorsIn } from '../../testing/read-vectors'

/** Evidence that is added never makes the answer worse, in any layer: more runs with `npm run bench -- answers`. */
const RUNS = Number(process.env.ANSWER_RUNS ?? 15)

const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
const EVERYBODY = { ...ALL, Principal: '*' }

/** Policies of limits that let everything pass. */
const OPEN_LIMITS: readonly (readonly [CaseLayer, string])[] = [
  ['scp', policy(ALL)],
  ['boundary', policy(ALL)],
  ['session', policy(ALL)],
  ['rcp', policy(EVERYBODY)],
  ['endpoint', policy(EVERYBODY)],
]

const saidBySituations = vectorsIn<{ readonly fires: string }>('facts/situations/vectors').map(({ fires }) => fires)

const pastes = [
  ...new Set(
    ROW_VECTORS.flatMap(({ fires }) => {
      const { paste } = fires as { readonly paste?: unknown }
      return typeof paste === 'string' ? [paste] : []
    }),
  ),
  ...saidBySituations,
]

/** The first cause of a text, where the text itself shows it. */
const shownBy = (paste: string): Cause | null => {
  const [first] = pastedCase(paste).answer.causes
  return first !== undefined && isKnownCause(first.code) && isSupported(first) ? first : null
}

const firstWith = (paste: string, layer: CaseLayer, text: string) =>
  pastedCase(paste, { [layer]: text }).answer.causes[0]

const isOfServiceRole = (code: string): boolean =>
  Object.hasOwn(SITUATIONS, code) && SITUATIONS[code as SituationId].refused === 'given-role'

/** Does a property of texts hold for some of them? */
const holdsFor = (law: (paste: string, first: Cause) => void): void => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), (paste) => {
      const first = shownBy(paste)
      if (first !== null) law(paste, first)
    }),
    { numRuns: RUNS },
  )
}

describe('what a text shows stays first', () => {
  it('beside a policy of a limit that lets everything pass', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pastes), fc.constantFrom(...OPEN_LIMITS), (paste, [layer, text]) => {
        const first = shownBy(paste)
        if (first === null || first.layer === layer) return
        expect(firstWith(paste, layer, text)?.code).toBe(first.code)
      }),
      { numRuns: RUNS },
    )
  })

  it('beside a policy of the caller that speaks of another service, where AWS names no action', () => {
    const text = policy({ Effect: 'Allow', Action: 'polly:SynthesizeSpeech', Resource: '*' })
    holdsFor((paste, first) => {
      const { judged, answer } = pastedCase(paste, { identity: text })
      const { action } = judged.accessCase.request
      if (judged.denial?.action !== null || /^polly:/.test(action)) return
      const [after] = answer.causes
      expect([isKnownCause(after?.code ?? ''), after?.layer]).toEqual([true, first.layer])
    })
  })

  it('beside an administrator’s policy, where it is of another layer or of a role that a service works with', () => {
    holdsFor((paste, first) => {
      if (first.layer === 'identity' && !isOfServiceRole(first.code)) return
      const { causes } = pastedCase(paste, { identity: policy(ALL) }).answer
      // Where the text names the role that was refused, the policy is that role's, and refutes it.
      const isRefuted = causes.every(({ code, speaksAgainst }) => code !== first.code || speaksAgainst.length > 0)
      if (first.layer === 'identity' && isRefuted) return
      expect(causes[0]?.code).toBe(first.code)
    })
  })
})

it('what a policy shows to be allowed is no cause of the caller’s own policies', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), (paste) => {
      const first = firstWith(paste, 'identity', policy(ALL))
      expect(first?.code === 'layer-lacks' && first.layer === 'identity').toBe(false)
    }),
    { numRuns: RUNS },
  )
})
