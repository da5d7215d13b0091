// The package ships no types; these cover only what is called.
declare module 'jsonld' {
  export interface Options {
    readonly base: string | null
    readonly safe: boolean
    readonly documentLoader: (url: string) => Promise<object>
  }
  /** With no `format`, a data set as objects. */
  export function toRDF(document: object, options: Options): Promise<readonly object[]>
  const jsonld: { readonly toRDF: typeof toRDF }
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS and has no named exports
  export default jsonld
}
