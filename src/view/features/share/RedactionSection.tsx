import { SHARE_TEXTS } from './messages'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { REDACTION_KINDS, type RedactionKind } from '../../../permalink/redaction/kinds'
import type { FoundName } from '../../../permalink/redaction/find-names'
import { wordsThatStay, type Redaction, type RedactionChoice, type StandIn } from '../../../permalink/redaction/redact'
import { Notice } from '../../ui/Notice'
import { Name } from '../../ui/Name'

const KINDS = Object.keys(REDACTION_KINDS) as RedactionKind[]

const STYLE_NOTES: Readonly<Record<StandIn['style'], string>> = {
  example: '',
  shaped: 'of the same length, because a pattern counts its characters',
  kept: 'stays: the answer depends on it',
}

/** A list of words is shown this far, and then on demand. */
const FIRST_WORDS = 200

interface RedactionSectionProps {
  /** The names that can be replaced; null until AWS's own are known. */
  readonly names: readonly FoundName[] | null
  readonly choice: RedactionChoice
  /** What came of it; null while nothing is chosen. */
  readonly redaction: Redaction | null
  /** What is chosen is still being worked out; `redaction` is an earlier one. */
  readonly isPending: boolean
  readonly onChange: (choice: RedactionChoice) => void
}

/** A set with a word more, or without it. */
function toggled<T>(set: ReadonlySet<T> | undefined, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** Offers to replace names by stand-ins before sharing, shows each and what stays, and says that the answer is the same. */
export function RedactionSection({ names, choice, redaction, isPending, onChange }: RedactionSectionProps) {
  const id = useId()
  const { kinds, keep, also } = choice
  const offered = KINDS.filter((kind) => names?.some((name) => name.kind === kind))
  const choose = (chosen: ReadonlySet<RedactionKind>) => onChange({ ...choice, kinds: chosen })
  const heading = (
    <h3 id={id} className="eyebrow">
      Replace names with stand-ins
    </h3>
  )
  if (offered.length === 0)
    return (
      // It has its place before the names are known: what stands below does not move away under a pointer.
      <section aria-labelledby={id} aria-busy={names === null}>
        {heading}
        <p className="mt-1.5 text-sm text-muted">
          {names === null ? SHARE_TEXTS.looksForNames : SHARE_TEXTS.nothingNames}
        </p>
      </section>
    )
  return (
    <section aria-labelledby={id}>
      {heading}
      <div role="group" aria-labelledby={id} className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
        <label className="flex cursor-pointer items-center gap-1.5 font-medium">
          <input
            type="checkbox"
            checked={offered.every((kind) => kinds.has(kind))}
            onChange={({ target }) => choose(new Set(target.checked ? KINDS : []))}
            className="accent-(--accent)"
          />
          All
        </label>
        {offered.map((kind) => (
          <label key={kind} className="flex cursor-pointer items-center gap-1.5">
            <input
              type="checkbox"
              checked={kinds.has(kind)}
              onChange={() => choose(toggled(kinds, kind))}
              className="accent-(--accent)"
            />
            {REDACTION_KINDS[kind].label}
          </label>
        ))}
      </div>
      {isPending && <p className="mt-2 text-sm text-muted">{SHARE_TEXTS.checkedWithStandIns}</p>}
      {redaction && (
        <div className="mt-2 space-y-2">
          {!isPending && (
            <Notice tone={redaction.sameVerdict ? 'allow' : 'depends'}>
              {redaction.sameVerdict ? SHARE_TEXTS.judgedAgainWithThe : SHARE_TEXTS.withStandInsThe}
            </Notice>
          )}
          <div
            tabIndex={0}
            role="group"
            aria-label="Stand-ins"
            className="max-h-44 overflow-auto rounded-lg border border-line"
          >
            <table className="w-full text-xs">
              <thead className="sr-only">
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Stand-in</th>
                  <th scope="col">Keep</th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {redaction.standIns.map(({ original, standIn, style }) => (
                  <tr key={original}>
                    <td className="term px-2.5 py-1">
                      <Name text={original} />
                    </td>
                    <td className="px-2.5 py-1">
                      {style !== 'kept' && (
                        <span className="term">
                          <Name text={standIn} />
                        </span>
                      )}{' '}
                      <span className="text-muted">{STYLE_NOTES[style]}</span>
                    </td>
                    <td className="py-0.5 pr-1.5 text-right">
                      <WordButton
                        label={`Keep ${original}`}
                        onPress={() =>
                          onChange({ ...choice, keep: toggled(keep, original), also: without(also, original) })
                        }
                      >
                        Keep
                      </WordButton>
                    </td>
                  </tr>
                ))}
                {[...(keep ?? [])].map((original) => (
                  <tr key={original}>
                    <td className="term px-2.5 py-1">
                      <Name text={original} />
                    </td>
                    <td className="px-2.5 py-1 text-muted">stays, as you chose</td>
                    <td className="py-0.5 pr-1.5 text-right">
                      <WordButton
                        label={`Replace ${original}`}
                        onPress={() => onChange({ ...choice, keep: toggled(keep, original) })}
                      >
                        Replace
                      </WordButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <WhatStays
            redaction={redaction}
            kept={keep}
            onReplace={(word) => onChange({ ...choice, also: toggled(also, word) })}
          />
        </div>
      )}
    </section>
  )
}

const without = (set: ReadonlySet<string> | undefined, word: string): ReadonlySet<string> =>
  new Set([...(set ?? [])].filter((other) => other !== word))

interface WhatStaysProps {
  readonly redaction: Redaction
  readonly kept: ReadonlySet<string> | undefined
  readonly onReplace: (word: string) => void
}

/** The words that leave with the case as they are, to look through; a press replaces one too. */
function WhatStays({ redaction, kept, onReplace }: WhatStaysProps) {
  const [isAll, showAll] = useState(false)
  const words = useMemo(() => wordsThatStay(redaction).filter((word) => !kept?.has(word)), [redaction, kept])
  const shown = isAll ? words : words.slice(0, FIRST_WORDS)
  return (
    <details className="text-sm">
      <summary className="cursor-pointer">
        {words.length.toLocaleString('en')} words stay: IAM’s, AWS’s and plain English. Select one to replace it too.
      </summary>
      <div role="group" aria-label="Words that stay" className="mt-1.5 flex max-h-44 flex-wrap gap-1 overflow-auto">
        {shown.map((word) => (
          <WordButton key={word} label={`Replace ${word}`} onPress={() => onReplace(word)}>
            <Name text={word} />
          </WordButton>
        ))}
        {shown.length < words.length && (
          <WordButton label="Show all words that stay" onPress={() => showAll(true)}>
            {(words.length - shown.length).toLocaleString('en')} more
          </WordButton>
        )}
      </div>
    </details>
  )
}

interface WordButtonProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

const WordButton = ({ label, onPress, children }: WordButtonProps) => (
  <button
    type="button"
    aria-label={label}
    onClick={onPress}
    className="min-h-6 rounded border border-line px-1.5 text-xs text-muted hover:border-line-strong hover:text-ink"
  >
    {children}
  </button>
)
