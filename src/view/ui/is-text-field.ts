/** Does it take what is pasted or dropped there by itself? */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role=textbox]') !== null
