interface LineLinkProps {
  readonly line: number
  readonly onReveal: () => void
}

/** The line that a sentence is of, which leads to it. */
export const LineLink = ({ line, onReveal }: LineLinkProps) => (
  <>
    <button type="button" className="rounded-sm text-accent underline underline-offset-2" onClick={onReveal}>
      Line {line}
    </button>
    {': '}
  </>
)
