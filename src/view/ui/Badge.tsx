import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { TONE_CHIP, type Tone } from './tone'

/** A short word on a soft ground. */
export function Badge({ tone = 'unknown', className, ...rest }: ComponentProps<'span'> & { readonly tone?: Tone }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-full border px-2 text-2xs font-medium whitespace-nowrap',
        TONE_CHIP[tone],
        className,
      )}
      {...rest}
    />
  )
}
