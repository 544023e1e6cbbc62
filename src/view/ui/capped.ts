import type { ChangeEvent } from 'react'

/** As much as fields take, in characters: no name or ARN of AWS is longer, and no link or output of a command
 * that is pasted; a longer text would hold the page up. That a field is full is told beside it (`FullNote`). */
export const LONGEST = { name: 500, value: 4_000, words: 20_000, paste: 200_000 } as const

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
