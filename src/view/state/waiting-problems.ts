import { useEffect, useMemo, useState } from 'react'
import { policyProblems, type WordedProblem } from '../../diagnosis/worded-problems'
import type { UnplacedPolicy } from '../../draft/paste/place-policies'
import { readableDocument } from '../../policy/complete-document'
import type { CaseLayer } from '../../iam/layers'
import type { Reference } from '../../reference/reference'
import { useWaitingPolicies } from './waiting-policies'

/** Longer texts are checked below their editor, once they have a layer, beside the page. */
export const LONGEST_CHECKED = 100_000

/** So many of the policies that wait are checked at once. */
const MOST_CHECKED = 3

/** The services that the actions of a text are of; what is none does no harm. */
const servicesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/"([a-z][a-z0-9-]{1,40}):[A-Za-z*]/g)].map(([, service = '']) => service)),
]

/** A policy that waits for its layer, with what its text shows whatever the layer. */
export interface CheckedPolicy {
  readonly asked: UnplacedPolicy
  readonly name: string
  /** The text whose lines the problems name. */
  readonly text: string
  /** The worst first, with the repairs that help whatever the layer; null: the text is too long to be checked here. */
  readonly problems: readonly WordedProblem[] | null
}

/** Is it a problem of the text in each layer that the policy can be of? */
const isOfEach = (
  { code, line, fixes: [fix] }: WordedProblem,
  inEach: readonly (readonly WordedProblem[])[],
): boolean =>
  inEach.every((problems) =>
    problems.some((other) => other.code === code && other.line === line && other.fixes[0]?.title === fix?.title),
  )

function checked(asked: UnplacedPolicy, reference: Reference | undefined): CheckedPolicy {
  const { policy } = asked
  const { name, candidates } = policy
  if (policy.text.length > LONGEST_CHECKED) return { asked, name, text: policy.text, problems: null }
  const text = readableDocument(policy.text)
  // What the paste leaves out, or a template fills in, stands for something: it is no fault of the policy.
  const isOfHole = ({ span }: WordedProblem) =>
    span !== null && policy.holes.some((hole) => hole !== '' && text.slice(...span).includes(hole))
  const problemsIn = (layer: CaseLayer) => policyProblems(text, layer, reference).filter((one) => !isOfHole(one))
  const problems = problemsIn(candidates[0] ?? 'identity')
  const inEach = problems.some(({ fixes }) => fixes.length > 0) ? candidates.slice(1).map(problemsIn) : []
  const told = problems.map((one) => (one.fixes.length > 0 && !isOfEach(one, inEach) ? { ...one, fixes: [] } : one))
  return { asked, name, text, problems: told }
}

const known = new WeakMap<UnplacedPolicy, { readonly by: Reference | undefined; readonly is: CheckedPolicy }>()

/** The same, checked once for all who show it. */
function checkedOnce(asked: UnplacedPolicy, reference: Reference | undefined): CheckedPolicy {
  const kept = known.get(asked)
  if (kept && kept.by === reference) return kept.is
  const is = checked(asked, reference)
  known.set(asked, { by: reference, is })
  return is
}

/** Checks the policies that wait for a layer, with the reference once it is here. */
export function useWaitingProblems(): readonly CheckedPolicy[] {
  const asked = useWaitingPolicies()
  const policies = useMemo(() => asked.filter(({ policy }) => policy.text !== '').slice(0, MOST_CHECKED), [asked])
  const [reference, setReference] = useState<Reference>()
  const services = [...new Set(policies.flatMap(({ policy: { text } }) => servicesIn(text.slice(0, LONGEST_CHECKED))))]
    .filter((service) => service !== 'arn' && service !== 'aws')
    .join(' ')
  useEffect(() => {
    if (services === '') return
    let isStale = false
    const load = async () => {
      const { loadServices, loadedReference } = await import('../reference/reference-queries')
      await loadServices(services.split(' '))
      if (!isStale) setReference(loadedReference())
    }
    void load().catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [services])
  return useMemo(() => policies.map((one) => checkedOnce(one, reference)), [policies, reference])
}
