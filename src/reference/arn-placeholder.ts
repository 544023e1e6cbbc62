/** A hole in a template: `${BucketName}`, or `<key>` in some condition keys. */
export const PLACEHOLDER = /\$\{([^{}]*)\}|<([^<>]*)>/g

/** A template of an ARN or a condition key as a pattern: each hole is "*". */
export const templateToGlob = (template: string): string => template.replace(PLACEHOLDER, '*')
