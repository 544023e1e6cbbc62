import { POLICIES_TEXTS } from './messages'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import type { DraftPolicy } from '../../../draft/draft'
import type { ManagedPolicyEntry } from '../../../reference/reference'
import { QUERY_CLIENT } from '../../reference/query-client'
import { loadManagedPolicy, managedPoliciesQuery } from '../../reference/reference-queries'
import { menuItemClass } from '../../ui/menu-class'
import { findManagedPolicies } from './find-managed-policies'

/** More would not be read; a word more finds the rest. */
const MOST_SHOWN = 60

const NOT_LOADED = {
  list: 'The list of AWS managed policies couldn’t be loaded. Check the connection, then open this again.',
  policy: 'This policy couldn’t be loaded. Check the connection, then choose it again.',
} as const

interface ManagedPolicyDialogProps {
  readonly onAdd: (policy: DraftPolicy) => void
  readonly onClose: () => void
  /** Takes the focus when the dialog has gone. */
  readonly focusBack: () => void
}

/** Finds an AWS managed policy by its name or ARN, and adds the document of its newest version. */
export function ManagedPolicyDialog({ onAdd, onClose, focusBack }: ManagedPolicyDialogProps) {
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState(false)
  const list = useQuery(managedPoliciesQuery, QUERY_CLIENT)
  const found = findManagedPolicies(list.data ?? [], typed)
  const problem = list.isError ? NOT_LOADED.list : failed ? NOT_LOADED.policy : null

  const add = async ({ name }: ManagedPolicyEntry) => {
    setFailed(false)
    try {
      const { document } = await loadManagedPolicy(name)
      onClose()
      onAdd({ name, text: JSON.stringify(document, null, 2) })
    } catch {
      setFailed(true)
    }
  }

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-pop focus:outline-none"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusBack()
          }}
        >
          <Radix.Title className="sr-only">Add an AWS managed policy</Radix.Title>
          <Command label="AWS managed policies" shouldFilter={false} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Name or ARN of an AWS managed policy"
              className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none"
            />
            {problem !== null && (
              <p role="alert" className="border-b border-line px-4 py-2 text-sm text-deny">
                {problem}
              </p>
            )}
            <Command.List label="AWS managed policies" className="max-h-[56vh] overflow-y-auto p-1.5">
              {list.isPending && (
                <p className="px-3 py-6 text-center text-sm text-muted">{POLICIES_TEXTS.theListIsBeing}</p>
              )}
              {list.data && found.length === 0 && (
                <p role="status" className="px-3 py-6 text-center text-sm text-muted">
                  {POLICIES_TEXTS.noAwsManagedPolicy}
                </p>
              )}
              {found.slice(0, MOST_SHOWN).map((policy) => (
                <Command.Item
                  key={policy.arn}
                  value={policy.arn}
                  className={menuItemClass}
                  onSelect={() => void add(policy)}
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{policy.name}</span>
                    <span className="block truncate text-xs text-muted">
                      {policy.arn}
                      {policy.changed !== '' && ` · changed ${policy.changed}`}
                    </span>
                  </span>
                </Command.Item>
              ))}
            </Command.List>
            {list.data && (
              <p className="border-t border-line px-4 py-2 text-xs text-muted">
                {found.length > MOST_SHOWN
                  ? `${MOST_SHOWN} of ${found.length} are shown; another word finds the rest.`
                  : `${list.data.length} AWS managed policies, each in its newest version.`}
              </p>
            )}
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
