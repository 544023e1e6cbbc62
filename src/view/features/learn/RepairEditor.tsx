import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import type { PolicyRef } from '../../../case/policy-ref'
import { buildCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import { changePolicy, policyAt } from '../../../draft/edit/edit-layers'
import { evaluateDraft } from '../../../diagnosis/evaluate-draft'
import type { Span } from '../../../text/span'
import { applyEdits } from '../../../text/text-edit'
import { editorContext } from '../../editor/editor-context'
import { PolicyChecks } from '../../editor/PolicyChecks'
import { PolicyEditor, type PolicyEditorHandle } from '../../editor/PolicyEditor'
import { useCheckedPolicy } from '../../editor/use-checked-policy'
import { annotatePolicy, NO_ANNOTATIONS } from '../../../diagnosis/annotations'
import type { ProblemFix } from '../../../diagnosis/worded-problems'
import { PolicyHead } from './CaseSheet'
import type { ShownPolicy } from './policies-of-draft'

interface RepairEditorProps {
  readonly draft: Draft
  readonly shown: ShownPolicy
  /** The case whose evaluation is drawn into the text; null: none is. */
  readonly telling: Draft | null
  /** What to show of the text; another turn shows it anew. */
  readonly revealed: { readonly span: Span; readonly turn: number } | null
  readonly onChange: (change: (draft: Draft) => Draft) => void
  readonly ref: Ref<Pick<PolicyEditorHandle, 'tell'>>
}

/** The evaluation of a case as marks in one of its policies. */
function marksOf(telling: Draft | null, spot: PolicyRef, text: string) {
  if (telling === null || policyAt(telling.layers, spot)?.text !== text) return NO_ANNOTATIONS
  const { built, evaluation } = evaluateDraft(telling)
  return annotatePolicy(evaluation, built.accessCase.request, spot)
}

/** One policy to repair: the editor of the workbench, with the checks below. */
export function RepairEditor({ draft, shown, telling, revealed, onChange, ref }: RepairEditorProps) {
  const { spot, where, policy } = shown
  const { layer, level, policy: at } = spot
  const { text } = policy
  const key = JSON.stringify([layer, level, at])
  const keys = useMemo(() => new Set([key]), [key])
  const { accessCase, denial } = useMemo(() => buildCase(draft), [draft])
  const { request } = accessCase
  const marks = useMemo(() => marksOf(telling, { layer, level, policy: at }, text), [telling, layer, level, at, text])
  const { settled, isSettled, type, worked } = useCheckedPolicy({
    key,
    text,
    layers: draft.layers,
    layer,
    policy: at,
    action: request.action,
    named: denial?.action ?? null,
  })
  const problems = worked?.problems ?? null
  const context = useMemo(() => editorContext(type, request), [type, request])
  const rewrite = useCallback(
    (before: string, after: string) =>
      onChange((now) => {
        const place = { layer, level, policy: at }
        if (policyAt(now.layers, place)?.text !== before) return now
        return { ...now, layers: changePolicy(now.layers, place, { text: after }) }
      }),
    [onChange, layer, level, at],
  )
  const editor = useRef<PolicyEditorHandle>(null)
  useImperativeHandle(ref, () => ({ tell: () => editor.current?.tell() }))
  const onReveal = useCallback((span: Span) => editor.current?.reveal(span), [])
  const show = useEffectEvent(() => {
    if (revealed === null) return
    frame.current?.scrollIntoView({ block: 'nearest' })
    onReveal(revealed.span)
  })
  useEffect(() => show(), [revealed?.turn])
  const frame = useRef<HTMLLIElement>(null)
  return (
    <li ref={frame} className="space-y-1">
      <PolicyHead where={where} policy={policy} />
      <PolicyEditor
        ref={editor}
        document={{ key, text, label: `${where} policy ${policy.name}` }}
        documentKeys={keys}
        annotations={marks}
        told={null}
        problems={isSettled ? problems : null}
        change={null}
        context={context}
        onChange={({ before, after }) => rewrite(before, after)}
      />
      <PolicyChecks
        text={settled}
        type={type}
        problems={problems}
        onReveal={onReveal}
        onFix={isSettled ? (fix: ProblemFix) => rewrite(settled, applyEdits(settled, fix.edits)) : null}
      />
    </li>
  )
}
