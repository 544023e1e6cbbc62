interface LineLinkProps {
  readonly line: number
  readonly onReveal: () => void
}

/** The line of a problem, which leads to it. */
export const LineLink = ({ line, onReveal }: LineLinkProps) => (
  <button type="button" className="rounded-sm font-medium text-accent underline underline-offset-2" onClick={onReveal}>
    Line {line}:
  </button>
)
