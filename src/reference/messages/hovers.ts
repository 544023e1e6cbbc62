/** What a hover says besides what the reference says; `{name}` is filled from the place. */
export const HOVER_MESSAGES = {
  'every-action': 'Every action of every service, those to come included.',
  'every-resource': 'Any resource. For actions that take no resource it is the only value that works.',
  pattern: 'Matches {count} of the {all} actions of {service}:',
  'unknown-action': '{service} has no action of this name in AWS’s reference of {date}.',
  'resource-types': 'Resource types that this can name, with the actions here that take them:',
  'element-forbidden': 'Not allowed in {plural}.',
  'element-needed': 'Required in {plural}.',
  'element-needed-or': 'Required in {plural}, unless {other} is there instead.',
  'element-optional': 'Optional in {plural}.',
} as const
