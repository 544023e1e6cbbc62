import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { LevelResult } from '../../../evaluation/evaluation'
import { Sign } from '../../shared/Sign'
import { Button, IconButton } from '../../ui/Button'

/** A level as the tree shows it. */
interface ShownLevel {
  readonly target: string
  readonly isEmpty: boolean
}

interface LevelTreeProps {
  readonly levels: readonly ShownLevel[]
  readonly results: readonly LevelResult[]
  /** The policies of a level, and the way to add one. */
  readonly shelf: (level: number) => ReactNode
  readonly onRename: (level: number, target: string) => void
  readonly onRemove: (level: number) => void
  readonly onAdd: (at: number, target: string) => void
}

/** The organization from its root to the account, each level with its policies. */
export function LevelTree({ levels, results, shelf, onRename, onRemove, onAdd }: LevelTreeProps) {
  return (
    <div>
      <ol
        aria-label="Levels from the root to the account"
        className="flex flex-col [--level-name:7.5rem] desk:[--level-name:10rem]"
      >
        {levels.map((level, index) => (
          <li key={index} className="relative flex items-start gap-2 py-0.5" style={{ paddingLeft: `${index * 14}px` }}>
            {index > 0 && (
              <span
                aria-hidden
                className="absolute -top-2 h-6 w-2 rounded-bl border-b border-l border-line-strong"
                style={{ left: `${index * 14 - 8}px` }}
              />
            )}
            <TargetInput
              indent={index * 14}
              target={level.target}
              result={results[index] ?? null}
              onRename={(target) => onRename(index, target)}
            />
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
              {shelf(index)}
              {level.isEmpty && <span className="text-xs text-deny">no policy: allows nothing</span>}
            </div>
            <IconButton label={`Remove the level ${level.target}`} size="small" onClick={() => onRemove(index)}>
              <Trash2 size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="mt-0.5 flex gap-1" style={{ paddingLeft: `${Math.max(levels.length - 1, 0) * 14}px` }}>
        <Button
          look="quiet"
          size="small"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => onAdd(Math.max(levels.length - 1, 1), `OU ${Math.max(levels.length - 1, 1)}`)}
        >
          Add an OU
        </Button>
      </div>
    </div>
  )
}

const STATUS_TEXT: Readonly<Partial<Record<LevelResult['status'], string>>> = {
  allows: 'allows',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends',
}

interface TargetInputProps {
  readonly indent: number
  readonly target: string
  readonly result: LevelResult | null
  readonly onRename: (target: string) => void
}

function TargetInput({ indent, target, result, onRename }: TargetInputProps) {
  const [value, setValue] = useState<string | null>(null)
  const done = () => {
    if (value !== null && value.trim() !== '' && value.trim() !== target) onRename(value.trim())
    setValue(null)
  }
  return (
    <span
      className="flex h-7 shrink-0 items-center gap-1"
      style={{ width: `calc(var(--level-name) - ${Math.min(indent, 70)}px)` }}
    >
      {result && <Sign name={result.status} size={12} />}
      <input
        aria-label="Level"
        aria-description={result ? (STATUS_TEXT[result.status] ?? '') : ''}
        value={value ?? target}
        maxLength={128}
        className="h-6 w-full min-w-0 truncate rounded border border-transparent bg-transparent px-1 text-xs text-muted hover:border-line focus:border-line-strong focus:bg-surface focus:text-ink"
        onChange={(event) => setValue(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            event.stopPropagation()
            setValue(null)
          }
        }}
      />
    </span>
  )
}
