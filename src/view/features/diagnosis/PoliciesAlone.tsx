import { useMemo } from 'react'
import type { Draft, DraftLayers } from '../../../draft/draft'
import { changePolicy, containersOf, policiesOn } from '../../../draft/edit/edit-layers'
import { editLayers } from '../../../draft/edit/edit-draft'
import { policyProblems, type WordedProblem } from '../../../diagnosis/worded-problems'
import type { PolicyRef } from '../../../case/policy-ref'
import { CASE_LAYERS } from '../../../iam/layers'
import type { Reference } from '../../../reference/reference'
import { servicesOfPolicy } from '../../../reference/statement-actions'
import { parseJson } from '../../../text/parse-json'
import { useReference } from '../../reference/reference-queries'
import { LONGEST_CHECKED } from '../../state/waiting-problems'
import { useDraftHold, useDraftPart, useFocus } from '../../state/workbench'
import { mendText } from './lint-mend'
import { LintVerdict, type LintedPolicy } from './LintVerdict'
import { SidePane } from './SidePane'
import { ProblemsOf } from './WaitingProblems'

/** So many policies are checked here at once; the others below their editor. */
const MOST_CHECKED = 8

interface PlacedPolicy extends LintedPolicy {
  readonly ref: PolicyRef
}

/** The policies of the layers that are given, in the order of the layers. */
const placedIn = (layers: DraftLayers): readonly PlacedPolicy[] =>
  CASE_LAYERS.filter((layer) => layers[layer].state === 'given').flatMap((layer) =>
    containersOf(layers, layer).flatMap((container) =>
      policiesOn(layers, container).map(({ name, text }, policy) => ({
        ref: { ...container, policy },
        name,
        text,
        problems: null,
        notes: [],
      })),
    ),
  )

function checked(policy: PlacedPolicy, reference: Reference): PlacedPolicy {
  if (policy.text.length > LONGEST_CHECKED) return policy
  const problems = policyProblems(policy.text, policy.ref.layer, reference)
  return { ...policy, problems }
}

const layersOf = ({ layers }: Draft): DraftLayers => layers

/** What is said of policies that have a layer while there is no error and no request: they are checked, and nothing is judged. */
export function PoliciesAlone() {
  const { edit } = useDraftHold()
  const { reveal } = useFocus()
  const layers = useDraftPart(layersOf)
  const placed = useMemo(() => placedIn(layers).slice(0, MOST_CHECKED), [layers])
  const services = useMemo(
    () =>
      placed
        .filter(({ text }) => text.length <= LONGEST_CHECKED)
        .flatMap(({ text }) => servicesOfPolicy(parseJson(text).root)),
    [placed],
  )
  const reference = useReference(services)
  const policies = useMemo(() => placed.map((policy) => checked(policy, reference)), [placed, reference])
  const put = ({ ref }: PlacedPolicy, text: string) =>
    edit((before) => editLayers(before, (all) => changePolicy(all, ref, { text })))
  const show = ({ ref }: PlacedPolicy, { span }: WordedProblem) =>
    reveal({ layer: ref.layer, place: { level: ref.level, policy: ref.policy, statement: 0 }, span })
  return (
    <>
      <LintVerdict policies={policies} onMend={put} onReveal={show} />
      <SidePane>
        {policies.map((policy) => (
          <ProblemsOf
            key={`${policy.ref.layer} ${policy.ref.level ?? ''} ${policy.ref.policy}`}
            name={policy.name}
            problems={policy.problems}
            isJson
            onFix={(fix) => mendText(policy.text, fix, (text) => put(policy, text))}
            onReveal={(problem) => show(policy, problem)}
          />
        ))}
      </SidePane>
    </>
  )
}
