import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

const LOOKS = {
  primary: 'bg-accent-solid text-on-accent border-transparent hover:bg-accent-hover font-medium',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-hover',
  accent: 'bg-surface text-accent border-accent-line hover:bg-accent-soft font-medium',
  quiet: 'bg-transparent text-muted border-transparent hover:bg-hover hover:text-ink',
  link: 'bg-transparent text-accent border-transparent hover:underline underline-offset-2 px-0!',
} as const

const SIZES = {
  small: 'h-7 px-2 text-xs gap-1.5 rounded-md',
  medium: 'h-8 px-3 text-sm gap-2 rounded-lg',
  large: 'h-9 px-4 text-base gap-2 rounded-lg font-medium',
} as const

/** What a button takes besides the attributes of HTML's. */
export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof LOOKS
  readonly size?: keyof typeof SIZES
  readonly icon?: ReactNode
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(look: keyof typeof LOOKS = 'secondary', size: keyof typeof SIZES = 'medium'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center border whitespace-nowrap transition-colors select-none',
    'disabled:cursor-default disabled:opacity-50',
    LOOKS[look],
    SIZES[size],
  )
}

/** A button with a text. */
export function Button({ look = 'secondary', size = 'medium', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classNames(buttonClass(look, size), className)} {...rest}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  /** What it does: its accessible name, and its tooltip. */
  readonly label: string
  readonly children: ReactNode
}

/** A button with a sign alone; its label is its name and its tooltip. */
export function IconButton({ label, look = 'quiet', size = 'medium', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(buttonClass(look, size), size === 'small' ? 'w-7 px-0!' : 'w-8 px-0!', className)}
      {...rest}
    >
      {children}
    </button>
  )
}
