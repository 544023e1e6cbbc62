/** A button of a notice. */
interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** A sentence about what was taken, or could not be. */
export interface IntakeNotice {
  readonly tone: 'deny' | 'depends' | 'allow'
  readonly text: string
  /** What can be done about it, a button each. */
  readonly actions?: readonly NoticeAction[]
}
