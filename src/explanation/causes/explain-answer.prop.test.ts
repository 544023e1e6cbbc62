import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { layers, openCase, rolePath } from '../../testing/arbitrary-case'
import { context } from '../../testing/arbitrary-condition'
import { filled } from '../../testing/arbitrary-filling'
import { evaluate } from '../../evaluation/evaluate'
import { fillCase, maskedCase, openFilling } from '../../testing/arbitrary-open-case'
import type { Evaluation } from '../../evaluation/evaluation'
import { explain } from '../explain'
import { plainText } from '../../text/phrase'
import { MOST_WORDS, type Answer } from '../answer'
import type { Layer } from '../../iam/layers'

const RUNS = Number(process.env.LAWS_RUNS ?? 100)

/** How AWS's messages end, and what each claims. */
const CLAIMS: readonly (readonly [ending: string, layer: Layer | null, how: 'explicitDeny' | 'implicitDeny' | null])[] =
  [
    ['', null, null],
    [' with an explicit deny', null, 'explicitDeny'],
    [' with an explicit deny in an identity-based policy', 'identity', 'explicitDeny'],
    [' with an explicit deny in a service control policy', 'scp', 'explicitDeny'],
    [' with an explicit deny in a resource-based policy', 'resource', 'explicitDeny'],
    [' because no identity-based policy allows the action', 'identity', 'implicitDeny'],
    [' because no permissions boundary allows the action', 'boundary', 'implicitDeny'],
    [' because no resource-based policy allows the action', 'resource', 'implicitDeny'],
    [' because no service control policy allows the action', 'scp', 'implicitDeny'],
  ]

const messageOf = ({ request: { principal, action, resource } }: AccessCase, ending: string): string =>
  `An error occurred (AccessDenied): User: ${principal} is not authorized to perform: ${action} on resource: ${resource}${ending}`

const answerOf = (accessCase: AccessCase, ending: string): Answer => {
  const denial = parseDenials(messageOf(accessCase, ending))[0] ?? null
  return explain({ evaluation: evaluate(accessCase), accessCase, denial }).answer
}

/** Does a layer stand in the way of the request? */
const stops = ({ layers: all }: Evaluation, layer: Answer['layer']): boolean =>
  all.some(
    (one) =>
      one.layer === layer &&
      (one.blocking || one.status === 'explicitDeny' || (one.status === 'implicitDeny' && one.needed)),
  )

/** The case with a trust policy that lets the caller's account in: where it refuses, nobody asks the caller's own policies. */
const letIn = (known: AccessCase): AccessCase => {
  const account = known.request.principal.split(':')[4] ?? ''
  const trusting = { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:*' }
  const document = { Version: '2012-10-17', Statement: [trusting] }
  return { ...known, policies: { ...known.policies, resource: { name: 'trust', document } } }
}

const fits = ({ decision, layer }: Evaluation, claimed: Layer | null, how: string | null): boolean =>
  (claimed === null || layer === claimed) && (how === null || decision === how)

/**
 * Does an answer hold of what is known? Where the policies leave the decision open and AWS names no layer, it says that a
 * layer stands in the way, and an explicit deny can have come first.
 */
const holdsFor = (answer: Answer, filling: AccessCase, isExact: boolean): void => {
  const known = evaluate(filling)
  if (isExact) expect(known.decision).toBe(answer.decision)
  else expect(known.decision).not.toBe('allowed')
  if (answer.decision === 'allowed') return
  const isBehindTrust = answer.layer === 'identity' && stops(known, 'trust')
  expect(stops(isBehindTrust ? evaluate(letIn(filling)) : known, answer.layer)).toBe(true)
}

it('what is called proven stays so under every filling of what is unknown that fits what AWS says', () => {
  fc.assert(
    fc.property(
      openCase,
      fc.constantFrom(...CLAIMS),
      context,
      fc.boolean().chain((isTrust) => layers(isTrust)),
      rolePath,
      (accessCase, [ending, claimed, how], keys, attached, path) => {
        const answer = answerOf(accessCase, ending)
        if (answer.basis !== 'proven') return
        const filling = filled(accessCase, keys, attached, path)
        // Where the policies alone decide, they do whatever AWS says; elsewhere AWS's word is part of the proof.
        const isAlone = evaluate(accessCase).decision !== 'depends'
        if (!isAlone && !fits(evaluate(filling), claimed, how)) return
        holdsFor(answer, filling, isAlone || claimed !== null)
      },
    ),
    { numRuns: RUNS },
  )
})

it('and under every filling of holes, in the request and in the policies', () => {
  fc.assert(
    fc.property(
      maskedCase,
      fc.constantFrom(...CLAIMS),
      fc.array(openFilling, { minLength: 3, maxLength: 6 }),
      (open, [ending, claimed, how], fillings) => {
        const answer = answerOf(open, ending)
        if (answer.basis !== 'proven') return
        const isAlone = evaluate(open).decision !== 'depends'
        for (const filling of fillings) {
          const known = fillCase(open, filling)
          if (isAlone || fits(evaluate(known), claimed, how)) holdsFor(answer, known, isAlone || claimed !== null)
        }
      },
    ),
    { numRuns: RUNS },
  )
})

it('is of one kind, names what it says, and keeps its headline short', () => {
  fc.assert(
    fc.property(openCase, fc.constantFrom(...CLAIMS), (accessCase, [ending]) => {
      const { basis, decision, headline, causes, layer } = answerOf(accessCase, ending)
      const text = plainText(headline)
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS)
      // What the layer of the likeliest cause allows here, no headline says that it lacks.
      if (basis === 'likely') expect(text).toMatch(/^(?:Most likely|Nothing you pasted explains)/)
      else expect(text).not.toMatch(/^Most likely/)
      // AWS denied: that it is allowed, or that it depends, is no answer. What no policy decides denies in no layer.
      const outsidePolicies = causes[0]?.layer === 'none' ? ['none'] : []
      if (basis !== 'open') expect(['explicitDeny', 'implicitDeny', ...outsidePolicies]).toContain(decision)
      if (basis === 'likely') expect([causes[0]?.layer, causes[0]?.decision]).toEqual([layer, decision])
    }),
    { numRuns: RUNS },
  )
})
