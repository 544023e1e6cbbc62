/**
 * Actions that name a resource only in calls that use one, as a lexicon or a terminology: in all others AWS asks for every
 * resource.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonpolly.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontranslate.html
 */
const OPTIONAL: ReadonlySet<string> = new Set([
  'polly:synthesizespeech',
  'comprehend:detectentities',
  'translate:translatetext',
])

/** Is an action asked for on every resource where nothing names one? */
export const mayNameNoResource = (action: string): boolean => OPTIONAL.has(action.toLowerCase())
