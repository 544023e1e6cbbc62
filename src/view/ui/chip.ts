/** A round chip with words of its own, beside which a button can stand. */
export const ROUND_CHIP =
  'inline-flex h-6 shrink-0 items-center gap-1 rounded-full border px-2 text-2xs font-medium whitespace-nowrap'

/** A button in such a chip. */
export const LINK_IN_CHIP = 'inline-flex h-6 items-center underline underline-offset-2'
