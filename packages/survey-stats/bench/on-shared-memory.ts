type Column = Float64Array | Int32Array;

/** The same value with its columns on shared memory, which other threads read without a copy. What stood in two places still is one. */
export function onSharedMemory<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!known.has(value)) {
    if (value instanceof Float64Array || value instanceof Int32Array) known.set(value, shared(value));
    else if (ArrayBuffer.isView(value)) known.set(value, value);
    else if (Array.isArray(value)) {
      known.set(
        value,
        value.map((item) => copy(item, known)),
      );
    } else {
      const entries = Object.entries(value).map(([name, own]) => [name, copy(own, known)]);
      known.set(value, Object.fromEntries(entries));
    }
  }
  return known.get(value);
}

function shared(column: Column): Column {
  const buffer = new SharedArrayBuffer(column.byteLength);
  const made = column instanceof Float64Array ? new Float64Array(buffer) : new Int32Array(buffer);
  made.set(column);
  return made;
}
