import { useId, type ReactNode } from 'react'
import { FAILURE_SENTENCES, type AwsFailure } from '../../../aws/failure'
import type { AwsCommand } from '../../../aws/commands'
import type { PreparedRequest } from '../../../aws/client'
import { leastPolicy, type AwsFeature } from '../../../aws/feature-permissions'
import { Button, type ButtonProps } from '../../ui/Button'
import { CommandLines } from '../../ui/CommandLines'
import { CopyButton } from '../../ui/CopyButton'
import { Notice } from '../../ui/Notice'
import { Shown } from '../../ui/Name'

interface FeatureProps {
  readonly title: string
  readonly explanation: string
  readonly children: ReactNode
}

/** One thing that the AWS check does: a heading, a sentence, and the ways to do it. */
export function Feature({ title, explanation, children }: FeatureProps) {
  return (
    <section aria-label={title} className="grid gap-2 border-t border-line pt-3">
      <h3 className="text-sm font-semibold">
        <Shown text={title} />
      </h3>
      <p className="text-xs text-muted">{explanation}</p>
      {children}
    </section>
  )
}

/** Asks AWS when pressed, and never else; names the hosts that it sends to. */
export function SendButton({
  hosts,
  children,
  ...rest
}: ButtonProps & { /** Whole addresses, e.g. "https://sts.…". */ readonly hosts: readonly string[] }) {
  const id = useId()
  return (
    <>
      <Button look="primary" size="small" aria-describedby={id} {...rest}>
        {children}
      </Button>
      <span id={id} className="text-xs text-muted [overflow-wrap:anywhere]">
        asks {hosts.map((host) => new URL(host).host).join(' and ')}
      </span>
    </>
  )
}

/** A part that opens on request. */
export function Details({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="min-w-0 text-xs">
      <summary className="cursor-pointer text-muted hover:text-ink">{summary}</summary>
      <div className="mt-2 grid gap-2">{children}</div>
    </details>
  )
}

interface LeastPolicyProps {
  readonly feature: AwsFeature
  readonly account: string
  readonly partition: string
}

/** The least policy that a feature needs, to copy. */
export function LeastPolicy({ feature, account, partition }: LeastPolicyProps) {
  const policy = leastPolicy(feature, account, partition)
  return policy && <PolicyNeeded policy={policy} />
}

/** A policy that a call needs, to copy. */
export function PolicyNeeded({ policy }: { readonly policy: object }) {
  const text = JSON.stringify(policy, null, 2)
  return (
    <Details summary="The permission that this needs">
      <div className="min-w-0 rounded-lg border border-line bg-surface">
        <div className="flex justify-end border-b border-line px-2 py-1">
          <CopyButton text={text} look="quiet" aria-label="Copy the policy" />
        </div>
        <pre tabIndex={0} className="max-h-56 overflow-auto px-2.5 py-2 text-xs">
          <Shown text={text} />
        </pre>
      </div>
    </Details>
  )
}

/** The same by command: for whoever gives no credentials to a page, and for when a call does not get through. */
export function Commands({ commands }: { readonly commands: readonly AwsCommand[] }) {
  return (
    <Details summary="The same as a command; paste its output into the paste box">
      {commands.map(({ title, line }) => (
        <CommandLines key={title} title={title} line={line} />
      ))}
    </Details>
  )
}

/** A request as it will be sent, before it is sent. */
export function RequestPreview({ request }: { readonly request: PreparedRequest }) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface px-2.5 py-2">
      <p className="font-mono text-xs">POST {request.host}/</p>
      <dl className="mt-1 grid max-h-64 gap-1 overflow-auto text-xs" tabIndex={0}>
        {request.parameters.map(([name, value]) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Why a call failed, in words, with AWS's own beside them. */
export function FailureNotice({ failure }: { readonly failure: AwsFailure }) {
  return (
    <div role="alert">
      <Notice tone="deny">
        <p>{FAILURE_SENTENCES[failure.cause]}</p>
        {failure.message !== '' && (
          <p className="mt-1 font-mono text-xs text-muted [overflow-wrap:anywhere]">
            {failure.code}: {failure.message}
          </p>
        )}
      </Notice>
    </div>
  )
}
