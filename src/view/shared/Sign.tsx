import { TONE_TEXT } from '../ui/tone'
import { classNames } from '../ui/class-names'
import { SIGNS, type SignName } from './sign-shapes'

interface SignProps {
  readonly name: SignName
  readonly size?: number
  readonly className?: string
}

/** A sign in the colour of its tone. It is hidden from assistive technology: the text beside it says the same. */
export function Sign({ name, size = 14, className }: SignProps) {
  const { tone, paths } = SIGNS[name]
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden
      className={classNames('shrink-0', TONE_TEXT[tone], className)}
    >
      {paths.map(({ d, dash }) =>
        dash === undefined ? (
          <path key={d} d={d} fill="currentColor" fillRule="evenodd" />
        ) : (
          <path key={d} d={d} fill="none" stroke="currentColor" strokeWidth={1.5} strokeDasharray={dash} />
        ),
      )}
    </svg>
  )
}
