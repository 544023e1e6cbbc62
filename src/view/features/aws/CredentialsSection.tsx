import { AWS_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { useId, useRef, useState } from 'react'
import { AWS_PARTITIONS } from '../../../aws/hosts'
import {
  CREDENTIAL_SENTENCES,
  EXPORT_COMMAND,
  parseCredentials,
  SESSION_TOKEN_COMMAND,
  type CredentialProblem,
} from '../../../aws/credentials'
import type { HeldCredentials } from '../../../aws/credential-holder'
import { Button } from '../../ui/Button'
import { CommandLines } from '../../ui/CommandLines'
import { Shown } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { holder } from './held-credentials'
import { useCountdown } from './use-countdown'

const NEEDS_COMMAND: Readonly<Partial<Record<CredentialProblem, string>>> = {
  'long-lived-key': SESSION_TOKEN_COMMAND,
  expired: EXPORT_COMMAND,
  'session-token-missing': EXPORT_COMMAND,
}

interface CredentialsSectionProps {
  readonly held: HeldCredentials | null
  /** Who AWS says they are; undefined before it has answered, null where it could not be asked. */
  readonly caller: { readonly arn: string; readonly account: string } | null | undefined
  readonly isAsking: boolean
  /** `isCaller`: they are then taken for those of the denied call. */
  readonly onAsk: (isCaller: boolean) => void
  /** Takes them for those of the denied call; null where its caller is known. */
  readonly onTake: ((arn: string) => void) | null
  /** Where it is asked who they are. */
  readonly host: string
  readonly partition: string
  readonly onPartition: (partition: string) => void
}

/** Takes temporary credentials, shows who they are and when they end, and forgets them on request. */
export function CredentialsSection({ held, partition, onPartition, ...asking }: CredentialsSectionProps) {
  return held === null ? (
    <CredentialsForm partition={partition} onPartition={onPartition} />
  ) : (
    <div className="grid gap-2">
      <HeldCredentialsCard held={held} {...asking} />
      <PartitionField
        partition={partition}
        isElsewhere={held.partition !== null && held.partition !== partition}
        onPartition={onPartition}
      />
    </div>
  )
}

function HeldCredentialsCard({
  held,
  caller,
  isAsking,
  onAsk,
  onTake,
  host,
}: Pick<CredentialsSectionProps, 'caller' | 'isAsking' | 'onAsk' | 'onTake' | 'host'> & {
  readonly held: HeldCredentials
}) {
  const left = useCountdown(held.expiration)
  const [isCaller, setIsCaller] = useState(true)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface px-3 py-2 text-sm">
      <div className="w-full min-w-0">
        <p className="font-mono text-xs [overflow-wrap:anywhere]">{caller?.arn ?? held.hint}</p>
        <p className="text-xs text-muted [overflow-wrap:anywhere]">
          {isAsking
            ? AWS_TEXTS.askingAwsWhoThis
            : caller === undefined
              ? messageText(AWS_TEXTS.nothingWasSentYet, { host })
              : caller === null
                ? AWS_TEXTS.awsDidNotSay
                : held.hint}
          {left === null ? ' · the expiry is not known' : ` · ${left}`}
        </p>
      </div>
      {!caller && (
        <Button size="small" disabled={isAsking} onClick={() => onAsk(isCaller && onTake !== null)}>
          Ask AWS who this is
        </Button>
      )}
      <Button size="small" onClick={() => holder.forget()}>
        Forget credentials
      </Button>
      {onTake !== null && !caller && (
        <label className="flex w-full items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={isCaller}
            onChange={({ target }) => setIsCaller(target.checked)}
            className="accent-(--accent)"
          />
          Take it as the caller of the denied request, whom nothing here names
        </label>
      )}
      {onTake !== null && caller && (
        <Button size="small" onClick={() => onTake(caller.arn)}>
          Take it as the caller
        </Button>
      )}
    </div>
  )
}

