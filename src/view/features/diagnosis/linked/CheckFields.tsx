import { ANSWER_TEXTS } from '../answer-messages'
import { serviceOfAction } from '../../../../iam/action'
import { own } from '../../../../text/own'
import { Trash2 } from 'lucide-react'
import type { Draft } from '../../../../draft/draft'
import { removeCheck } from '../../../../draft/checks/edit-checks'
import { namedResources } from '../../../../draft/checks/suggested-checks'
import { retargetCheck } from '../../../../draft/checks/retarget-check'
import { Button } from '../../../ui/Button'
import { scrollToLandmark } from '../../../ui/landmarks'
import { Field } from '../../../ui/Field'
import { useShownCheck, useWholePart } from '../../../state/shown-check'
import { useFocus } from '../../../state/workbench'
import { Name } from '../../../ui/Name'

const EXAMPLES: Readonly<Record<string, string>> = {
  kms: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-…',
  iam: 'arn:aws:iam::111122223333:role/app',
}

const whole = (draft: Draft): Draft => draft

/** The action and the resource of a further check, open to change; `at` counts the further checks from 0. */
export function CheckFields({ at }: { readonly at: number }) {
  const call = useShownCheck()
  const { showLayer } = useFocus()
  const draft = useWholePart(whole)
  const check = draft.linked?.[at]
  const request = call?.whole.diagnosis.built?.accessCase.request
  if (!call || !check || !request) return null
  const { edit } = call.whole.hold
  const change = (part: { readonly action?: string; readonly resource?: string }) =>
    edit((before) => retargetCheck(before, at, part, request), `check:${at}:${Object.keys(part).join()}`)
  const service = serviceOfAction(check.action)
  const named = namedResources(draft, check.action).filter((resource) => resource !== check.resource)
  return (
    <div className="space-y-2 border-t border-line bg-sunken px-3 py-2.5">
      <div className="grid gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Field
          label="Action"
          mono
          value={check.action}
          placeholder="kms:Decrypt"
          onChange={({ target }) => change({ action: target.value.trim() })}
        />
        <Field
          label="Resource"
          mono
          value={check.resource}
          placeholder={own(EXAMPLES, service) ?? 'arn:…, or *'}
          onChange={({ target }) => change({ resource: target.value.trim() })}
        />
      </div>
      {named.length > 0 && (
        <div className="flex flex-wrap items-center gap-1 text-xs text-muted">
          <span>You pasted</span>
          {named.map((resource) => (
            <button
              key={resource}
              type="button"
              aria-label={`Set the resource to ${resource}`}
              onClick={() => change({ resource })}
              className="max-w-full truncate rounded-md border border-line-strong bg-surface px-1.5 font-mono text-2xs text-ink hover:bg-hover"
            >
              <Name text={resource} />
            </button>
          ))}
        </div>
      )}
      <div className="flex items-center justify-between gap-3">
        {check.policy === undefined ? (
          <p className="text-xs text-muted">{ANSWER_TEXTS.itMeetsTheSame}</p>
        ) : (
          <Button
            size="small"
            look="link"
            onClick={() => {
              showLayer('resource')
              scrollToLandmark('policies', 'nearest')
            }}
          >
            {service === 'kms' ? 'Open its key policy' : 'Open its resource-based policy'}
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          icon={<Trash2 size={13} aria-hidden />}
          onClick={() => {
            edit((before) => removeCheck(before, at))
            call.show(0)
          }}
        >
          Remove
        </Button>
      </div>
    </div>
  )
}
