import { ExternalLink } from 'lucide-react'
import { LINK_CLASS } from './link-class'

interface AwsDocsProps {
  readonly page: string
  readonly className?: string
}

/** The page of AWS that says so, in a tab of its own. */
export const AwsDocs = ({ page, className = LINK_CLASS }: AwsDocsProps) => (
  <a href={page} target="_blank" rel="noreferrer" className={className}>
    <ExternalLink size={11} aria-hidden />
    AWS docs
  </a>
)
