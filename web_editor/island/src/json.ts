// Plain data, and whether two pieces of it say the same.

export type JSONValue = null | boolean | number | string | JSONValue[] | { [key: string]: JSONValue };

export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return keys.every((key) => key in second && same(first[key], second[key]));
}

/** The same data, which nobody can change any more. */
export function frozen<T>(data: T): T {
  if (typeof data === "object" && data !== null && !Object.isFrozen(data)) Object.values(Object.freeze(data)).forEach(frozen);
  return data;
}
