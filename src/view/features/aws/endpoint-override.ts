/**
 * An endpoint that replaces AWS's hosts, as `npm start -- --aws-endpoint …` writes it into the page. It is no setting of
 * the page itself: the Content-Security-Policy has to name it too.
 */
export function endpointOverride(): string | undefined {
  const content = document.querySelector('meta[name="aws-endpoint"]')?.getAttribute('content')
  return content ? content : undefined
}
