/** The writers' room in English. */
export const letters = {
  title: 'Send a letter',
}
