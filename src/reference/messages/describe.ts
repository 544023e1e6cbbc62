/** What is said of an action, a key or a type of resource; Markdown, with its {gaps}. */
export const DESCRIBE_MESSAGES = {
  aRequestCarriesIt: 'A request carries it {when}.',
  takesNoResource: 'Takes no resource: only `*` names it.',
  typeOfActions: 'Resource type `{type}` of {actions}.',
} as const
