import { classNames } from '../../ui/class-names'

interface PrintedQuestionProps {
  readonly text: string
  readonly options: readonly string[]
}

/** A question on paper, with a box to tick before each answer. */
export function PrintedQuestion({ text, options }: PrintedQuestionProps) {
  return (
    <div className="break-inside-avoid">
      <p className="font-medium">{text}</p>
      <ul className={classNames('mt-1 space-y-1', options.length > 5 && 'columns-2')}>
        {options.map((option) => (
          <li key={option}>
            <span aria-hidden>☐ </span>
            {option}
          </li>
        ))}
      </ul>
    </div>
  )
}
