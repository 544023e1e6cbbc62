const SHORT_FORM = 'execute-api:/'

/** Does a text begin with the stage of an API, as its resource policy may write it: "execute-api:/dev/*"? */
export const isShortApiArn = (text: string): boolean => text.startsWith(SHORT_FORM)

/**
 * API Gateway writes the ARN of the API that a policy is of in front of what begins with its stage: "execute-api:/dev/*".
 * Null where the text is no such short form.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function wholeApiArn(text: string, resource: string): string | null {
  if (!isShortApiArn(text)) return null
  const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:[^/:]+/.exec(resource)?.[0] ?? 'arn:*:execute-api:*:*:*'
  return api + text.slice(SHORT_FORM.length - 1)
}
