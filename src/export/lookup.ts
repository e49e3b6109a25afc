/** What is found by a name; a map is one. */
export interface Lookup<Value> {
  get: (key: string) => Value | undefined;
}
