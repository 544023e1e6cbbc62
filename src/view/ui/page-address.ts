/** Is the page a file on a disk? Its links then open only where the same file lies. */
export const isFile = (): boolean => window.location.protocol === 'file:'

/** The address of this page, wherever it is hosted, with a fragment. */
export const pageAddress = (fragment = ''): string => `${window.location.href.split(/[?#]/, 1)[0]}${fragment}`
