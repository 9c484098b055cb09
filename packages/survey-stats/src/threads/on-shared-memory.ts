type Column = Float64Array | Int32Array;

/** Frozen objects and what is in them, and their copies. */
export type Copies = WeakMap<object, object>;

/**
 * The same value with its columns on shared memory, which other threads read without a copy; those that stand there already are not
 * copied. What stood in two places still is one. Frozen objects, such as designs and cells, are copied once for all calls with the same
 * `kept`.
 */
export function onSharedMemory<T>(value: T, kept: Copies = new WeakMap()): T {
  const copies = new WeakMap<object, object>();
  const copy = (own: unknown, keep: boolean): unknown => {
    if (typeof own !== 'object' || own === null) return own;
    const known = kept.get(own) ?? copies.get(own);
    if (known) return known;
    const keeps = keep || Object.isFrozen(own);
    const made = copyObject(own, (inner) => copy(inner, keeps));
    (keeps ? kept : copies).set(own, made);
    return made;
  };
  return copy(value, false) as T;
}

function copyObject(value: object, copy: (inner: unknown) => unknown): object {
  if (value instanceof Float64Array || value instanceof Int32Array) return shared(value);
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, copy(own)]));
}

function shared(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const buffer = new SharedArrayBuffer(column.byteLength);
  const made = column instanceof Float64Array ? new Float64Array(buffer) : new Int32Array(buffer);
  made.set(column);
  return made;
}
