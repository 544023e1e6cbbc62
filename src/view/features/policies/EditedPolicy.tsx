import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { DraftLayers } from '../../../draft/draft'
import { arePoliciesAlone } from '../../../draft/policies-alone'
import { tryLayers } from '../../../draft/edit/edit-draft'
import { changePolicy, policyAt } from '../../../draft/edit/edit-layers'
import type { Evaluation } from '../../../evaluation/evaluation'
import type { Evidence } from '../../../explanation/evidence'
import { applyEdits } from '../../../text/text-edit'
import { inlineChange } from '../../../explanation/report/inline-change'
import type { Span } from '../../../text/span'
import { classNames } from '../../ui/class-names'
import { useProposal } from '../../state/proposal'
import { useDiagnosis, useDraftHold, useJudging } from '../../state/workbench'
import { annotatePolicy } from '../../../diagnosis/annotations'
import { allSpotKeys, spotKey } from './choose-spot'
import { editorContext } from '../../editor/editor-context'
import { PolicyEditor, type EditorDocument, type PolicyEditorHandle } from '../../editor/PolicyEditor'
import { tabOf } from '../../shared/policy-tabs'
import { policyTypeOf } from '../../../iam/trust-actions'
import type { ProblemFix } from '../../../diagnosis/worded-problems'
import { PolicyChecks } from '../../editor/PolicyChecks'
import { useCheckedPolicy } from '../../editor/use-checked-policy'
import { RewriteButtons } from './RewriteButtons'
import type { CaseLayer } from '../../../iam/layers'
import type { PolicyRef } from '../../../case/policy-ref'

/** One policy that is edited, and what the page does with its edits. */
export interface EditedPolicyProps {
  readonly layers: DraftLayers
  /** Null where the open tab has no policy to edit; the editor then waits out of sight. */
  readonly spot: PolicyRef | null
  /** Null while there is nothing to judge. */
  readonly evaluation: Evaluation | null
  readonly revealed: { readonly evidence: Evidence; readonly turn: number } | null
}

/** The policy in the editor, with its evaluation in the text and its problems below. */
export function EditedPolicy({ layers, spot, evaluation, revealed }: EditedPolicyProps) {
  const policy = spot === null ? undefined : policyAt(layers, spot)
  const keys = useMemo(() => allSpotKeys(layers), [layers])
  if (spot === null || policy === undefined) {
    return <Edited document={null} layers={layers} keys={keys} evaluation={null} revealed={null} {...NOWHERE} />
  }
  const document = {
    key: spotKey(layers, spot),
    text: policy.text,
    label: `${tabOf(spot.layer).name} policy ${policy.name}`,
  }
  return (
    <Edited document={document} layers={layers} keys={keys} evaluation={evaluation} revealed={revealed} {...spot} />
  )
}

const NOWHERE: PolicyRef = { layer: 'identity', level: null, policy: 0 }

interface EditedProps extends Omit<EditedPolicyProps, 'spot'> {
  readonly document: EditorDocument | null
  readonly keys: ReadonlySet<string>
  readonly layer: CaseLayer
  readonly level: number | null
  readonly policy: number
}

/** The span of a piece of evidence: its own, or that of its statement. */
function spanOf({ span, layer, place }: Evidence, evaluation: Evaluation | null): Span | null {
  if (span !== null) return span
  const { evaluated } = tabOf(layer)
  const statement = evaluation?.layers
    .flatMap((result) => (evaluated.includes(result.layer) ? result.statements : []))
    .find((each) => each.level === place.level && each.policy === place.policy && each.statement === place.statement)
  return statement?.span ?? null
}

function Edited({ document, layers, keys, evaluation, revealed, layer, level, policy }: EditedProps) {
  const { edit } = useDraftHold()
  const diagnosis = useDiagnosis()
  const { now: judgeNow } = useJudging()
  const editor = useRef<PolicyEditorHandle>(null)
  const frame = useRef<HTMLDivElement>(null)
  const text = document?.text ?? ''
  const request = diagnosis.built?.accessCase.request
  const judgedText = policyAt(diagnosis.draft.layers, { layer, level, policy })?.text
  const isCurrent = document !== null && judgedText === text

  const annotations = useMemo(
    () => (isCurrent && request ? annotatePolicy(evaluation, request, { layer, level, policy }) : null),
    [isCurrent, evaluation, request, layer, level, policy],
  )
  const type = policyTypeOf(layer, request?.action ?? '')
  const named = diagnosis.built?.denial?.action ?? null
  // The answer does not wait for what is checked.
  const { settled, isSettled, ...checked } = useCheckedPolicy({
    key: document?.key ?? null,
    text,
    layers,
    layer,
    policy,
    action: request?.action ?? '',
    named,
  })
  const { worked } = checked
  const problems = worked?.problems ?? null
  const context = useMemo(() => editorContext(type, request), [type, request])

  const proposed = useProposal().find(
    (one) => one.layer === layer && one.level === level && one.policy === policy && document !== null,
  )
  const before = proposed?.before
  const after = proposed?.after
  // While the text is typed in, what was proposed for it before stays where it is.
  const change = useMemo(() => {
    if (before === undefined || after === undefined || text === after) return null
    return before === text ? inlineChange(before, after) : undefined
  }, [before, after, text])

  /** Changes the text, if it is still the one that was to change. */
  const rewrite = useCallback(
    (before: string, after: string, group?: string) => {
      const spot = { layer, level, policy }
      const put = (all: DraftLayers) =>
        policyAt(all, spot)?.text === before ? changePolicy(all, spot, { text: after }) : all
      edit((draft) => tryLayers(draft, put), group)
    },
    [edit, layer, level, policy],
  )
  const shown = diagnosis.opening?.shown ?? null
  const isShown = shown?.layer === layer && shown.place.level === level && shown.place.policy === policy
  const onReveal = useCallback((span: Span) => editor.current?.reveal(span), [])
  const onFix = useCallback((fix: ProblemFix) => rewrite(settled, applyEdits(settled, fix.edits)), [rewrite, settled])

  const reveal = useEffectEvent(() => {
    const span = revealed && spanOf(revealed.evidence, evaluation)
    if (span) editor.current?.reveal(span)
    if (revealed) frame.current?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => reveal(), [revealed?.turn])

  return (
    <div ref={frame} className={classNames('flex min-h-0 flex-col gap-2', document === null && 'hidden')}>
      <PolicyEditor
        ref={editor}
        document={document}
        documentKeys={keys}
        annotations={annotations}
        told={isShown && isCurrent ? spanOf(shown, evaluation) : null}
        problems={isSettled ? problems : null}
        change={change}
        context={context}
        onChange={({ before, after }) => {
          rewrite(before, after, `policy ${layer} ${level ?? ''} ${policy}`)
          // The editor shows it already.
          judgeNow()
        }}
      />
      {document !== null && isSettled && worked !== null && (
        <RewriteButtons {...worked} onRewrite={(after) => rewrite(text, after)} />
      )}
      {document !== null && (
        <PolicyChecks
          key={document.key}
          text={settled}
          type={checked.type}
          problems={problems}
          isToldElsewhere={arePoliciesAlone(diagnosis.draft)}
          onReveal={onReveal}
          onFix={isSettled ? onFix : null}
        />
      )}
    </div>
  )
}
