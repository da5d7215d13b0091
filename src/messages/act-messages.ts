/** What is refused to whoever acts on many credentials at once. */
export type ActRefusals = Readonly<
  Record<
    | 'act-not-found'
    | 'act-settled'
    | 'own-act'
    | 'selection-changed'
    | 'nothing-to-do'
    | 'letters-off',
    { readonly title: string; readonly remedy: string }
  >
>
