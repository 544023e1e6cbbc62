import { useEffect, useMemo, useState } from 'react'
import { policyProblems, type WordedProblem } from '../../../diagnosis/worded-problems'
import type { Reference } from '../../../reference/reference'
import { useWaitingPolicies } from '../../state/waiting-policies'

/** Longer texts are checked when they have a layer, beside the page. */
const LONGEST_CHECKED = 100_000

/** So many of the policies that wait are checked at once. */
const MOST_CHECKED = 3

/** The services that the actions of a text are of; what is none does no harm. */
const servicesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/"([a-z][a-z0-9-]{1,40}):[A-Za-z*]/g)].map(([, service = '']) => service)),
]

/** A policy that waits for its layer, with what its text shows whatever the layer. */
export interface CheckedPolicy {
  readonly name: string
  /** The worst first; null: the text is too long to be checked here. */
  readonly problems: readonly WordedProblem[] | null
}

/** Checks the policies that wait for a layer, with the reference once it is here. */
export function useWaitingProblems(): readonly CheckedPolicy[] {
  const asked = useWaitingPolicies()
  const policies = useMemo(
    () =>
      asked
        .map(({ policy }) => policy)
        .filter(({ text }) => text !== '')
        .slice(0, MOST_CHECKED),
    [asked],
  )
  const [reference, setReference] = useState<Reference>()
  const services = [...new Set(policies.flatMap(({ text }) => servicesIn(text.slice(0, LONGEST_CHECKED))))]
    .filter((service) => service !== 'arn' && service !== 'aws')
    .join(' ')
  useEffect(() => {
    if (services === '') return
    let isStale = false
    const load = async () => {
      const { loadServices, loadedReference } = await import('../../reference/reference-queries')
      await loadServices(services.split(' '))
      if (!isStale) setReference(loadedReference())
    }
    void load().catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [services])
  return useMemo(
    () =>
      policies.map(({ name, text, candidates }) => ({
        name,
        problems: text.length > LONGEST_CHECKED ? null : policyProblems(text, candidates[0] ?? 'identity', reference),
      })),
    [policies, reference],
  )
}