function CredentialsForm({ partition, onPartition }: Pick<CredentialsSectionProps, 'partition' | 'onPartition'>) {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<CredentialProblem | null>(null)

  const [profiles, setProfiles] = useState<readonly string[]>([])

  const take = (next: string, profile: string | null = null) => {
    const parsed = parseCredentials(next, Date.now(), profile)
    setProfiles('profiles' in parsed ? parsed.profiles : [])
    setProblem('problem' in parsed && next.trim() !== '' ? parsed.problem : null)
    setText('credentials' in parsed ? '' : next)
    if ('credentials' in parsed) holder.hold(parsed.credentials)
  }
  const command = problem === null ? EXPORT_COMMAND : NEEDS_COMMAND[problem]

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        Temporary credentials
      </label>
      <textarea
        data-takes-credentials
        id={id}
        value={text}
        onChange={(event) => take(event.target.value)}
        rows={3}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${id}-note`}
        placeholder="Paste export lines, profiles, or what assume-role prints"
        className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-xs [-webkit-text-security:disc] placeholder:[-webkit-text-security:none]"
      />
      <div id={`${id}-note`} role="status">
        {profiles.length > 0 ? (
          <div className="flex flex-wrap items-center gap-1.5 text-xs">
            <span>{AWS_TEXTS.severalProfilesCouldBe}</span>
            {profiles.map((name) => (
              <Button key={name} size="small" onClick={() => take(text, name)}>
                <Shown text={name} />
              </Button>
            ))}
          </div>
        ) : problem === null ? (
          <p className="text-xs text-muted">{AWS_TEXTS.theyStayInThe}</p>
        ) : (
          <Notice tone="deny">{CREDENTIAL_SENTENCES[problem]}</Notice>
        )}
      </div>
      <SingleValues onDone={(values) => take(values)} />
      {command !== undefined && (
        <CommandLines title="Makes temporary credentials to paste here" line={{ bash: command, powershell: command }} />
      )}
      <PartitionField partition={partition} onPartition={onPartition} />
    </div>
  )
}

/** Whose hosts are asked; choosing another is the user's word that these credentials may go there. */
function PartitionField({
  partition,
  isElsewhere = false,
  onPartition,
}: Pick<CredentialsSectionProps, 'partition' | 'onPartition'> & {
  /** Were they used in another partition before? To choose this one is then a press: it may be selected already. */
  readonly isElsewhere?: boolean
}) {
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        Partition
      </label>
      <select
        id={id}
        value={partition}
        onChange={(event) => onPartition(event.target.value)}
        className="h-7 rounded-md border border-line-strong bg-surface px-2 text-xs"
      >
        {AWS_PARTITIONS.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name} ({value})
          </option>
        ))}
      </select>
      {isElsewhere && (
        <Button size="small" onClick={() => onPartition(partition)}>
          Use them here too
        </Button>
      )}
    </div>
  )
}

const SINGLE_VALUES = [
  ['Access key id', 'AccessKeyId'],
  ['Secret access key', 'SecretAccessKey'],
  ['Session token', 'SessionToken'],
] as const

/** For portals that copy one value at a time: three fields, taken together once all are there. */
function SingleValues({ onDone }: { readonly onDone: (text: string) => void }) {
  const id = useId()
  const form = useRef<HTMLDivElement>(null)
  const collect = () => {
    const values = [...(form.current?.querySelectorAll('input') ?? [])].map(({ value }) => value.trim())
    if (values.some((value) => value === '')) return
    onDone(JSON.stringify(Object.fromEntries(SINGLE_VALUES.map(([, name], index) => [name, values[index]]))))
  }
  return (
    <details className="text-xs">
      <summary className="cursor-pointer text-muted hover:text-ink">One value at a time</summary>
      <div ref={form} className="mt-2 grid gap-2">
        {SINGLE_VALUES.map(([label, name]) => (
          <div key={name} className="grid gap-1">
            <label htmlFor={`${id}-${name}`} className="text-muted">
              {label}
            </label>
            <input
              id={`${id}-${name}`}
              type="password"
              autoComplete="off"
              spellCheck={false}
              onChange={collect}
              className="h-8 w-full rounded-lg border border-line-strong bg-surface px-2.5 font-mono"
            />
          </div>
        ))}
      </div>
    </details>
  )
}
