import type { ChangeEvent } from 'react'

/** As much as fields take, in characters: no name or ARN of AWS and no link is longer, and a longer text would hold the page up. */
export const LONGEST = { name: 500, value: 4_000, words: 20_000, link: 200_000 } as const

/** Cuts what is entered to what the field takes, however it came in, before it is handed on. */
export const capped =
  <Target extends HTMLInputElement | HTMLTextAreaElement>(
    longest: number,
    onChange: ((event: ChangeEvent<Target>) => void) | undefined,
  ) =>
  (event: ChangeEvent<Target>) => {
    if (event.target.value.length > longest) event.target.value = event.target.value.slice(0, longest)
    onChange?.(event)
  }
