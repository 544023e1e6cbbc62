/** The look of a list of choices that opens over the page. */
export const menuClass =
  'z-50 max-h-[70vh] overflow-y-auto rounded-xl border border-line bg-raised p-1 text-ink shadow-pop focus:outline-none'

/** The look of one choice in it. */
export const menuItemClass =
  'flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-hover data-[selected=true]:bg-hover'
