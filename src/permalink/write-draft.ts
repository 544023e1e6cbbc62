import { REQUEST_FIELDS, type Draft, type DraftPolicy } from '../draft/draft'
import { EXPECTED_SIGNS, LAYER_SIGNS, SHARED_POLICY, STATE_SIGNS, TAGS, type Tag } from './draft-records'
import { foldLayout } from './json-layout'
import { escapeText, writeRecords, type TextRecord } from './tagged-text'
import type { CaseLayer } from '../iam/layers'

/** A draft as one text, with what is at its default left out. */
export function writeDraft(draft: Draft): string {
  const records: TextRecord[] = []
  const put = (tag: Tag, text: string) => records.push({ tag: TAGS[tag], text: escapeText(text) })
  const putPolicies = (policies: readonly DraftPolicy[]) => {
    for (const { name, text, source, isAssumed } of policies) {
      put('policy', name)
      if (source !== undefined) put('source', source)
      if (isAssumed === true) put('assumed', '')
      records.push({ tag: TAGS.document, text: foldLayout(escapeText(text)) })
    }
  }
  const putContext = (context: Draft['context']) => {
    for (const [key, edit] of Object.entries(context)) {
      put(edit.state === 'known' && edit.multivalued ? 'knownList' : `${edit.state}Key`, key)
      if (edit.state === 'known') for (const value of edit.values) put('value', value)
    }
  }
  if (draft.title !== '') put('title', draft.title)
  if (draft.paste !== '') put('paste', draft.paste)
  if (draft.chosen !== 0) put('chosen', String(draft.chosen))
  for (const field of REQUEST_FIELDS) {
    const value = draft.request[field]
    if (value !== undefined) put(field, value)
  }
  putContext(draft.context)
  if (draft.otherContext === 'absent') put('otherKeysAbsent', '')
  for (const layer of Object.keys(LAYER_SIGNS) as CaseLayer[]) {
    const content = draft.layers[layer]
    const { state } = content
    const isLevels = 'levels' in content
    if (state === 'notGiven' && (isLevels ? content.levels : content.policies).length === 0) continue
    put('layer', LAYER_SIGNS[layer] + STATE_SIGNS[state])
    if (!isLevels) putPolicies(content.policies)
    else
      for (const { target, policies } of content.levels) {
        put('level', target)
        putPolicies(policies)
      }
  }
  for (const [fact, value] of Object.entries(draft.facts)) {
    put('fact', fact)
    put('factValue', JSON.stringify(value) ?? 'null')
  }
  for (const [hole, value] of Object.entries(draft.holes ?? {})) {
    put('hole', hole)
    if (value !== null) put('holeValue', value)
  }
  for (const { action, resource, resourceAccount, context, policy } of draft.linked ?? []) {
    put('check', (policy ? STATE_SIGNS[policy.state] : SHARED_POLICY) + action)
    put('resource', resource)
    if (resourceAccount !== undefined) put('resourceAccount', resourceAccount)
    putContext(context)
    if (policy) putPolicies(policy.policies)
  }
  for (const { action, resource, resourceAccount, principal, context = {}, expect } of draft.tests ?? []) {
    put('test', EXPECTED_SIGNS[expect] + action)
    put('resource', resource)
    if (resourceAccount !== undefined) put('resourceAccount', resourceAccount)
    if (principal !== undefined) put('principal', principal)
    for (const [key, value] of Object.entries(context)) {
      put(typeof value === 'string' ? 'knownKey' : 'knownList', key)
      for (const one of [value].flat()) put('value', one)
    }
  }
  return writeRecords(records)
}
