/** A round chip with words of its own, beside which a button can stand. */
export const ROUND_CHIP =
  'inline-flex min-h-6 max-w-full shrink-0 flex-wrap items-center gap-x-1 rounded-xl border px-2 text-2xs font-medium whitespace-nowrap'

/** A button in such a chip. */
export const LINK_IN_CHIP = '-my-px inline-flex h-6 items-center underline underline-offset-2'
